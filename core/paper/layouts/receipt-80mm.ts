import type { Content } from 'pdfmake/interfaces.js';
import { formatAmount, formatKes } from '#shared/base/money.ts';
import type { PaperWords } from '#shared/text/en/paper.ts';
import type { PaperFeeLine, ReceiptData } from '../paper.ts';
import { adjustmentBlock } from './adjustments.ts';
import type { LayoutDocument } from './layout-document.ts';
import { receiptFacts } from './receipt.ts';
import { centred, factLine, framed, rollPaper, rollVehicle, rule } from './roll.ts';

/** The receipt on a roll. */
export function receipt80mm(data: ReceiptData, words: PaperWords): LayoutDocument {
  const facts = receiptFacts(data, words);
  return rollPaper(data, words, {
    title: words.title.receipt,
    number: data.receiptNumber,
    underline: data.serviceName,
    content: [
      framed(words.standing[data.standing], [words.receiptSentence[data.standing]]),
      ...rollVehicle(data.plate, data.vehicleLine),
      rule(),
      ...facts.case.map(factLine),
      rule(),
      ...data.lines.flatMap(feeLines),
      totalLine(words.label.total, formatKes(data.totalCents)),
      rule(),
      ...facts.payment.map(factLine),
      centred(words.paymentSentence[data.payment.state]),
      ...adjustmentBlock(data.adjustments, words),
    ],
  });
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
