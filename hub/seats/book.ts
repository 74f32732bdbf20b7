import { toInstant } from '#shared/base/instant.ts';
import { driverKey } from '#shared/domain/driver.ts';
import { seatFault } from '#shared/domain/seat-lease.ts';
import { bookedTest, placeOf } from '#shared/domain/services/test-booking.ts';
import type { BookingState } from '#shared/domain/test-booking.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import { refused, type ActContext, type ActOutcome } from '../acts/act.ts';
import { publish } from '../changes/publish.ts';
import { findDriver } from '../register/driver-store.ts';
import { drivingFor } from '../register/driving.ts';
import { concerned, keepBooking } from '../test-day/tested-booking.ts';
import { bookLockedSeat, findLease, freeSeat, lockSeat } from './seat-store.ts';

/** Makes the seat of a booking the candidate's own, if it was this device's to give; otherwise says why not. */
export async function bookSeat(cx: ActContext, submission: Submission): Promise<ActOutcome | undefined> {
  const { sql, device, entry } = cx;
  const { body, applicationId } = submission;
  const place = body.service === 'test-booking' ? placeOf(body) : null;
  if (body.service !== 'test-booking' || !place || !body.seat) return refused('application.incomplete', { step: 'place', field: 'day' });
  const use = { ...place, ...body.seat, deviceId: device.id, epoch: entry.epoch, applicationId, at: toInstant(entry.at) };
  const record = await lockSeat(sql, { ...place, seat: use.seat });
  const fault = seatFault(use, await findLease(sql, use.leaseId), record);
  if (fault) return refused(fault, { ...place, seat: use.seat });
  await bookLockedSeat(sql, { ...place, seat: use.seat }, applicationId);
  await tellBooking(cx, submission, 'booked');
  return undefined;
}

/** Frees the seat of a booking that was cancelled; its device may give it away again while its lease lasts. */
export async function freeBookedSeat(cx: ActContext, submission: Submission): Promise<void> {
  if (submission.service !== 'test-booking') return;
  await freeSeat(cx.sql, submission.applicationId);
  await tellBooking(cx, submission, 'cancelled');
}

/** Keeps what the day of the test needs of it, and tells the office that booked and the office that runs the centre. */
async function tellBooking(cx: ActContext, submission: Submission, state: BookingState): Promise<void> {
  const { sql, now } = cx;
  const { applicationId, officeCode, reference: number, body, clerk } = submission;
  if (body.service !== 'test-booking') return;
  const booked = bookedTest(body, (await findDriver(sql, body.parties.driver)) ?? body.driver);
  if (!booked) return;
  const { centres } = await drivingFor(cx, [body]);
  const runBy = centres.find(({ code }) => code === booked.centre)?.officeCode ?? officeCode;
  const kept = { ...booked, applicationId, number, officeCode, state };
  await keepBooking(sql, { ...kept, runBy, clerkId: clerk.id, driverKey: driverKey(booked.driver) });
  for (const audience of concerned({ officeCode, runBy })) {
    await publish(sql, { audience, kind: 'booking', key: applicationId, body: { ...kept, at: now } });
  }
}
