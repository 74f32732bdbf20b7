import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { formatAmount, formatKes } from '#shared/base/money.ts';
import type { PaperWords } from '#shared/text/en/paper.ts';
import type { BatchFeeLine, BatchReceiptData, BatchUnit } from '../batch-papers.ts';
import { printInstant } from '../dates.ts';
import type { LayoutDocument } from './layout-document.ts';
import { centred, factLine, framed, rollPaper, rule } from './roll.ts';
import { code } from './style.ts';

/** The receipt of a batch on a roll: two short lines for each motorcycle, as long as it takes. */
export function batchReceipt80mm(data: BatchReceiptData, words: PaperWords): LayoutDocument {
  const { batch, label } = words;
  return rollPaper(data, words, {
    title: batch.receiptTitle,
    number: data.receiptNumber,
    underline: batch.underline(data.dealerName),
    content: [
      framed(words.standing[data.standing], [words.receiptSentence[data.standing]]),
      rule(),
      factLine({ label: batch.number, value: data.batchNumber, look: 'code' }),
      factLine({ label: label.payer, value: data.payerName, look: 'strong' }),
      factLine({ label: label.idNumber, value: data.payerMaskedId, look: 'code' }),
      factLine({ label: label.takenAt, value: printInstant(data.takenAt, words) }),
      factLine({ label: label.clerk, value: data.clerkName }),
      rule(),
      ...data.feeLines.flatMap(feeLines),
      pair({ text: label.total, bold: true, fontSize: 11 }, { text: formatKes(data.totalCents), bold: true, fontSize: 13 }),
      ...data.refunds.map(({ at, amountCents }) =>
        pair({ text: batch.refund(printInstant(at, words)) }, { text: `−${formatAmount(amountCents)}` }),
      ),
      rule(),
      factLine({ label: label.method, value: words.method[data.payment.method] }),
      factLine({ label: label.code, value: data.payment.code || '–', look: 'code' }),
      centred(words.paymentSentence[data.payment.state]),
      rule(),
      { text: `${batch.unitsPaid} · ${batch.units(data.units.length)}`, bold: true, margin: [0, 0, 0, 4] },
      ...data.units.map(unitLines),
    ],
  });
}

function feeLines({ label, schedule, units, eachCents, amountCents }: BatchFeeLine): Content[] {
  return [
    pair({ text: label }, { text: formatAmount(amountCents) }),
    { text: `${units} × ${formatAmount(eachCents)} · ${schedule}`, fontSize: 7.5, margin: [0, 0, 0, 4] },
  ];
}

function unitLines({ row, chassis, engineNumber, amountCents }: BatchUnit): Content {
  return {
    stack: [pair(code(`${row}  ${chassis}`, 8.5), { text: formatAmount(amountCents), fontSize: 8.5 }), code(`     ${engineNumber}`, 8)],
    margin: [0, 0, 0, 3],
    unbreakable: true,
  };
}

function pair(left: ContentText, right: ContentText): Content {
  return {
    columns: [
      { ...left, width: '*' },
      { ...right, width: 'auto', alignment: 'right', noWrap: true },
    ],
    columnGap: 6,
  };
}
