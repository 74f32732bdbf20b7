import type { Day, Instant } from '#shared/base/instant.ts';
import type { ReceiptSeries } from '#shared/domain/receipt.ts';
import type { SheetCount } from '#shared/domain/sheet.ts';
import type { PaperFrame } from './paper.ts';

/** For the office's file: which receipt is void, why, and who stands by it (FEATURES F2). */
export interface VoidFormData extends PaperFrame {
  readonly receiptNumber: string;
  readonly applicationReference: string;
  readonly serviceName: string;
  readonly plate: string | null;
  readonly vehicleLine: string | null;
  readonly payerName: string;
  readonly payerMaskedId: string;
  readonly method: string;
  readonly code: string;
  readonly amountCents: number;
  readonly takenAt: Instant;
  readonly takenBy: string;
  readonly voidedAt: Instant;
  readonly voidedBy: string;
  readonly supervisorName: string;
  readonly reason: string;
  readonly note: string;
  /** The application's state as a sentence. */
  readonly caseWords: string;
}

/** Whether every receipt number of some days is there (FEATURES F3). */
export interface SeriesReportData extends PaperFrame {
  readonly from: Day;
  readonly to: Day;
  readonly series: readonly ReceiptSeries[];
}

/** The day end of the numbered office sheets: issued = used + spoiled + left (FEATURES C2). */
export interface SheetReportData extends PaperFrame {
  readonly from: Day;
  readonly to: Day;
  readonly total: SheetCount;
  readonly ranges: readonly { readonly from: string; readonly to: string; readonly count: SheetCount }[];
  readonly spoiled: readonly { readonly serial: string; readonly at: Instant; readonly reason: string }[];
}
