import type { Instant } from '#shared/base/instant.ts';
import type { UnitState } from '#shared/domain/batch/unit.ts';
import type { Standing } from '#shared/domain/application.ts';
import type { PaperFeeLine, PaperFrame, PaperOffice, PaperPayment } from './paper.ts';

/** A dealer's batch (DOMAIN §5.2), as both of its papers name it. */
export interface BatchFrame extends PaperFrame {
  readonly batchNumber: string;
  readonly standing: Standing;
  readonly dealerName: string;
  readonly dealerMaskedPin: string;
  readonly feeLines: readonly BatchFeeLine[];
  readonly totalCents: number;
  /** What of it was asked back since. */
  readonly refunds: readonly { readonly at: Instant; readonly amountCents: number }[];
}

/** One fee for all units that pay it: `amountCents` is units times `eachCents`. */
export interface BatchFeeLine extends PaperFeeLine {
  readonly units: number;
  readonly eachCents: number;
}

/** Lies on top of a batch's papers. */
export interface BatchCoverData extends BatchFrame {
  readonly broughtBy: string;
  readonly fileName: string;
  readonly receivedAt: Instant;
  readonly receiptNumber: string | null;
  readonly goodUnits: readonly BatchUnit[];
  readonly otherRows: readonly BatchRow[];
}

/** One payment for a batch, one receipt, and a line a unit (FEATURES E6). */
export interface BatchReceiptData extends BatchFrame {
  readonly receiptNumber: string;
  readonly payerName: string;
  readonly payerMaskedId: string;
  readonly payment: PaperPayment;
  readonly clerkName: string;
  readonly takenAt: Instant;
  readonly units: readonly BatchUnit[];
}

export interface BatchUnit {
  /** Its row in the dealer's file. */
  readonly row: number;
  readonly chassis: string;
  readonly engineNumber: string;
  readonly model: string;
  readonly amountCents: number;
}

/** One slip for each motorcycle of a batch, to go with it: what it is, whose, and where its registration stands. */
export interface UnitSlipsData extends PaperFrame {
  readonly batchNumber: string;
  readonly dealerName: string;
  readonly slips: readonly UnitSlip[];
}

export interface UnitSlip {
  readonly row: number;
  readonly state: UnitState;
  readonly chassis: string;
  readonly engineNumber: string;
  readonly model: string;
  readonly ownerName: string;
  readonly ownerMaskedId: string;
  readonly collectionOffice: PaperOffice;
  /** Both are there once it is registered. */
  readonly plate: string | null;
  readonly logbookNumber: string | null;
}

/** A row that stays behind: bad until it is mended, or set aside by a person. */
export interface BatchRow {
  readonly row: number;
  readonly state: 'bad' | 'set-aside';
  readonly chassis: string;
  readonly reason: string;
}
