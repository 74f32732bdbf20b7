import { msOf, type Instant } from '#shared/base/instant.ts';
import { trustedTime, type TimeEvidence } from '#shared/domain/trusted-time.ts';
import type { ReadDb } from '../db/database.ts';
import { readContact } from '../guards/service.ts';
import { findHead } from '../journal/journal.ts';

/** The time by which leases are judged at this counter; null where the PC's clock was set back and the hub was not heard since. */
export type SeatClock = () => Instant | null;

export interface SeatClockDeps {
  readonly reader: () => ReadDb;
  readonly onContact: (listener: () => void) => void;
  /** The PC's clock, which a person may set, and the time since it was started, which nobody can; both in milliseconds. */
  readonly now: () => number;
  readonly steadyNow: () => number;
}

/** A contact is written down within a minute of it; what was written by another setting of the clock lies further off. */
const contactNoteMs = 2 * 60_000;

export function openSeatClock({ reader, onContact, now, steadyNow }: SeatClockDeps): SeatClock {
  const started = { wallMs: now(), steadyMs: steadyNow() };
  let contact: { readonly wallMs: number; readonly steadyMs: number } | undefined;
  onContact(() => {
    contact = { wallMs: now(), steadyMs: steadyNow() };
  });
  return () => {
    const { lastContactAt, hubAheadMs } = readContact(reader());
    const heard = contact && hubAheadMs !== null && Math.abs(msOf(lastContactAt) - contact.wallMs) <= contactNoteMs ? contact : undefined;
    return trustedTime({
      wallMs: now(),
      startedMs: started.wallMs,
      runMs: steadyNow() - started.steadyMs,
      lastActAt: findHead(reader())?.at ?? null,
      heard: heard ? heardAt(heard, { hubAheadMs: hubAheadMs ?? 0, steadyMs: steadyNow() }) : null,
      lastContactAt,
      hubAheadMs,
    });
  };
}

function heardAt(
  { wallMs, steadyMs }: { readonly wallMs: number; readonly steadyMs: number },
  now: { readonly hubAheadMs: number; readonly steadyMs: number },
): TimeEvidence['heard'] {
  return { wallMs, hubMs: wallMs + now.hubAheadMs, agoMs: now.steadyMs - steadyMs };
}
