import type { Instant } from '#shared/base/instant.ts';
import { instantOf, instantPlusMs, msOf } from '#shared/base/instant.ts';
import {
  builtInLimits,
  mayStop,
  offlineStanding,
  stoppedKinds,
  type OfflineLimits,
  type OfflineStanding,
} from '#shared/domain/offline-limit.ts';
import { refusal, type Refusal } from '#shared/domain/refusal.ts';
import { changeBodies } from '#shared/protocol/messages.ts';
import type { ReadDb } from '../db/database.ts';
import type { Guard } from './guard.ts';
import { countUnsent, findLimitsWord, readContact } from './store.ts';

/** Holds an office to its limits of work without the hub (RELIABILITY §4, offline policy). */
export interface OfflineGuard {
  readonly guard: Guard;
  /** Where the office stands, for the screen that says what stops when. */
  readonly standing: (now: Instant) => OfflineView;
}

export interface OfflineView extends OfflineStanding {
  readonly limits: OfflineLimits;
  readonly setBy: 'hub' | 'kaunta';
  readonly waiting: number;
}

export interface OfflineGuardDeps {
  /** Reads what is committed: what a transaction of this moment adds is no reason to stop it. */
  readonly reader: () => ReadDb;
  readonly onContact: (listener: () => void) => void;
  /** The PC's clock, which a person may set, and the time since it was started, which nobody can; both in milliseconds. */
  readonly now: () => number;
  readonly steadyNow: () => number;
}

export function openOfflineGuard({ reader, onContact, now: wallNow, steadyNow }: OfflineGuardDeps): OfflineGuard {
  let heard: Moment | undefined;
  onContact(() => {
    heard = { wallMs: wallNow(), steadyMs: steadyNow() };
  });
  const standing = (now: Instant): OfflineView => {
    const { waiting, oldestAt: oldestUnsentAt } = countUnsent(reader());
    const lastHeardAt = heard
      ? instantPlusMs(now, -passedMs(heard, { wallMs: wallNow(), steadyMs: steadyNow() }))
      : notAfter(now, readContact(reader()).lastContactAt);
    const { limits, setBy } = limitsOf(reader());
    return { ...offlineStanding(limits, { now, lastHeardAt, oldestUnsentAt, waiting }), limits, setBy, waiting };
  };
  const guard: Guard = ({ kind, now }) => {
    if (!mayStop(kind) || !stoppedKinds(limitsOf(reader()).limits).includes(kind)) return undefined;
    return refusalOf(standing(now));
  };
  return { guard, standing };
}

/** A moment of this run of the program, by both clocks of the PC. */
interface Moment {
  readonly wallMs: number;
  readonly steadyMs: number;
}

/**
 * The longer of two measures: a clock set back does not shorten the time alone, nor does a PC that slept. Neither is the business time, which
 * a clock that was once far ahead has left in the future for good.
 */
function passedMs(from: Moment, to: Moment): number {
  return Math.round(Math.max(to.steadyMs - from.steadyMs, to.wallMs - from.wallMs, 0));
}

function notAfter(now: Instant, at: Instant): Instant {
  return instantOf(Math.min(msOf(now), msOf(at)));
}

/** A word that cannot be read (from a hub of another version) leaves what every counter starts with. */
function limitsOf(db: ReadDb): { readonly limits: OfflineLimits; readonly setBy: 'hub' | 'kaunta' } {
  const word = findLimitsWord(db);
  const read = word === undefined ? undefined : changeBodies.limits.safeParse(JSON.parse(word));
  return read?.success ? { limits: read.data, setBy: 'hub' } : { limits: builtInLimits, setBy: 'kaunta' };
}

function refusalOf({ state, reached, aloneSince, waiting, limits }: OfflineView): Refusal | undefined {
  if (state !== 'stop') return undefined;
  const facts = { since: aloneSince, waiting };
  return reached === 'waiting'
    ? refusal('limits.too-many-waiting', { ...facts, most: limits.stopAtWaiting })
    : refusal('limits.too-long-alone', { ...facts, hours: limits.stopAfterHours });
}
