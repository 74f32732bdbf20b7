import type { Instant } from '#shared/base/instant.ts';
import type { Surrender } from '#shared/domain/logbook.ts';
import type { SendBackReason, ShelfItemKind, ShelfNoticeState, ShelfState } from '#shared/domain/shelf.ts';

/** One thing on the shelf, as it is stored. */
export interface ShelfItem {
  readonly id: string;
  readonly kind: ShelfItemKind;
  /** Of an eLogbook copy, else null. */
  readonly applicationId: string | null;
  readonly plate: string;
  readonly owner: string;
  readonly idKind: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly number: string;
  readonly reference: string;
  readonly place: string;
  readonly state: ShelfState;
  readonly shelvedAt: Instant;
  readonly changedAt: Instant;
  readonly clerkName: string;
  readonly sendBackReason: SendBackReason | null;
  readonly note: string;
}

/** With what is known of it elsewhere: the old book to be given up, and the message to the owner. */
export interface ShelfLine extends ShelfItem {
  readonly surrender: Surrender;
  /** JSON of the newer eLogbook that took its place; null while it is good. */
  readonly endedBy: string | null;
  readonly noticeState: ShelfNoticeState | null;
  readonly noticeAt: Instant | null;
  readonly noticeReason: string | null;
  /** Of the collection slip, once it was handed over. */
  readonly slipNumber: string | null;
  /** Of the scan of the letter by which it was handed over. */
  readonly letterSha256: string | null;
}
