import type { Content } from 'pdfmake/interfaces.js';
import { formatKes } from '#shared/base/money.ts';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printInstant } from '../dates.ts';
import type { ReceiptAdjustment } from '../paper.ts';
import { colour, heading } from './style.ts';

/** What has become of the tests since they were paid for; nothing where nothing has. The same on a page and on a roll. */
export function adjustmentBlock(adjustments: readonly ReceiptAdjustment[], words: PaperWords): Content[] {
  if (adjustments.length === 0) return [];
  return [heading(words.adjusted.title), ...adjustments.map((one) => adjustmentOf(one, words))];
}

function adjustmentOf(one: ReceiptAdjustment, { adjusted, ...words }: PaperWords): Content {
  const act = adjusted.act(one.by, printInstant(one.at, { ...words, adjusted }), one.reason);
  return {
    stack: [
      { text: `${adjusted.what[one.what]} · ${one.bookingNumber} · ${one.candidateName}`, bold: true },
      ...(one.from === '' ? [] : [adjusted.fromTo(one.from, one.to)]),
      { text: moneyWords(one, adjusted), bold: true },
      { text: act, fontSize: 8.5, color: colour.quiet },
      ...(one.isRefused ? [{ text: adjusted.refused, bold: true }] : []),
    ],
    fontSize: 9.5,
    margin: [0, 0, 0, 7],
    unbreakable: true,
  };
}

function moneyWords(
  { what, feeCents, refundCents }: ReceiptAdjustment,
  { fee, noFee, paidBack, nothingBack }: PaperWords['adjusted'],
): string {
  if (what === 'moved') return feeCents === 0 ? noFee : fee(formatKes(feeCents));
  return refundCents === 0 ? nothingBack : paidBack(formatKes(refundCents));
}
