import { assertNever } from '../base/assert-never.ts';

/** What a clerk opens at the counter for the person who stands there. */
export const counterServiceIds = ['transfer', 'duplicate-logbook', 'provisional-licence', 'test-booking', 'interim-licence'] as const;
export type CounterServiceId = (typeof counterServiceIds)[number];

export const serviceIds = [...counterServiceIds, 'batch-registration', 'school-list'] as const;
/** A service of the portal that Kaunta can take; each adds one rules file in `services/`. */
export type ServiceId = (typeof serviceIds)[number];

export const applicationStates = [
  'draft',
  'awaiting-party',
  'awaiting-payment',
  'queued',
  'in-review',
  'approved',
  'ready',
  'collected',
  'declined',
  'cancelled',
  'conflict',
  'returned',
  'refused',
  'expired',
] as const;
/** The one life every application has (DESIGN §2). */
export type ApplicationState = (typeof applicationStates)[number];

const next: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  draft: ['awaiting-party', 'awaiting-payment', 'declined', 'cancelled', 'expired'],
  'awaiting-party': ['draft', 'awaiting-payment', 'declined', 'cancelled', 'expired'],
  'awaiting-payment': ['draft', 'awaiting-party', 'queued', 'declined', 'cancelled', 'expired'],
  queued: ['in-review', 'approved', 'returned', 'refused', 'conflict', 'cancelled'],
  'in-review': ['approved', 'returned', 'refused', 'conflict', 'cancelled'],
  approved: ['ready', 'collected'],
  ready: ['collected'],
  collected: [],
  declined: [],
  cancelled: [],
  conflict: ['cancelled', 'queued'],
  returned: ['queued', 'cancelled', 'expired'],
  refused: [],
  expired: [],
};

export function mayBecome(from: ApplicationState, to: ApplicationState): boolean {
  return next[from].includes(to);
}

/** PROVISIONAL until the hub has confirmed, CONFIRMED after, `open` before money, `ended` when nothing more will come of it (DESIGN §2). */
export const standings = ['open', 'provisional', 'confirmed', 'ended'] as const;
export type Standing = (typeof standings)[number];

export function standingOf(state: ApplicationState): Standing {
  switch (state) {
    case 'draft':
    case 'awaiting-party':
    case 'awaiting-payment':
      return 'open';
    case 'queued':
    case 'in-review':
    case 'returned':
    case 'conflict':
      return 'provisional';
    case 'approved':
    case 'ready':
    case 'collected':
      return 'confirmed';
    case 'declined':
    case 'cancelled':
    case 'refused':
    case 'expired':
      return 'ended';
    default:
      return assertNever(state);
  }
}

/** States in which the facts may still be typed: before money, or sent back for mending. */
export function isEditable(state: ApplicationState): boolean {
  return standingOf(state) === 'open' || state === 'returned';
}
