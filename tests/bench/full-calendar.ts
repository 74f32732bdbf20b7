import { addDays, dayOf, instantOf } from '#shared/base/instant.ts';
import { builtInTerms, leaseEnd, type SeatPlace } from '#shared/domain/seat-lease.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { findIdentity } from '#core/office/identity.ts';
import { putLease, putSessions, takeSeat } from '#core/seats/service.ts';
import type { Storage } from '#core/storage.ts';

const centreCount = 40;
const dayCount = 60;
export const testedClass = 'B1';
const seatsAtHub = 20;
const seatsLent = 6;
/** Of every second centre one seat more is booked, so that two calendars differ in each session. */
const seatsTaken = (centre: number) => 2 + (centre % 2);

/** Those of the reference, and as many more under codes that nobody has; in the order of the list at the counter. */
export function benchCentres({ testCentres }: Pick<Reference, 'testCentres'>): string[] {
  const known = testCentres.centres.map(({ code }) => code);
  const invented = Array.from({ length: centreCount - known.length }, (_, number) => `Z${String(number).padStart(2, '0')}`);
  return [...known, ...invented].toSorted();
}

/** 40 centres, 60 days from tomorrow on, four sessions each: of every one this PC holds a lease with seats booked and seats left. */
export function fillCalendar(storage: Storage, reference: Pick<Reference, 'testCentres' | 'testSessions'>): readonly SeatPlace[] {
  const office = findIdentity(storage.reader);
  if (!office) throw new Error('Not the file of an office');
  const now = instantOf(Date.now());
  const { deviceId, epoch } = office;
  const days = Array.from({ length: dayCount }, (_, ahead) => addDays(dayOf(now), ahead + 1));
  const sessions = reference.testSessions.sessions.map(({ id }) => id);
  const places: SeatPlace[] = [];
  storage.transact((db) => {
    for (const [number, centre] of benchCentres(reference).entries()) for (const day of days) open(number, { centre, day });

    function open(number: number, { centre, day }: Pick<SeatPlace, 'centre' | 'day'>): void {
      putSessions(db, { centre, day, sessions: sessions.map((session) => ({ session, class: testedClass, seats: seatsAtHub })) });
      for (const session of sessions) {
        const place = { centre, day, session, class: testedClass };
        const until = leaseEnd(day, now, builtInTerms);
        if (until === null) continue;
        places.push(place);
        const leaseId = `${centre}-${day}-${session}`;
        const seats = Array.from({ length: seatsLent }, (_, seat) => seat + 1);
        putLease(db, { ...place, leaseId, deviceId, epoch, seats, from: now, until }, now);
        for (const seat of seats.slice(0, seatsTaken(number))) takeSeat(db, { leaseId, seat }, `${leaseId}-${seat}`);
      }
    }
  });
  return places;
}
