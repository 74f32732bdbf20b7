import path from 'node:path';
import { decodeQR } from 'qr/decode.js';
import { expect, it } from 'vitest';
import { layoutOf } from '#core/paper/layouts/layout.ts';
import type { PaperKind } from '#core/paper/paper.ts';
import { openPress } from '#core/paper/press.ts';
import { textOfPages } from '#core/paper/pdf-text.ts';
import { sampleApplication, sampleConflict, sampleLogbook, sampleReceipt } from '#core/paper/samples.ts';
import { paperWords } from '#core/paper/words.ts';
import { shortCodeOf } from '#core/paper-seal/short-code.ts';
import { openPaperPc, paperHub } from '../support/paper-hub.ts';
import { root } from '../support/test-host.ts';
import { trials } from '../support/tier.ts';
import { codeIn, pictureOf } from './printed-page.ts';
import { codeOf, receiptFacts } from './sealed.ts';

const papers = {
  'receipt-a4': sampleReceipt,
  'receipt-80mm': sampleReceipt,
  'application-summary': sampleApplication,
  'conflict-slip-a4': sampleConflict,
  'conflict-slip-80mm': sampleConflict,
  'elogbook-copy': sampleLogbook,
} satisfies Partial<Record<PaperKind, object>>;

/** Dots an inch: of a thermal head, and at night of a poor and of a usual scanner, too. */
const resolutions = [203, ...(trials(0, 1) === 1 ? [150, 300] : [])];

/** One code, for a paper of each kind. */
async function longCode() {
  const hub = paperHub();
  const printer = await openPaperPc(hub, { officeCode: 'KSM01', deviceNo: 120 });
  const facts = { ...receiptFacts, number: 'R-KSM01-120AB-999999', name: 'MWANGANGIANYAMBU N. W. K. M.', amountCents: 9_999_999_00 };
  return { qr: codeOf(printer, facts), checker: await openPaperPc(hub) };
}

it('another reader finds in the printed picture of every paper its code, and so does ours; on a second PC it is VALID', async () => {
  const { qr, checker } = await longCode();
  const press = await openPress(path.join(root, 'resources/fonts'));
  for (const [kind, data] of Object.entries(papers)) {
    const pdf = await press.print(layoutOf(kind as PaperKind, { ...data, qr } as never, paperWords.en));
    expect((await textOfPages(pdf))[0]).toContain(shortCodeOf(qr));
    for (const dotsPerInch of resolutions) {
      const pixels = await pictureOf(pdf, dotsPerInch);
      expect([kind, dotsPerInch, await codeIn(pixels)]).toEqual([kind, dotsPerInch, qr]);
      expect([kind, dotsPerInch, decodeQR(pixels, { timeLimit: 5_000, effort: 8 })]).toEqual([kind, dotsPerInch, qr]);
    }
  }
  expect((await checker.check(qr)).verdict).toBe('valid');
});
