import type { Instant } from '#shared/base/instant.ts';
import type { DrivingReference } from '#shared/domain/driving-class.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import type { Actor } from '#shared/domain/role.ts';
import type { ReadDb, WriteDb } from './db/database.ts';
import type { OfficeIdentity } from './office/identity.ts';
import type { Seat } from './people/seat.ts';
import type { SeriesKind } from '#shared/domain/series-kind.ts';

/** What screens are told to read again. */
export type Topic =
  | 'applications'
  | 'batches'
  | 'queue'
  | 'line'
  | 'people'
  | 'settings'
  | 'registrar'
  | 'logbooks'
  | 'sheets'
  | 'shelf'
  | 'stock'
  | 'start'
  | 'vehicles'
  | 'drivers'
  | 'notices'
  | 'copies'
  | 'printing'
  | 'tests'
  | 'school-lists';

export interface QueryContext {
  readonly db: ReadDb;
  readonly now: Instant;
  readonly office: OfficeIdentity;
  readonly actor: Actor;
  readonly seat: Seat;
  /** Classes and rules of driving, as they ship or as the hub last told. */
  readonly driving: DrivingReference | null;
}

/** What a command may do inside its one transaction. */
export interface CommandContext extends Omit<QueryContext, 'db'> {
  readonly db: WriteDb;
  readonly entryId: string;
  readonly newId: () => string;
  takeNumber(kind: SeriesKind): string;
  /** What the act was done to; without it the act concerns the office as a whole. */
  setSubject(subject: string): void;
  /** What the journal keeps instead of the input as it came: never a password, never a file. */
  setPayload(payload: unknown): void;
  /**
   * Puts a part of the act into the journal ahead of it, in its transaction and about its subject, or about one of its own: no entry may be
   * longer than the hub reads.
   */
  recordBefore(kind: string, payload: unknown, subject?: string): void;
  /** Who acted, where that is not the person at the desk (sign-in). */
  setActor(actor: Actor): void;
  /** What a repeat of the act is told instead of its answer, where that is shown only once. */
  setReply(reply: unknown): void;
  /** Commits what was done and then refuses: a wrong password must count although the act fails. */
  refuseAfterCommit(refusal: Refusal): void;
  /** Runs once the transaction is on disk, never before. */
  afterCommit(effect: () => void): void;
  announce(...topics: readonly Topic[]): void;
}

/** Typing that is kept without being an act. */
export interface KeepContext extends Omit<QueryContext, 'db'> {
  readonly db: WriteDb;
  announce(...topics: readonly Topic[]): void;
}
