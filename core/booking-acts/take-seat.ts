import { bookedTest, placeOf, type TestBookingBody } from '#shared/domain/services/test-booking.ts';
import type { Application } from '../applications/service.ts';
import type { CommandContext } from '../context.ts';
import { queueUnasked } from '../printing/service.ts';
import { AppError } from '../refusal.ts';
import { takeSeat, type SeatClock } from '../seats/service.ts';
import { getSeatAtHand } from './seat-at-hand.ts';
import { noteChange } from './note-change.ts';
import { putBooking } from '../test-bookings/service.ts';
import { dropWaiter } from './wait-store.ts';

/** What a booking does of its own: it takes the next seat of this device's leases in the transaction of its money, and gives it up. */
export function bookingAct(clock: SeatClock) {
  return {
    send: (cx: CommandContext, application: Application, body: TestBookingBody): TestBookingBody => {
      dropWaiter(cx.db, application.id);
      return bookNextSeat(cx, clock, { application, body });
    },
    cancel: (cx: CommandContext, { id, state }: Application): void => {
      cx.announce('tests');
      if (state === 'approved') noteChange(cx, { applicationId: id, what: 'cancelled' });
    },
  };
}

/** Gives the booking the next seat of the place that it names, in place of one it had, and prints its slip. */
export function bookNextSeat(
  cx: CommandContext,
  clock: SeatClock,
  { application, body }: { readonly application: Application; readonly body: TestBookingBody },
): TestBookingBody & { readonly seat: NonNullable<TestBookingBody['seat']> } {
  const place = placeOf(body);
  if (!place) throw new AppError('application.incomplete');
  const seat = getSeatAtHand(cx, clock, place);
  takeSeat(cx.db, seat, application.id);
  const sent = { ...body, seat };
  const booked = bookedTest(sent, body.driver);
  if (!booked) throw new AppError('application.incomplete');
  const { id: applicationId, reference: number, officeCode } = application;
  putBooking(cx.db, { ...booked, applicationId, number, officeCode, state: 'booked', at: cx.now });
  queueUnasked(cx, { kind: 'test-slip', id: applicationId });
  cx.announce('tests');
  return sent;
}
