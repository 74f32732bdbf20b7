import type { FeatureHandlers } from '../handler.ts';
import { listReceipts } from './store.ts';

/** Receipts of this PC, by number, plate, reference or payment code. */
export const paymentHandlers: FeatureHandlers<'payments'> = {
  list: (cx, page) => {
    const { rows, total } = listReceipts(cx.db, page);
    const lines = rows.map(
      ({ receiptNumber, applicationId, reference, plate, payer, method, code, amountCents, takenAt, state, clerkName }) => ({
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
      }),
    );
    return { lines, total };
  },
};
