import { standingOf } from '#shared/domain/application.ts';
import { maskKraPin } from '#shared/domain/mask.ts';
import { partyOf } from '#shared/domain/services/services.ts';
import { getApplication } from '../applications/service.ts';
import { listUnits } from '../batches/service.ts';
import { getFacts } from '../paper-seal/facts.ts';
import { getReceipt, listFeeLines } from '../payments/service.ts';
import type { BatchReceiptData } from './batch-papers.ts';
import { frame, paperFeeLine, receiptMarks, type PaperSource } from './data.ts';

/** One receipt for a whole batch: how many pay each line, and each motorcycle with its own part. */
export function batchReceiptData(source: PaperSource, receiptNumber: string, reprint: number | null = null): BatchReceiptData {
  const { cx, reference, locale } = source;
  const payment = getReceipt(cx.db, receiptNumber);
  const application = getApplication(cx.db, payment.applicationId);
  const dealer = partyOf(application.body, 'dealer');
  const { marks, madeAt } = receiptMarks(source, payment, reprint);
  return {
    ...frame(cx, { ...getFacts(cx.db, 'receipt', receiptNumber), copy: reprint }, madeAt),
    ...marks,
    batchNumber: application.reference,
    standing: standingOf(application.state),
    dealerName: dealer.organisation,
    dealerMaskedPin: maskKraPin(dealer.kraPin),
    feeLines: listFeeLines(cx.db, application.id).map((line) => {
      const { units = 1 } = line;
      return { ...paperFeeLine(line, reference, locale), units, eachCents: line.amountCents / units };
    }),
    totalCents: payment.amountCents,
    receiptNumber,
    payerName: payment.payer,
    payerMaskedId: maskKraPin(dealer.kraPin),
    payment: { method: payment.method, code: payment.code, state: payment.state },
    clerkName: payment.clerkName,
    takenAt: payment.takenAt,
    units: listUnits(cx.db, application.id).map(({ unit }) => ({
      row: unit.position,
      chassis: unit.chassis,
      engineNumber: unit.engineNumber,
      model: `${unit.make} ${unit.model}`,
      amountCents: unit.feeCents,
    })),
  };
}
