import { instantPlusMs, type Instant } from '../base/instant.ts';

/** How a counter that works without its hub stands: nothing to say, a warning of what will stop and when, or the risky kinds stopped. */
export const limitStates = ['within', 'warn', 'stop'] as const;
export type LimitState = (typeof limitStates)[number];

/** How long, and with how many acts that the hub has not taken, an office may work alone. */
export interface OfflineLimits {
  readonly warnAfterHours: number;
  readonly stopAfterHours: number;
  readonly warnAtWaiting: number;
  readonly stopAtWaiting: number;
  /** The kinds of act that stop, such as `applications.open`. */
  readonly stopped: readonly string[];
}

/**
 * What holds until the hub says otherwise: 72 hours and 7 days (RELIABILITY §4, offline policy), and as many acts as 60 people a day, eight
 * acts each, leave in four days and in ten. What stops is what makes a right or a paper out of facts that may be old by then; a case that
 * was begun is still paid for, sent and given its receipt.
 */
export const builtInLimits: OfflineLimits = {
  warnAfterHours: 72,
  stopAfterHours: 7 * 24,
  warnAtWaiting: 2_000,
  stopAtWaiting: 5_000,
  stopped: ['applications.open', 'applications.supervise', 'registrar.decide', 'logbooks.issueCopy', 'shelf.handOver'],
};

/** Taking money, and the doors of the office: nobody may be left before a shut drawer, or without a way to send, look and sign out. */
const neverStopped: readonly string[] = ['applications.submit'];
const neverStoppedFeatures: readonly string[] = ['people', 'queue', 'post', 'copies', 'system', 'settings', 'start', 'office', 'devices'];

/** Whether an act of this kind may ever be stopped by limits, whoever names it. */
export function mayStop(kind: string): boolean {
  const feature = kind.split('.', 1)[0] ?? '';
  return !neverStopped.includes(kind) && !neverStoppedFeatures.includes(feature);
}

/**
 * Which kinds these limits stop: those they name, without those that never stop. Money is taken in the act that sends an application, so
 * where that is to stop, no new application is begun instead.
 */
export function stoppedKinds({ stopped }: OfflineLimits): readonly string[] {
  const meant = stopped.map((kind) => (kind === 'applications.submit' ? 'applications.open' : kind));
  return [...new Set(meant)].filter(mayStop);
}

/** How long this PC has been without the hub's ear, and what it holds back. */
export interface TimeAlone {
  readonly now: Instant;
  readonly lastHeardAt: Instant;
  /** The oldest act that the hub has neither answered nor been shown. */
  readonly oldestUnsentAt: Instant | null;
  readonly waiting: number;
}

export interface OfflineStanding {
  readonly state: LimitState;
  readonly aloneSince: Instant;
  readonly warnAt: Instant;
  readonly stopAt: Instant;
  /** Which limit was reached, where one was. */
  readonly reached: 'age' | 'waiting' | null;
}

const hourMs = 60 * 60_000;

/** Where an office stands with its limits. A warning never comes after its stop, however the limits were written. */
export function offlineStanding(limits: OfflineLimits, { now, lastHeardAt, oldestUnsentAt, waiting }: TimeAlone): OfflineStanding {
  const aloneSince = oldestUnsentAt !== null && oldestUnsentAt < lastHeardAt ? oldestUnsentAt : lastHeardAt;
  const stopAt = instantPlusMs(aloneSince, limits.stopAfterHours * hourMs);
  const warnAt = instantPlusMs(aloneSince, Math.min(limits.warnAfterHours, limits.stopAfterHours) * hourMs);
  const standing = (state: LimitState, reached: OfflineStanding['reached']) => ({ state, aloneSince, warnAt, stopAt, reached });
  if (now >= stopAt) return standing('stop', 'age');
  if (waiting >= limits.stopAtWaiting) return standing('stop', 'waiting');
  if (now >= warnAt) return standing('warn', 'age');
  if (waiting >= limits.warnAtWaiting) return standing('warn', 'waiting');
  return standing('within', null);
}
