import { addDays, dayOf, startOfDay } from '#shared/base/instant.ts';
import { isCancelledWithReceipt, voidProblem } from '#shared/domain/receipt.ts';
import { getApplication, type OwnActs } from '../applications/service.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import { checkSupervisor } from '../people/service.ts';
import { isQueued, queueJob } from '../printing/service.ts';
import { seriesReport } from './series-report.ts';
import { findVoidRefusal, getReceipt, insertReprint, listReceipts, listReprints } from './store.ts';
import { voidReceipt } from './void-receipt.ts';

/** How far back the list looks by itself. */
const usualDays = 30;

/** Receipts of this PC: looking for one, declaring it void, printing it again, and whether every number is there. */
export function paymentHandlers({ ownActs }: { readonly ownActs: OwnActs }): FeatureHandlers<'payments'> {
  return {
    list: (cx, { from, to, ...page }) => {
      const today = dayOf(cx.now);
      const { rows, total } = listReceipts(cx.db, {
        ...page,
        from: startOfDay(from ?? addDays(to ?? today, 1 - usualDays)),
        to: startOfDay(addDays(to ?? today, 1)),
      });
      const lines = rows.map(
        ({
          receiptNumber,
          applicationId,
          reference,
          plate,
          payer,
          method,
          code,
          amountCents,
          takenAt,
          state,
          clerkName,
          reprints,
          ...row
        }) => ({
          receiptNumber,
          applicationId,
          reference,
          plate,
          payer,
          method,
          code,
          amountCents,
          takenAt,
          state,
          clerk: clerkName,
          isVoid: row.void !== null,
          reprints,
        }),
      );
      return { lines, total };
    },
    history: (cx, { receiptNumber }) => {
      const payment = getReceipt(cx.db, receiptNumber);
      const { state } = getApplication(cx.db, payment.applicationId);
      return {
        cannotVoid: (payment.void ? 'receipt.void' : voidProblem(state)) ?? null,
        cancelsCase: isCancelledWithReceipt(state),
        void: payment.void,
        voidRefusal: payment.void && findVoidRefusal(cx.db, payment.applicationId),
        reprints: listReprints(cx.db, receiptNumber),
      };
    },
    voidReceipt: prepared({
      prepare: (cx, { supervisor }) => checkSupervisor(cx, supervisor),
      execute: (cx, { receiptNumber, reason, note }, checked) => voidReceipt(cx, { receiptNumber, reason, note, ownActs }, checked),
    }),
    reprint: (cx, { receiptNumber, reason, note, locale }) => {
      const { applicationId } = getReceipt(cx.db, receiptNumber);
      const reprint = listReprints(cx.db, receiptNumber).length + 1;
      insertReprint(cx.db, receiptNumber, { reprint, at: cx.now, clerk: cx.actor.name, reason, note });
      cx.setSubject(`application:${applicationId}`);
      cx.setPayload({ receiptNumber, applicationId, reprint, reason, note });
      cx.announce('applications');
      const jobId = queueJob(cx, { paper: { kind: 'receipt-reprint', receiptNumber, reprint }, locale, sheetSerial: null });
      return { reprint, jobId, isQueued: isQueued(cx.db, jobId) };
    },
    series: (cx, days) => seriesReport(cx, days),
  };
}
