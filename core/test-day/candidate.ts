import type * as z from 'zod';
import { toInstant } from '#shared/base/instant.ts';
import type { testDay } from '#shared/contract/test-day.ts';
import { maskIdentityNumber } from '#shared/domain/mask.ts';
import type { CandidateState } from '#shared/domain/test-result.ts';
import type { ReadDb } from '../db/database.ts';
import { findQueued } from '../sync/service.ts';
import type { Booking } from '../test-bookings/service.ts';
import { findCheckIn, listResults, type KeptResult } from './store.ts';

type Candidate = z.input<typeof testDay.list.output>['candidates'][number];

/** A booking as the day of the test shows it: whether they came, and the result that holds. */
export function candidateOf(db: ReadDb, booking: Booking): Candidate {
  const checkIn = findCheckIn(db, booking.applicationId);
  const results = listResults(db, booking.applicationId);
  const holds = holdingOf(results);
  const last = holds ?? results.at(-1);
  return {
    bookingId: booking.applicationId,
    bookingNumber: booking.number,
    seat: booking.seat,
    name: booking.driver.name,
    maskedIdNumber: maskIdentityNumber(booking.driver.idNumber),
    licenceClass: booking.class,
    attempt: booking.attempt,
    state: stateOf(holds, checkIn !== undefined),
    checkedInAt: checkIn?.at ?? null,
    result: last ? resultOf(last) : null,
    conflict: conflictOf(db, results),
  };
}

/** The result that holds: none where the hub took none. */
export function holdingOf(results: readonly KeptResult[]): KeptResult | undefined {
  return results.find(({ standing }) => standing !== 'ended');
}

function stateOf(holds: KeptResult | undefined, isHere: boolean): CandidateState {
  return holds?.outcome ?? (isHere ? 'checked-in' : 'booked');
}

function resultOf({ number, outcome, stages, resitFrom, validUntil, at, clerkName, standing, reason }: KeptResult) {
  const marks = stages.map(({ stage, marks: given }) => ({ stage, marks: given }));
  return { number, outcome, marks, resitFrom, validUntil, at, by: clerkName, standing, reason };
}

/** This PC's result that came second, for as long as nobody has corrected the first or taken it off the queue. */
function conflictOf(db: ReadDb, results: readonly KeptResult[]): Candidate['conflict'] {
  const own = results.findLast(({ isConflict }) => isConflict);
  const queued = own?.entryId == null ? undefined : findQueued(db, own.entryId);
  if (!own || queued?.outcome !== 'conflict') return null;
  const { who, office, when } = queued.detail;
  return {
    entryId: queued.entryId,
    clerkId: own.clerkId,
    own: resultOf(own),
    first: { by: String(who), office: String(office), at: toInstant(String(when)) },
  };
}
