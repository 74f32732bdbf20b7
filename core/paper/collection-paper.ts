import type { Instant } from '#shared/base/instant.ts';
import type { CollectorRole, ShelfItemKind } from '#shared/domain/shelf.ts';
import type { PaperFrame } from './paper.ts';

/** What somebody takes along, and signs for, who collected a logbook or plates (DOMAIN §4.6). */
export interface CollectionSlipData extends PaperFrame {
  readonly number: string;
  readonly itemKind: ShelfItemKind;
  readonly plate: string;
  readonly vehicleLine: string | null;
  /** The eLogbook's number or the old book's serial; empty for plates. */
  readonly itemNumber: string;
  /** The application's; empty for old books and plates. */
  readonly reference: string;
  readonly collectorName: string;
  readonly collectorMaskedId: string;
  readonly collectedAs: CollectorRole;
  readonly letter: { readonly signedBy: string; readonly day: string; readonly isScanned: boolean } | null;
  readonly isOldBookIn: boolean;
  readonly signedOnScreen: boolean;
  readonly clerkName: string;
  readonly at: Instant;
}
