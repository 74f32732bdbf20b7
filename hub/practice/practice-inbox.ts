import type { Found, PaymentInbox } from '../payments/inbox.ts';

/** A wrong amount in practice is this much short. */
const shortCents = 50_00;

/**
 * The practice hub plays the payment provider: it finds every code with the stated amount, except codes that end in NF (not found) and
 * WA (wrong amount), so that a trainee can meet both.
 */
export const practiceInbox: PaymentInbox = {
  find: ({ code, amountCents }): Found => {
    const typed = code.toUpperCase();
    if (typed.endsWith('NF')) return { state: 'not-found', foundAmountCents: null };
    if (typed.endsWith('WA')) return { state: 'wrong-amount', foundAmountCents: Math.max(0, amountCents - shortCents) };
    return { state: 'matched', foundAmountCents: amountCents };
  },
};
