import type { Instant } from '#shared/base/instant.ts';
import type { PaymentMethod } from '#shared/domain/payment.ts';
import type { PaperFrame } from './paper.ts';

/** The report at the end of a shift (FEATURES F4): what there should be, what was counted, and which receipts it is about. */
export interface CashUpData extends PaperFrame {
  readonly shiftNumber: string;
  readonly clerkName: string;
  readonly openedAt: Instant;
  readonly closedAt: Instant;
  readonly floatCents: number;
  /** Notes and coins, the largest first. */
  readonly pieces: readonly { readonly valueCents: number; readonly count: number }[];
  /** Cash expects the opening float and what was taken. */
  readonly methods: readonly { readonly method: PaymentMethod; readonly expectedCents: number; readonly countedCents: number }[];
  /** Given by the clerk where anything differs. */
  readonly differenceReason: string | null;
  readonly supervisorName: string | null;
  readonly series: readonly CashUpSeries[];
  /** Acts of the shift that the hub does not have yet. */
  readonly notSent: number;
  /** SHA-256 in hex. */
  readonly chainHead: string;
}

export interface CashUpSeries {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly voided: number;
  readonly missing: number;
}
