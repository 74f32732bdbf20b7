import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import { formatAmount } from '#shared/base/money.ts';
import { sampleBatchCover, sampleBatchReceipt, sampleCashUp, sampleDayList, sampleRecordCopy, sampleTestSlip } from '../counter-samples.ts';
import type { PaperDataByKind, PaperKind } from '../paper.ts';
import { textOfPages } from '../pdf-text.ts';
import { openPress, type Press } from '../press.ts';
import { paperWords } from '../words.ts';
import { layoutOf } from './layout.ts';

const { en } = paperWords;
let press: Press;
beforeAll(async () => {
  press = await openPress(join(import.meta.dirname, '../../../resources/fonts'));
});

async function textOf<Kind extends PaperKind>(kind: Kind, data: PaperDataByKind[Kind]): Promise<string> {
  return (await textOfPages(await press.print(layoutOf(kind, data, en)))).join(' ');
}

function missingFrom(text: string, facts: readonly (string | number)[]): readonly (string | number)[] {
  const squeezed = text.replaceAll(/\s/gu, '');
  return facts.filter((fact) => !squeezed.includes(String(fact).replaceAll(/\s/gu, '')));
}

test('a cash-up report and its 80 mm form carry the same facts', async () => {
  const facts = [
    sampleCashUp.shiftNumber, sampleCashUp.clerkName, sampleCashUp.supervisorName ?? '', sampleCashUp.differenceReason ?? '', sampleCashUp.chainHead,
    'SHORT KES 40', '−40', 'KES 5,000', 'KES 30,260', 'R-NRB01-2A-000101', 'R-NRB01-2A-000131', 'Missing', 'M-Pesa', 'Bank slip',
    ...sampleCashUp.pieces.flatMap(({ valueCents, count }) => [formatAmount(valueCents), formatAmount(valueCents * count)]),
    ...sampleCashUp.methods.flatMap(({ expectedCents, countedCents }) => [formatAmount(expectedCents), formatAmount(countedCents)]),
  ]; // prettier-ignore
  for (const kind of ['cash-up-a4', 'cash-up-80mm'] as const) expect(missingFrom(await textOf(kind, sampleCashUp), facts)).toEqual([]);
});

test('a shift is EVEN only where every method is, not where one makes up for another', async () => {
  const methods = [
    { method: 'cash', expectedCents: 100_000, countedCents: 90_000 },
    { method: 'card', expectedCents: 100_000, countedCents: 110_000 },
  ] as const;
  expect(await textOf('cash-up-80mm', { ...sampleCashUp, methods })).toContain('METHODS DIFFER');
  expect(await textOf('cash-up-80mm', { ...sampleCashUp, methods: [{ ...methods[0], countedCents: 100_000 }] })).toContain('EVEN');
});

test('a slip for a seat says FINAL on both widths; one for the waiting list says NOT A BOOKING, and no time to be there', async () => {
  const facts = [sampleTestSlip.bookingNumber, sampleTestSlip.candidateName, 'Tue 1 Dec 2026', '08:00', 'Likoni', 'Seat', '14', 'FINAL'];
  for (const kind of ['test-slip-a4', 'test-slip-80mm'] as const) {
    expect(missingFrom(await textOf(kind, sampleTestSlip), facts)).toEqual([]);
    const waiting = await textOf(kind, { ...sampleTestSlip, outcome: { kind: 'waiting', place: 3 } });
    expect(waiting).toContain('NOT A BOOKING');
    expect(waiting).not.toMatch(/FINAL|08:00|Bring along/u);
  }
});

test('a batch’s counts make its total, and every row that stays behind says why', async () => {
  const text = await textOf('batch-cover', sampleBatchCover);
  expect(text).toMatch(/38 Good \+ 2 Bad \+ 1 Set aside = 41 Total/u);
  expect(
    missingFrom(
      text,
      sampleBatchCover.otherRows.flatMap(({ chassis, reason }) => [chassis, reason]),
    ),
  ).toEqual([]);
});

test('a batch receipt has a line for each unit, and its head again on each page', async () => {
  const pages = await textOfPages(await press.print(layoutOf('batch-receipt', sampleBatchReceipt, en)));
  expect(
    missingFrom(
      pages.join(' '),
      sampleBatchReceipt.units.flatMap(({ chassis, engineNumber }) => [chassis, engineNumber]),
    ),
  ).toEqual([]);
  expect(pages.filter((page) => !page.includes(en.field.engineNumber))).toEqual([]);
});

test('a day list names every candidate with seat, number and attempt', async () => {
  const facts = sampleDayList.candidates.flatMap(({ seat, name, bookingNumber, attempt }) => [
    seat,
    name,
    `${bookingNumber} · attempt ${attempt}`,
  ]);
  expect(missingFrom(await textOf('day-list', sampleDayList), facts)).toEqual([]);
});

test.each([
  ['2026-11-24T11:02:00.000Z', '0 min'],
  ['2026-11-24T10:03:00.000Z', '59 min'],
  ['2026-11-24T10:02:31.000Z', '1 h'],
  ['2026-11-23T11:02:32.000Z', '23 h'],
  ['2026-11-23T11:02:31.000Z', '1 day'],
  ['2026-11-20T11:00:00.000Z', '4 days'],
  ['2026-11-24T12:00:00.000Z', '0 min'],
])('a fact of %s is %s old on a copy of records made at 11:02:31 UTC', async (asOf, age) => {
  const source = { from: 'registry', asOf: toInstant(asOf) } as const;
  const data = { ...sampleRecordCopy, vehicle: [{ field: 'colour', value: 'Red', source }], owners: [], marks: [] } as const;
  expect(await textOf('record-copy', data)).toMatch(new RegExp(`Colour Red registry, as of .*? ${age} `, 'u'));
});

test('that nothing is charged is a fact with a source and an age as well', async () => {
  const text = await textOf('record-copy', { ...sampleRecordCopy, marks: [] });
  expect(text).toMatch(/None recorded\..*registry, as of Tue 24 Nov 2026, 10:12 3 h/u);
});
