import type { Day, Instant } from '#shared/base/instant.ts';
import type { PaperFrame } from './paper.ts';

/** One sitting of driving tests at a centre (DOMAIN §6). */
export interface TestSitting {
  readonly centre: { readonly code: string; readonly name: string };
  readonly day: Day;
  readonly session: 'morning' | 'afternoon';
  /** Wall clock, `08:00`. */
  readonly startsAt: string;
}

/** What the candidate takes along: a seat that is theirs, or a place on the waiting list that is no booking (FEATURES D2, D3). */
export interface TestSlipData extends PaperFrame, TestSitting {
  readonly bookingNumber: string;
  readonly candidateName: string;
  readonly maskedId: string;
  readonly provisionalLicence: string;
  /** In words, such as `A2 · motorcycle taxi, courier`: classes and their names are data. */
  readonly licenceClass: string;
  readonly outcome: { readonly kind: 'final'; readonly seat: number } | { readonly kind: 'waiting'; readonly place: number };
  readonly receiptNumber: string | null;
}

/** For the examiner: who sits where, with boxes to fill in by hand (FEATURES D7). */
export interface DayListData extends PaperFrame {
  readonly centre: TestSitting['centre'];
  readonly day: Day;
  /** Wall clock, `08:00`. */
  readonly startsAt: string;
  /** When this PC last heard all that the hub has to say, seats of other offices too; null: never. */
  readonly heardAt: Instant | null;
  /** The parts of the test in their order, each a box to write into. */
  readonly stages: readonly string[];
  readonly candidates: readonly DayListCandidate[];
}

export interface DayListCandidate {
  readonly seat: number;
  readonly name: string;
  readonly maskedId: string;
  readonly licenceClass: string;
  /** Counted from 1. */
  readonly attempt: number;
  readonly bookingNumber: string;
}
