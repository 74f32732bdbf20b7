import type * as z from 'zod';
import { dayOf } from '#shared/base/instant.ts';
import type { testDay } from '#shared/contract/test-day.ts';
import { normaliseIdentityNumber } from '#shared/domain/identity-document.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { CheckInWay } from '#shared/domain/test-result.ts';
import { isCode } from '#shared/protocol/paper-code.ts';
import type { CommandContext } from '../context.ts';
import { readPaper } from '../paper-check/read.ts';
import { AppError } from '../refusal.ts';
import { findBooking, listBookings, type Booking } from '../test-bookings/service.ts';
import { candidateOf } from './candidate.ts';
import { getCentre, refuseOtherOffice, type Sitting } from './sitting.ts';
import { findCheckIn, putCheckIn } from './store.ts';

type Wanted = z.output<typeof testDay.checkIn.input>;

/** Somebody has come to the test: found by what they show, on its day, at its sitting, once. */
export function checkIn(cx: CommandContext, reference: Reference, { code, ...sitting }: Wanted) {
  refuseOtherOffice(cx, reference, sitting.centre);
  if (sitting.day !== dayOf(cx.now)) throw new AppError('test.not-today', { day: sitting.day });
  const { booking, way } = shownBy(cx, code, sitting);
  if (!booking) throw new AppError('test.not-listed', { code: way === 'code' ? '' : code });
  if (booking.state !== 'booked') throw new AppError('test.not-listed', { code: booking.number });
  if (!isAt(booking, sitting)) throw otherSitting(reference, booking);
  if (findCheckIn(cx.db, booking.applicationId)) throw new AppError('test.checked-in', { name: booking.driver.name });
  const bookingId = booking.applicationId;
  putCheckIn(cx.db, { bookingId, at: cx.now, way, clerkId: cx.actor.id, clerkName: cx.actor.name });
  cx.setSubject(`application:${bookingId}`);
  cx.setPayload({ bookingId, bookingNumber: booking.number, at: cx.now, way });
  cx.announce('tests');
  return candidateOf(cx.db, booking);
}

interface Shown {
  readonly booking: Booking | undefined;
  readonly way: CheckInWay;
}

/** Whose booking is meant: a slip by its signed code, else a booking's number, else an ID number that is on a list of that day. */
function shownBy(cx: CommandContext, code: string, sitting: Sitting): Shown {
  if (isCode(code)) return { booking: findBooking(cx.db, slipNumber(cx, code)), way: 'code' };
  const typed = code.trim().toUpperCase();
  const byNumber = findBooking(cx.db, typed);
  if (byNumber) return { booking: byNumber, way: 'number' };
  const idNumber = normaliseIdentityNumber(typed);
  const own = listBookings(cx.db, { centre: sitting.centre, day: sitting.day, session: null }).filter(
    (one) => one.driver.idNumber === idNumber,
  );
  return { booking: own.find((one) => isAt(one, sitting)) ?? own[0], way: 'id' };
}

function slipNumber(cx: CommandContext, code: string): string {
  const read = readPaper(cx, code);
  if (!read.ok) throw new AppError('test.code-not-valid', { why: read.why });
  if (read.facts.kind !== 'test-slip') throw new AppError('test.code-not-slip', { kind: read.facts.kind });
  return read.facts.number;
}

function isAt(booking: Booking, { centre, day, session }: Sitting): boolean {
  return booking.centre === centre && booking.day === day && booking.session === session;
}

function otherSitting(reference: Reference, { driver: { name }, centre, day, session, seat }: Booking): AppError {
  const startsAt = reference.testSessions.sessions.find(({ id }) => id === session)?.startsAt ?? session;
  return new AppError('test.other-sitting', { name, centre: getCentre(reference, centre).name, day, startsAt, seat });
}
