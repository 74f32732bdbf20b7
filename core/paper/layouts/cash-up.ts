import type { Content } from 'pdfmake/interfaces.js';
import { formatAmount, formatKes } from '#shared/base/money.ts';
import type { PaperWords } from '#shared/text/en/paper.ts';
import type { CashUpData, CashUpSeries } from '../cash-up-paper.ts';
import { printInstant } from '../dates.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { paperHead, sheetNotes } from './parts.ts';
import { factLine, framed, rollPaper, rule } from './roll.ts';
import { callout, code, factGrid, heading, small, tone, type Fact } from './style.ts';
import { amount, right, rowTable, signatures } from './table.ts';

/** What there should be, what was counted, and which receipts it is about. */
export function cashUpA4(data: CashUpData, words: PaperWords): LayoutDocument {
  const { cashUp } = words;
  const verdict = verdictOf(data, words);
  return a4Paper(data, words, {
    title: `${cashUp.title} ${data.shiftNumber}`,
    content: [
      paperHead(data, { title: cashUp.title, number: data.shiftNumber, underline: cashUp.underline(data.clerkName) }),
      ...sheetNotes(data, words),
      callout(verdict.word, verdict.sentences, verdict.paint),
      { stack: [factGrid(shiftFacts(data, words), 3)], margin: [0, 18, 0, 0] },
      heading(cashUp.methodTitle),
      methodTable(data, words),
      { ...small(cashUp.floatNote), margin: [0, 4, 0, 0] },
      {
        columns: [
          { width: 212, stack: [heading(cashUp.countTitle), pieceTable(data, words)] },
          {
            width: '*',
            stack: [heading(cashUp.receiptTitle), ...data.series.map((series) => seriesTable(series, words)), ...chainHead(data, words)],
          },
        ],
        columnGap: 32,
        unbreakable: true,
      },
      { stack: [signatures([`${cashUp.clerkSign}: ${data.clerkName}`, signerOf(data, words)])], unbreakable: true },
    ],
  });
}

/** The same report on a roll. */
export function cashUp80mm(data: CashUpData, words: PaperWords): LayoutDocument {
  const { cashUp } = words;
  const verdict = verdictOf(data, words);
  const line = (label: string, value: string, look: Fact['look'] = 'plain'): Content => factLine({ label, value, look });
  return rollPaper(data, words, {
    title: cashUp.title,
    number: data.shiftNumber,
    underline: cashUp.underline(data.clerkName),
    content: [
      framed(verdict.word, verdict.sentences),
      rule(),
      ...shiftFacts(data, words).map(factLine),
      line(cashUp.notSent, String(data.notSent)),
      ...data.methods.flatMap(({ method, expectedCents, countedCents }) => [
        rule(),
        { text: words.method[method], bold: true, margin: [0, 0, 0, 3] as [number, number, number, number] },
        line(cashUp.expected, formatAmount(expectedCents)),
        line(cashUp.counted, formatAmount(countedCents)),
        line(cashUp.difference, signed(countedCents - expectedCents), 'strong'),
      ]),
      { ...small(cashUp.floatNote), color: '#000000' },
      rule(),
      { text: cashUp.countTitle, bold: true, margin: [0, 0, 0, 3] },
      ...data.pieces.map(({ valueCents, count }) => line(`${formatAmount(valueCents)} × ${count}`, formatAmount(valueCents * count))),
      line(words.label.total, formatKes(cashCentsOf(data)), 'strong'),
      ...data.series.flatMap((series) => [
        rule(),
        { text: `${cashUp.receiptTitle} · ${series.name}`, bold: true, margin: [0, 0, 0, 3] as [number, number, number, number] },
        line(cashUp.first, series.first, 'code'),
        line(cashUp.last, series.last, 'code'),
        line(`${cashUp.count} · ${cashUp.voided}`, `${series.count} · ${series.voided}`),
        line(cashUp.missing, String(series.missing), 'strong'),
      ]),
      rule(),
      { text: cashUp.chainHead, fontSize: 8 },
      { ...code(data.chainHead, 7.5), margin: [0, 2, 0, 2] },
      { ...small(cashUp.chainSentence), color: '#000000' },
      ...[`${cashUp.clerkSign}: ${data.clerkName}`, signerOf(data, words)].map((label): Content => ({
        stack: [rule(), { text: label, fontSize: 8 }],
        margin: [0, 22, 0, 0],
      })),
    ],
  });
}

function signerOf({ supervisorName }: CashUpData, { cashUp }: PaperWords): string {
  return supervisorName === null ? cashUp.supervisorSign : `${cashUp.supervisorSign}: ${supervisorName}`;
}

/** One method may make up for another: the sum is then even, the shift is not. */
function verdictOf(data: CashUpData, { cashUp }: PaperWords) {
  const isEven = data.methods.every(({ expectedCents, countedCents }) => countedCents === expectedCents);
  if (isEven) return { word: cashUp.even, sentences: [cashUp.evenSentence], paint: tone.green };
  const differenceCents = data.methods.reduce((sum, { expectedCents, countedCents }) => sum + countedCents - expectedCents, 0);
  const amountText = formatKes(Math.abs(differenceCents));
  const reason = data.differenceReason === null ? [] : [cashUp.reason(data.differenceReason)];
  const word = differenceCents === 0 ? cashUp.mixed : `${differenceCents < 0 ? cashUp.short : cashUp.over} ${amountText}`;
  return { word, sentences: [differenceCents === 0 ? cashUp.mixedSentence : cashUp.differs(amountText), ...reason], paint: tone.amber };
}

function shiftFacts(data: CashUpData, words: PaperWords): readonly Fact[] {
  const { cashUp } = words;
  return [
    { label: cashUp.opened, value: printInstant(data.openedAt, words) },
    { label: cashUp.closed, value: printInstant(data.closedAt, words) },
    { label: cashUp.float, value: formatKes(data.floatCents), look: 'strong' },
  ];
}

function methodTable({ methods }: CashUpData, words: PaperWords): Content {
  const { cashUp, label } = words;
  const sum = (pick: (one: CashUpData['methods'][number]) => number): number => methods.reduce((total, one) => total + pick(one), 0);
  const expected = sum(({ expectedCents }) => expectedCents);
  const counted = sum(({ countedCents }) => countedCents);
  return rowTable(
    [
      { title: label.method, width: '*' },
      { title: cashUp.expected, width: 90, isRight: true },
      { title: cashUp.counted, width: 90, isRight: true },
      { title: cashUp.difference, width: 90, isRight: true },
    ],
    [
      ...methods.map(({ method, expectedCents, countedCents }): Content[] => [
        words.method[method],
        amount(expectedCents),
        amount(countedCents),
        { ...right(signed(countedCents - expectedCents)), bold: countedCents !== expectedCents },
      ]),
      [
        { text: label.total, bold: true },
        { ...amount(expected), bold: true },
        { ...amount(counted), bold: true },
        { ...right(signed(counted - expected)), bold: true },
      ],
    ],
    'money',
  );
}

function pieceTable(data: CashUpData, words: PaperWords): Content {
  const { cashUp, label } = words;
  return rowTable(
    [
      { title: cashUp.denomination, width: 62, isRight: true },
      { title: cashUp.pieces, width: 40, isRight: true },
      { title: cashUp.amount, width: '*', isRight: true },
    ],
    [
      ...data.pieces.map(({ valueCents, count }): Content[] => [amount(valueCents), right(count), amount(valueCents * count)]),
      [{ text: label.total, bold: true, alignment: 'right' }, '', { ...right(formatKes(cashCentsOf(data))), bold: true }],
    ],
  );
}

function seriesTable(series: CashUpSeries, { cashUp }: PaperWords): Content {
  return rowTable(
    [
      { title: `${cashUp.series} ${series.name}`, width: '*' },
      { title: '', width: 120 },
    ],
    [
      [cashUp.first, { ...code(series.first, 9.5), alignment: 'right' }],
      [cashUp.last, { ...code(series.last, 9.5), alignment: 'right' }],
      [cashUp.count, right(series.count)],
      [cashUp.voided, right(series.voided)],
      [
        { text: cashUp.missing, bold: true },
        { ...right(series.missing), bold: true },
      ],
    ],
  );
}

/** Broken by us in the middle: 64 signs are wider than their column. */
function chainHead({ chainHead: head, notSent }: CashUpData, { cashUp }: PaperWords): Content[] {
  return [
    heading(cashUp.chainHead),
    code(head.slice(0, 32), 9),
    { ...code(head.slice(32), 9), margin: [0, 0, 0, 3] },
    small(cashUp.chainSentence),
    { text: `${cashUp.notSent}: ${notSent}`, bold: true, margin: [0, 7, 0, 0] },
  ];
}

function cashCentsOf({ pieces }: CashUpData): number {
  return pieces.reduce((sum, { valueCents, count }) => sum + valueCents * count, 0);
}

/** With its sign; nothing is a dash, so that a difference stands out. */
function signed(amountCents: number): string {
  if (amountCents === 0) return '–';
  return `${amountCents < 0 ? '−' : '+'}${formatAmount(Math.abs(amountCents))}`;
}
