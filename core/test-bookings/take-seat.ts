import { isSamePlace, nextSeat } from '#shared/domain/seat-lease.ts';
import { bookedTest, placeOf, type TestBookingBody } from '#shared/domain/services/test-booking.ts';
import type { Application } from '../applications/service.ts';
import type { CommandContext } from '../context.ts';
import { queueUnasked } from '../printing/service.ts';
import { AppError } from '../refusal.ts';
import { listLeases, takeSeat, type SeatClock } from '../seats/service.ts';
import { putBooking } from './store.ts';

/** Takes the next seat of this device's leases for a booking, in the transaction of its money. */
export function seatTaking(clock: SeatClock) {
  return (cx: CommandContext, application: Application, body: TestBookingBody): TestBookingBody => {
    const place = placeOf(body);
    if (!place) throw new AppError('application.incomplete');
    const trusted = clock();
    if (trusted === null) throw new AppError('seat.clock-set-back');
    const { deviceId, epoch } = cx.office;
    // The hub judges the entry's own time, so a lease counts from its beginning by that time too.
    const leases = listLeases(cx.db, { from: place.day, to: place.day, of: place }).filter(
      (lease) => isSamePlace(lease, place) && lease.from <= cx.now,
    );
    const next = nextSeat(leases, { deviceId, epoch, at: trusted > cx.now ? trusted : cx.now });
    if (!next) throw new AppError('seat.none-left', { ...place });
    takeSeat(cx.db, next, application.id);
    const sent = { ...body, seat: next };
    const booked = bookedTest(sent, body.driver);
    if (!booked) throw new AppError('application.incomplete');
    const { id: applicationId, reference: number, officeCode } = application;
    putBooking(cx.db, { ...booked, applicationId, number, officeCode, state: 'booked', at: cx.now });
    queueUnasked(cx, { kind: 'test-slip', id: applicationId });
    cx.announce('tests');
    return sent;
  };
}
