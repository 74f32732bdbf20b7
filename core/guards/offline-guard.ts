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
  standing(now: Instant): OfflineView;
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
  readonly now: () => number;
}

export function openOfflineGuard({ reader, onContact, now: wallMs }: OfflineGuardDeps): OfflineGuard {
  let heard: Heard | undefined;
  onContact(() => {
    heard = { wallMs: wallMs(), steadyMs: performance.now() };
  });
  const standing = (now: Instant): OfflineView => {
    const { waiting, oldestAt: oldestUnsentAt } = countUnsent(reader());
    const lastHeardAt = heard ? instantPlusMs(now, -sinceMs(heard, wallMs())) : notAfter(now, readContact(reader()).lastContactAt);
    const { limits, setBy } = limitsOf(reader());
    return { ...offlineStanding(limits, { now, lastHeardAt, oldestUnsentAt, waiting }), limits, setBy, waiting };
  };
  const guard: Guard = ({ kind, now }) => {
    if (!mayStop(kind) || !stoppedKinds(limitsOf(reader()).limits).includes(kind)) return undefined;
    return refusalOf(standing(now));
  };
  return { guard, standing };
}

/** When the hub was heard in this run of the program, by both clocks of the PC. */
interface Heard {
  readonly wallMs: number;
  readonly steadyMs: number;
}

/**
 * The longer of two measures: a clock set back does not shorten the time alone, and a PC that slept is not younger for it. A clock that was
 * once far ahead and is right again does no harm here, because the business time it left behind is not asked.
 */
function sinceMs(heard: Heard, nowMs: number): number {
  return Math.round(Math.max(performance.now() - heard.steadyMs, nowMs - heard.wallMs, 0));
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
