import { maskIdentityNumber } from '#shared/domain/mask.ts';
import { bookedTest } from '#shared/domain/services/test-booking.ts';
import { getApplication } from '../applications/service.ts';
import { getFacts } from '../paper-seal/facts.ts';
import { AppError } from '../refusal.ts';
import { findWaiter, placeOfWaiter } from '../booking-acts/service.ts';
import { classText } from './class-text.ts';
import { frame, type PaperSource } from './data.ts';
import type { TestSlipData } from './test-papers.ts';

/** Who waits has no seat of any lease. */
const nobodys = { leaseId: '', seat: 0 };

/** The slip of a booking that stands, or of a place on the wait list. Whose seat was cancelled or not taken by the hub gets none. */
export function testSlipData({ cx, reference, locale }: PaperSource, id: string): TestSlipData {
  const application = getApplication(cx.db, id);
  const { body, state, reference: bookingNumber } = application;
  const waiter = findWaiter(cx.db, id);
  if (body.service !== 'test-booking' || (state !== 'approved' && !waiter))
    throw new AppError('paper.not-approved', { reference: bookingNumber });
  const booked = waiter ? bookedTest({ ...body, ...waiter, seat: nobodys }, body.driver) : bookedTest(body, body.driver);
  if (!booked) throw new AppError('paper.not-approved', { reference: bookingNumber });
  const { centre, day, session, class: of, seat, driver } = booked;
  const startsAt = reference.testSessions.sessions.find(({ id: known }) => known === session)?.startsAt ?? '';
  return {
    ...frame(cx, getFacts(cx.db, 'test-slip', bookingNumber), cx.now),
    centre: { code: centre, name: reference.testCentres.centres.find(({ code }) => code === centre)?.name ?? centre },
    day,
    session: startsAt < '12:00' ? 'morning' : 'afternoon',
    startsAt,
    bookingNumber,
    candidateName: driver.name,
    maskedId: maskIdentityNumber(driver.idNumber),
    provisionalLicence: driver.provisionalNumber,
    licenceClass: classText(reference, of, locale),
    outcome: waiter ? { kind: 'waiting', place: placeOfWaiter(cx.db, waiter) } : { kind: 'final', seat },
    receiptNumber: application.receiptNumber,
  };
}
