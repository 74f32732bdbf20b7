import type { Content } from 'pdfmake/interfaces.js';
import { formatAmount, formatKes } from '#shared/base/money.ts';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printInstant } from '../dates.ts';
import type { PaperFeeLine, ReceiptData } from '../paper.ts';
import type { LayoutDocument } from './layout-document.ts';
import { receiptFacts } from './receipt.ts';
import { code, factValue, type Fact } from './style.ts';

/** Width between the margins of an 80 mm roll, whose head prints 72 mm. */
const innerWidthPt = 204;
const qrSidePt = 87;

/** The receipt on a roll: black only, because a thermal head has no colour and turns grey into dust. */
export function receipt80mm(data: ReceiptData, words: PaperWords): LayoutDocument {
  const facts = receiptFacts(data, words);
  return {
    title: `${words.title.receipt} ${data.receiptNumber}`,
    language: words.language,
    madeAt: data.madeAt,
    paper: '80mm',
    band: null,
    watermark: null,
    foot: null,
    content: [
      ...practiceBand(data, words),
      { text: data.office.name, bold: true, fontSize: 11, alignment: 'center', margin: [0, 6, 0, 0] },
      { text: `${data.office.code} · PC ${data.deviceNo}`, fontSize: 8, alignment: 'center' },
      { text: words.title.receipt, bold: true, fontSize: 17, alignment: 'center', margin: [0, 7, 0, 0] },
      { ...code(data.receiptNumber, 11.5), alignment: 'center' },
      { text: data.serviceName, alignment: 'center', margin: [0, 2, 0, 0] },
      ...sheetBoxes(data, words),
      frame([
        { text: words.standing[data.standing], bold: true, fontSize: 13, alignment: 'center' },
        centred(words.receiptSentence[data.standing]),
      ]),
      ...vehicle(data),
      rule(),
      ...facts.case.map(factLine),
      rule(),
      ...data.lines.flatMap(feeLines),
      totalLine(words.label.total, formatKes(data.totalCents)),
      rule(),
      ...facts.payment.map(factLine),
      centred(words.paymentSentence[data.payment.state]),
      ...qrBlock(data.qr),
      { text: words.foot.keep, bold: true, alignment: 'center', margin: [0, 9, 0, 0] },
      centred(words.foot.notConnected),
      centred(words.foot.madeAt(data.office.code, data.deviceNo, printInstant(data.madeAt, words))),
      ...practiceBand(data, words),
    ],
  };
}

function practiceBand(data: ReceiptData, words: PaperWords): Content[] {
  if (!data.practice) return [];
  return [frame([{ text: words.mark.practice, bold: true, fontSize: 15, alignment: 'center' }, centred(words.mark.practiceSentence)])];
}

function sheetBoxes(data: ReceiptData, words: PaperWords): Content[] {
  const boxes: Content[] = [];
  if (data.void)
    boxes.push(frame([word(words.mark.void), centred(words.mark.voidSentence(printInstant(data.void.at, words), data.void.reason))]));
  if (data.reprint)
    boxes.push(frame([word(words.mark.reprint(data.reprint.number)), centred(words.mark.reprintSentence(data.reprint.reason))]));
  return boxes;
}

function word(text: string): Content {
  return { text, bold: true, fontSize: 13, alignment: 'center' };
}

function centred(text: string): Content {
  return { text, fontSize: 8, alignment: 'center', margin: [0, 3, 0, 0] };
}

function frame(stack: Content[]): Content {
  return { layout: 'frame', table: { widths: ['*'], body: [[{ stack }]] }, margin: [0, 8, 0, 0] };
}

function rule(): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: innerWidthPt, y2: 0, lineWidth: 0.8, dash: { length: 2.5, space: 2 } }],
    margin: [0, 7, 0, 6],
  };
}

function vehicle(data: ReceiptData): Content[] {
  if (data.plate === null) return [];
  return [
    { text: data.plate, bold: true, fontSize: 21, alignment: 'center', margin: [0, 9, 0, 0] },
    { text: data.vehicleLine ?? '', alignment: 'center' },
  ];
}

function factLine(fact: Fact): Content {
  return {
    columns: [
      { width: 76, text: fact.label, fontSize: 8, margin: [0, 1, 0, 0] },
      { ...factValue(fact, 9), width: '*', alignment: 'right' },
    ],
    columnGap: 6,
    margin: [0, 0, 0, 3],
  };
}

function feeLines(line: PaperFeeLine): Content[] {
  return [
    {
      columns: [
        { width: '*', text: line.label },
        { width: 62, text: formatAmount(line.amountCents), alignment: 'right' },
      ],
      columnGap: 6,
    },
    { text: line.schedule, fontSize: 7.5, margin: [0, 0, 0, 4] },
  ];
}

function totalLine(label: string, amount: string): Content {
  return {
    columns: [
      { width: 60, text: label, bold: true, fontSize: 11, margin: [0, 2, 0, 0] },
      { width: '*', text: amount, bold: true, fontSize: 15, alignment: 'right', noWrap: true },
    ],
    margin: [0, 2, 0, 0],
  };
}

function qrBlock(payload: string | null): Content[] {
  if (payload === null) return [];
  return [{ qr: payload, fit: qrSidePt, eccLevel: 'M', alignment: 'center', margin: [0, 11, 0, 0] }];
}
