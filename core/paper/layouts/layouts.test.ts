import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { printInstant } from '../dates.ts';
import type { PaperKind } from '../paper.ts';
import { textOfPages } from '../pdf-text.ts';
import { openPress, type Press } from '../press.ts';
import { sampleApplication, sampleConflict, sampleLogbook, sampleReceipt } from '../samples.ts';
import { samplesByKind } from '../samples-by-kind.ts';
import { paperWords } from '../words.ts';
import { layoutOf } from './layout.ts';
import type { LayoutDocument } from './layout-document.ts';

const { en, sw } = paperWords;
const kinds = Object.keys(samplesByKind) as readonly PaperKind[];

let press: Press;
beforeAll(async () => {
  press = await openPress(join(import.meta.dirname, '../../../resources/fonts'));
});

async function pagesOf(layout: LayoutDocument): Promise<readonly string[]> {
  return textOfPages(await press.print(layout));
}

test('a layout is plain data', () => {
  for (const kind of kinds) {
    const layout = layoutOf(kind, samplesByKind[kind], en);
    expect(JSON.parse(JSON.stringify(layout))).toEqual(layout);
  }
});

test('a receipt and its 80 mm form carry the same facts', async () => {
  const data = {
    ...sampleReceipt,
    void: { reason: 'Wrong vehicle', at: sampleReceipt.takenAt },
    reprint: { number: 2, reason: 'Paper jam' },
  };
  const facts = [
    data.receiptNumber, data.applicationReference, data.serviceName, data.plate, data.vehicleLine, data.payerName, data.payerMaskedId,
    data.clerkName, data.office.name, data.office.code, data.payment.code, printInstant(data.takenAt, en), 'M-Pesa', 'TO MATCH', 'PROVISIONAL',
    'VOID', 'Wrong vehicle', 'REPRINT 2', 'Paper jam', '1,500', '750', 'KES 2,250', '2026 transfer charges, from Thu 1 Jan 2026', ...data.lines.map((line) => line.label),
  ]; // prettier-ignore
  for (const kind of ['receipt-a4', 'receipt-80mm'] as const) {
    const text = (await pagesOf(layoutOf(kind, data, en))).join(' ');
    expect(facts.filter((fact) => !text.includes(String(fact)))).toEqual([]);
  }
});

test('nothing of a preview lacks NOT VALID, in either language and however long it grows', async () => {
  const conditions = Array.from({ length: 70 }, (_, index) => `Condition ${index}`);
  for (const words of [en, sw]) {
    const pages = await pagesOf(layoutOf('elogbook-copy', { ...sampleLogbook, preview: true, copy: null, conditions }, words));
    expect(pages.length).toBeGreaterThan(1);
    // Twice a page: in the margin, and across it.
    expect(pages.map((page) => page.split('NOT VALID').length > 2)).toEqual(pages.map(() => true));
  }
});

test('a preview carries no QR code, whatever it is given', () => {
  expect(JSON.stringify(layoutOf('elogbook-copy', { ...sampleLogbook, preview: true }, en))).not.toContain('"qr"');
});

test('a copy that is no preview never says NOT VALID', async () => {
  expect((await pagesOf(layoutOf('elogbook-copy', sampleLogbook, en))).join(' ')).not.toContain('NOT VALID');
});

test.each(kinds)('practice is on every page of %s', async (kind) => {
  for (const words of [en, sw]) {
    const pages = await pagesOf(layoutOf(kind, { ...samplesByKind[kind], practice: true }, words));
    expect(pages.filter((page) => !page.includes('PRACTICE'))).toEqual([]);
  }
});

test.each(kinds)('a void mark is on every page of %s, and a reprint says which and why', async (kind) => {
  const data = {
    ...samplesByKind[kind],
    void: { reason: 'Spoiled sheet', at: sampleReceipt.takenAt },
    reprint: { number: 3, reason: 'Lost by the owner' },
  };
  const pages = await pagesOf(layoutOf(kind, data, en));
  expect(pages.filter((page) => !page.includes('VOID'))).toEqual([]);
  expect(pages[0]).toContain('REPRINT 3');
  expect(pages[0]).toContain('Lost by the owner');
});

test.each(kinds)('%s keeps a place for the QR code and says that it is connected to nobody else', async (kind) => {
  const data = { ...samplesByKind[kind], qr: 'KAUNTA1:test:1' };
  expect(JSON.stringify(layoutOf(kind, data, en))).toContain('"qr":"KAUNTA1:test:1"');
  const pages = await pagesOf(layoutOf(kind, { ...data, qr: null }, en));
  expect(pages.filter((page) => !page.includes('not connected to NTSA or eCitizen'))).toEqual([]);
});

/** Where a paper of usual length needs more than one sheet. */
const usualPages: Partial<Record<PaperKind, number>> = {
  'application-summary': 2,
  'batch-cover': 2,
  'batch-receipt': 8,
  'day-list': 2,
  'unit-slips-a4': 2,
  'list-slips-a4': 2,
};

test.each(kinds)('%s at its fullest stays on its sheets in both languages', async (kind) => {
  const lengths = await Promise.all([en, sw].map(async (words) => (await pagesOf(layoutOf(kind, samplesByKind[kind], words))).length));
  expect(lengths).toEqual([usualPages[kind] ?? 1, usualPages[kind] ?? 1]);
});

test('a provisional slip says what it may and may not be used for; a confirmed one does not', async () => {
  const provisional = (await pagesOf(layoutOf('application-summary', sampleApplication, en))).join(' ');
  expect(provisional).toContain('use it as a logbook or as proof of ownership');
  expect(provisional).toContain('use the vehicle after Tue 8 Dec 2026');
  const confirmed = await pagesOf(layoutOf('application-summary', { ...sampleApplication, standing: 'confirmed' }, en));
  expect(confirmed.join(' ')).not.toContain('You may not');
});

test('every vehicle fact says where it came from and when', async () => {
  const text = (await pagesOf(layoutOf('application-summary', sampleApplication, en))).join(' ');
  expect(text.split('registry, as of Tue 24 Nov 2026, 14:00').length - 1).toBe(6);
  expect(text).toContain('as presented on paper');
});

test('owners stand in the order of the record, and charges are named', async () => {
  const text = (await pagesOf(layoutOf('elogbook-copy', sampleLogbook, en))).join(' ');
  expect(text).toMatch(/1 Kamau Njoroge.*2 Wanjikũ Mũgo.*3 Mwangaza Motorcycle Credit Limited/u);
  expect(text).toContain('Charge by Mwangaza Motorcycle Credit Limited, since Thu 26 Nov 2026');
});

test('a conflict slip names both acts and what the customer holds, and says on both widths that nothing is confirmed', async () => {
  const { mine, other, receipt, reference, plate } = sampleConflict;
  const facts = [
    reference, plate, mine.who, mine.office.name, other.who, other.office.name, receipt?.number, 'KES 2,250', 'NOT CONFIRMED', 'PROVISIONAL',
    printInstant(mine.at, en), printInstant(other.at, en),
  ]; // prettier-ignore
  for (const kind of ['conflict-slip-a4', 'conflict-slip-80mm'] as const) {
    const text = (await pagesOf(layoutOf(kind, sampleConflict, en))).join(' ');
    expect(facts.filter((fact) => !text.includes(String(fact)))).toEqual([]);
  }
});

test('any name a person may have stays whole on both widths of a receipt', async () => {
  const letters = fc.constantFrom(...'abcdeghijkmnoprstuwyzĩũéñ’-ABDKMNOW');
  const name = fc
    .array(fc.string({ unit: letters, minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 7 })
    .map((parts) => parts.join(' '));
  const squeeze = (text: string): string => text.replaceAll(/\s/gu, '');
  await fc.assert(
    fc.asyncProperty(name, async (payerName) => {
      for (const kind of ['receipt-a4', 'receipt-80mm'] as const) {
        const text = (await pagesOf(layoutOf(kind, { ...sampleReceipt, payerName }, en))).join(' ');
        expect(squeeze(text)).toContain(squeeze(payerName));
      }
    }),
    { numRuns: 15 },
  );
});

test('the 80 mm receipt as plain data', () => {
  expect(layoutOf('receipt-80mm', { ...sampleReceipt, qr: null, lines: sampleReceipt.lines.slice(0, 1) }, en)).toMatchSnapshot();
});

test('the head and the marks of an eLogbook preview as plain data', () => {
  const { content, ...around } = layoutOf('elogbook-copy', { ...sampleLogbook, preview: true, practice: true }, en);
  expect({ ...around, head: content.slice(0, 2) }).toMatchSnapshot();
});
