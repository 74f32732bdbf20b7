import type { Day } from '#shared/base/instant.ts';
import type { PaperFrame } from './paper.ts';

/** What waits for its owner on the shelf, by how long it has waited (issue 4, the ageing report). */
export interface ShelfReportData extends PaperFrame {
  readonly day: Day;
  readonly total: number;
  /** Ages in words, each with how many things have it. */
  readonly bands: readonly { readonly band: string; readonly count: number }[];
  /** The longest first; where there are more than fit a report, the rest is younger. */
  readonly items: readonly ShelfReportItem[];
}

export interface ShelfReportItem {
  readonly place: string;
  readonly plate: string;
  readonly kind: string;
  readonly owner: string;
  /** The eLogbook's number, the old book's serial, or empty. */
  readonly number: string;
  readonly since: Day;
  readonly days: number;
}
