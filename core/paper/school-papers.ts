import type { PaperFrame } from './paper.ts';
import type { TestSitting, TestSlipData } from './test-papers.ts';

/** For the driving school: which of its candidates have a seat, and which only wait (issue 5, point 6). */
export interface SchoolSlipData extends PaperFrame, TestSitting {
  readonly listNumber: string;
  readonly schoolName: string;
  readonly contactName: string;
  /** In words, such as `A2 · motorcycle taxi, courier`. */
  readonly licenceClass: string;
  readonly receiptNumber: string | null;
  readonly totalCents: number;
  readonly booked: readonly (ListedCandidate & { readonly seat: number })[];
  readonly waiting: readonly (ListedCandidate & { readonly place: number })[];
}

export interface ListedCandidate {
  readonly name: string;
  readonly maskedId: string;
  readonly bookingNumber: string;
}

/** The slips of all candidates of a list, in one run. */
export interface ListSlipsData extends PaperFrame {
  readonly listNumber: string;
  readonly slips: readonly TestSlipData[];
}
