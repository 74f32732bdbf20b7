import type { Content } from 'pdfmake/interfaces.js';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printInstant } from '../dates.ts';
import type { ReceiptData } from '../paper.ts';
import { a4Paper } from './a4.ts';
import { adjustmentBlock } from './adjustments.ts';
import type { LayoutDocument } from './layout-document.ts';
import { feeTable, paperHead, plateRow, sheetNotes, standingTone } from './parts.ts';
import { callout, factGrid, heading, type Fact } from './style.ts';

export function receiptA4(data: ReceiptData, words: PaperWords): LayoutDocument {
  const facts = receiptFacts(data, words);
  return a4Paper(data, words, {
    title: `${words.title.receipt} ${data.receiptNumber}`,
    content: [
      paperHead(data, { title: words.title.receipt, number: data.receiptNumber, underline: data.serviceName }),
      ...sheetNotes(data, words),
      callout(words.standing[data.standing], [words.receiptSentence[data.standing]], standingTone[data.standing]),
      ...plateRow(data.plate, [data.vehicleLine ?? '', words.label.vehicle]),
      { stack: [factGrid(facts.case, 3)], margin: [0, 20, 0, 0] },
      heading(words.section.fees),
      feeTable(data.lines, data.totalCents, words),
      heading(words.section.payment),
      factGrid(facts.payment, 3),
      { text: words.paymentSentence[data.payment.state], fontSize: 9.5 },
      ...adjustmentBlock(data.adjustments, words),
    ] satisfies Content[],
  });
}

/** The facts of a receipt, the same for every width; only their arrangement differs. */
export function receiptFacts(data: ReceiptData, words: PaperWords): { readonly case: readonly Fact[]; readonly payment: readonly Fact[] } {
  const { label } = words;
  const code: readonly Fact[] = data.payment.code === '' ? [] : [{ label: label.code, value: data.payment.code, look: 'code' }];
  return {
    case: [
      { label: label.payer, value: data.payerName, look: 'strong' },
      { label: label.idNumber, value: data.payerMaskedId, look: 'code' },
      { label: label.reference, value: data.applicationReference, look: 'code' },
      { label: label.takenAt, value: printInstant(data.takenAt, words) },
      { label: label.clerk, value: data.clerkName },
    ],
    payment: [
      { label: label.method, value: words.method[data.payment.method] },
      ...code,
      { label: label.state, value: words.paymentState[data.payment.state], look: 'strong' },
    ],
  };
}
