import type { Payment } from '#shared/domain/payment.ts';

/** What the payment provider knows of a code. */
export interface Found {
  readonly state: 'matched' | 'not-found' | 'wrong-amount';
  readonly foundAmountCents: number | null;
}

/** Where money arrives. A hub without a provider knows nothing of any code, so payments stay TO MATCH. */
export interface PaymentInbox {
  find(payment: Pick<Payment, 'method' | 'code' | 'amountCents'>): Found | undefined;
}

export const noPaymentInbox: PaymentInbox = { find: () => undefined };
