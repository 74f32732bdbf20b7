import type { Day, Instant } from '#shared/base/instant.ts';
import type { Standing } from '#shared/domain/application.ts';
import type { PaperFrame, PaperOffice } from './paper.ts';

/** What a paper says of one candidate's test, as the office that runs the centre recorded it (DOMAIN §6.2). */
interface TestedCandidate extends PaperFrame {
  readonly number: string;
  /** `ended`: another result took its place, or the hub refused it. */
  readonly standing: Standing;
  readonly candidateName: string;
  readonly maskedId: string;
  readonly provisionalLicence: string;
  /** In words, such as `A2 · motorcycle taxi, courier`. */
  readonly licenceClass: string;
  readonly centre: PaperOffice;
  readonly day: Day;
  readonly bookingNumber: string;
  readonly stages: readonly PaperStage[];
  readonly clerkName: string;
  readonly at: Instant;
  /** Why it took the place of an earlier result; null where it is the first. */
  readonly corrected: { readonly at: Instant; readonly reason: string } | null;
}

export interface PaperStage {
  readonly name: string;
  /** Null: not taken. */
  readonly marks: number | null;
  readonly fullMarks: number;
  readonly passMarks: number;
}

/** For who passed: good for the months in which the interim licence is asked for. */
export interface CertificateData extends TestedCandidate {
  readonly validUntil: Day;
}

/** For who did not pass: what was missing, and from when the next test may be booked. */
export interface ResultSlipData extends TestedCandidate {
  readonly resitFrom: Day | null;
}

/** What its holder may drive on until the licence itself is issued: asked for and paid after a pass, approved by the hub. */
export interface InterimLicenceData extends PaperFrame {
  /** The application's reference. */
  readonly number: string;
  readonly standing: Standing;
  readonly holderName: string;
  readonly maskedId: string;
  /** Of the result that it was asked for with. */
  readonly certificateNumber: string;
  readonly classes: readonly { readonly licenceClass: string; readonly since: Day; readonly until: Day | null }[];
  readonly validUntil: Day;
  readonly receiptNumber: string | null;
}
