import path from 'node:path';
import { test } from '@playwright/test';
import { layoutOf } from '#core/paper/layouts/layout.ts';
import type { PaperDataByKind, PaperKind } from '#core/paper/paper.ts';
import { openPress } from '#core/paper/press.ts';
import { samplesByKind } from '#core/paper/samples-by-kind.ts';
import { paperWords, type PaperLocale } from '#core/paper/words.ts';
import { drawPaper } from './picture.ts';

interface Drawing<Kind extends PaperKind = PaperKind> {
  readonly name: string;
  readonly kind: Kind;
  readonly data: PaperDataByKind[Kind];
  readonly locale: PaperLocale;
}

function drawing<Kind extends PaperKind>(
  kind: Kind,
  { name = kind, locale = 'en', ...changes }: Partial<PaperDataByKind[Kind]> & { name?: string; locale?: PaperLocale } = {},
): Drawing {
  return { name, kind, data: { ...samplesByKind[kind], ...changes }, locale } as Drawing;
}

const madeAt = samplesByKind['receipt-a4'].madeAt;

/** Each kind as it usually is, and the states that look otherwise. */
const drawings: readonly Drawing[] = [
  ...(Object.keys(samplesByKind) as PaperKind[]).map((kind) => drawing(kind)),
  drawing('elogbook-copy', { name: 'elogbook-preview', preview: true, copy: null }),
  drawing('receipt-a4', { name: 'receipt-practice', practice: true }),
  drawing('receipt-80mm', { name: 'receipt-reprint-80mm', reprint: { number: 2, reason: 'The first one was torn' } }),
  drawing('receipt-80mm', { name: 'receipt-void-80mm', void: { reason: 'Written on the wrong case', at: madeAt } }),
  drawing('test-slip-80mm', { name: 'test-slip-waiting-80mm', outcome: { kind: 'waiting', place: 3 }, receiptNumber: null }),
  drawing('receipt-80mm', { name: 'receipt-80mm-sw', locale: 'sw' }),
  drawing('test-slip-a4', { name: 'test-slip-waiting-a4', outcome: { kind: 'waiting', place: 3 }, receiptNumber: null }),
  ...(
    [
      'test-slip-a4',
      'test-slip-80mm',
      'day-list',
      'result-slip-a4',
      'result-slip-80mm',
      'interim-licence',
      'competence-certificate',
    ] as const
  ).map((kind) => drawing(kind, { name: `${kind}-sw`, locale: 'sw' })),
  drawing('application-summary', { name: 'application-summary-sw', locale: 'sw' }),
];

test('every paper', async () => {
  const press = await openPress(path.resolve('resources/fonts'));
  for (const { name, kind, data, locale } of drawings)
    drawPaper(await press.print(layoutOf(kind, data, paperWords[locale])), `paper-${name}`);
});
