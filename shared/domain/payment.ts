import type { Instant } from '../base/instant.ts';

export const paymentMethods = ['mpesa', 'card', 'bank-slip', 'cash'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** A code typed at the counter is TO MATCH until the hub has found the money (FEATURES F6). Cash is counted by the clerk, so it is matched at once. */
export const paymentStates = ['to-match', 'matched', 'not-found', 'wrong-amount'] as const;
export type PaymentState = (typeof paymentStates)[number];

export interface Payment {
  readonly method: PaymentMethod;
  /** M-Pesa code, card approval code or bank slip number; empty for cash. */
  readonly code: string;
  readonly amountCents: number;
  readonly takenAt: Instant;
  readonly state: PaymentState;
}
