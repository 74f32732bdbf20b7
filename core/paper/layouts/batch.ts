import type { Content } from 'pdfmake/interfaces.js';
import { formatAmount, formatKes } from '#shared/base/money.ts';
import type { PaperWords } from '#shared/text/en/paper.ts';
import type { BatchCoverData, BatchFeeLine, BatchFrame, BatchReceiptData, BatchUnit } from '../batch-papers.ts';
import { printInstant } from '../dates.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { paperHead, sheetNotes, standingTone } from './parts.ts';
import { callout, code, colour, factGrid, heading, tone, type Fact } from './style.ts';
import { amount, right, rowTable } from './table.ts';

/** The sheet on top of a dealer's batch: what was in the file, what goes on, what stays behind, and the money. */
export function batchCover(data: BatchCoverData, words: PaperWords): LayoutDocument {
  const { batch, label } = words;
  return a4Paper(data, words, {
    title: `${batch.coverTitle} ${data.batchNumber}`,
    content: [
      paperHead(data, { title: batch.coverTitle, number: data.batchNumber, underline: batch.underline(data.dealerName) }),
      ...sheetNotes(data, words),
      callout(words.standing[data.standing], [batch.countSentence], standingTone[data.standing]),
      countRow(data, words),
      factGrid(
        [
          { label: batch.dealer, value: data.dealerName, look: 'strong' },
          { label: label.pin, value: data.dealerMaskedPin, look: 'code' },
          { label: batch.broughtBy, value: data.broughtBy },
          { label: batch.file, value: data.fileName },
          { label: batch.receivedAt, value: printInstant(data.receivedAt, words) },
          { label: label.receiptNumber, ...receiptFact(data.receiptNumber, words) },
        ],
        3,
      ),
      ...moneyBlock(data, words),
      ...otherRows(data, words),
      heading(`${batch.goodUnits} · ${batch.units(data.goodUnits.length)}`),
      unitTable(data.goodUnits, words),
    ],
  });
}

/** One receipt for the whole batch, a line a unit, over as many pages as it takes. */
export function batchReceipt(data: BatchReceiptData, words: PaperWords): LayoutDocument {
  const { batch, label } = words;
  const payment: readonly Fact[] = [
    { label: label.method, value: words.method[data.payment.method] },
    { label: label.code, value: data.payment.code || '–', look: 'code' },
    { label: label.state, value: words.paymentState[data.payment.state], look: 'strong' },
  ];
  return a4Paper(data, words, {
    title: `${batch.receiptTitle} ${data.receiptNumber}`,
    content: [
      paperHead(data, { title: batch.receiptTitle, number: data.receiptNumber, underline: batch.underline(data.dealerName) }),
      ...sheetNotes(data, words),
      callout(words.standing[data.standing], [words.receiptSentence[data.standing]], standingTone[data.standing]),
      {
        stack: [
          factGrid(
            [
              { label: label.payer, value: data.payerName, look: 'strong' },
              { label: label.idNumber, value: data.payerMaskedId, look: 'code' },
              { label: batch.number, value: data.batchNumber, look: 'code' },
              { label: batch.dealer, value: data.dealerName },
              { label: label.takenAt, value: printInstant(data.takenAt, words) },
              { label: label.clerk, value: data.clerkName },
            ],
            3,
          ),
        ],
        margin: [0, 18, 0, 0],
      },
      ...moneyBlock(data, words),
      { stack: [heading(words.section.payment), factGrid(payment, 3), words.paymentSentence[data.payment.state]], unbreakable: true },
      heading(`${batch.unitsPaid} · ${batch.units(data.units.length)}`),
      unitTable(data.units, words),
    ],
  });
}

function receiptFact(receiptNumber: string | null, { batch }: PaperWords): Omit<Fact, 'label'> {
  return receiptNumber === null ? { value: batch.notPaid } : { value: receiptNumber, look: 'code' };
}

/** The sum, written as a sum: large enough to check at arm's length. */
function countRow(data: BatchCoverData, { batch }: PaperWords): Content {
  const bad = data.otherRows.filter(({ state }) => state === 'bad').length;
  const setAside = data.otherRows.length - bad;
  const cell = (count: number, title: string, color: string): Content => ({
    stack: [
      { text: String(count), bold: true, fontSize: 24, color, alignment: 'center' },
      { text: title, fontSize: 9, color: colour.quiet, alignment: 'center' },
    ],
  });
  const sign = (text: string): Content => ({ text, fontSize: 18, color: colour.quiet, alignment: 'center', margin: [0, 4, 0, 0] });
  const body: Content[] = [
    cell(data.goodUnits.length, batch.good, tone.green.ink),
    sign('+'),
    cell(bad, batch.bad, tone.red.ink),
    sign('+'),
    cell(setAside, batch.setAside, tone.amber.ink),
    sign('='),
    cell(data.goodUnits.length + data.otherRows.length, batch.total, colour.ink),
  ];
  return { layout: 'noBorders', table: { widths: ['*', 14, '*', 14, '*', 14, '*'], body: [body] }, margin: [0, 16, 0, 14] };
}

function moneyBlock(data: BatchFrame, words: PaperWords): Content[] {
  const { batch, label } = words;
  const total: Content[] = [
    { text: label.total, bold: true, fontSize: 12 },
    '',
    '',
    { text: formatKes(data.totalCents), bold: true, fontSize: 13, alignment: 'right', noWrap: true },
  ];
  const table = rowTable(
    [
      { title: label.item, width: '*' },
      { title: batch.count, width: 44, isRight: true },
      { title: batch.each, width: 62, isRight: true },
      { title: 'KES', width: 110, isRight: true },
    ],
    [...data.feeLines.map(feeRow), total, ...refundRows(data, words)],
    'money',
  );
  return [{ stack: [heading(batch.fees), table], unbreakable: true }];
}

function refundRows({ refunds }: BatchFrame, words: PaperWords): Content[][] {
  return refunds.map(({ at, amountCents }) => [
    words.batch.refund(printInstant(at, words)),
    '',
    '',
    right(`−${formatAmount(amountCents)}`),
  ]);
}

function feeRow(line: BatchFeeLine): Content[] {
  const label: Content = { stack: [{ text: line.label }, { text: line.schedule, fontSize: 8, color: colour.quiet }] };
  return [label, right(line.units), amount(line.eachCents), amount(line.amountCents)];
}

function otherRows({ otherRows: rows }: BatchCoverData, words: PaperWords): Content[] {
  const { batch } = words;
  if (rows.length === 0) return [];
  const table = rowTable(
    [
      { title: batch.row, width: 30, isRight: true },
      { title: words.label.state, width: 70 },
      { title: words.field.chassis, width: 132 },
      { title: batch.reason, width: '*' },
    ],
    rows.map(({ row, state, chassis, reason }): Content[] => [
      right(row),
      { text: batch.state[state], bold: true, color: state === 'bad' ? tone.red.ink : tone.amber.ink },
      code(chassis, 9.5),
      reason,
    ]),
  );
  return [{ stack: [heading(batch.otherUnits), table], unbreakable: rows.length < 12 }];
}

function unitTable(units: readonly BatchUnit[], words: PaperWords): Content {
  const { batch, field } = words;
  return rowTable(
    [
      { title: batch.row, width: 30, isRight: true },
      { title: field.chassis, width: 132 },
      { title: field.engineNumber, width: 110 },
      { title: field.model, width: '*' },
      { title: 'KES', width: 62, isRight: true },
    ],
    units.map((unit): Content[] => [
      right(unit.row),
      code(unit.chassis, 9.5),
      code(unit.engineNumber, 9.5),
      unit.model,
      amount(unit.amountCents),
    ]),
  );
}
