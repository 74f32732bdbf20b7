import { maskIdentityNumber } from '#shared/domain/mask.ts';
import { bookedTest } from '#shared/domain/services/test-booking.ts';
import { getApplication } from '../applications/service.ts';
import { getFacts } from '../paper-seal/facts.ts';
import { AppError } from '../refusal.ts';
import { frame, type PaperSource } from './data.ts';
import type { TestSlipData } from './test-papers.ts';

/** The slip of a booking that stands. Whose seat was cancelled or not taken by the hub gets none. */
export function testSlipData({ cx, reference, locale }: PaperSource, id: string): TestSlipData {
  const application = getApplication(cx.db, id);
  const { body, state, reference: bookingNumber } = application;
  const booked = body.service === 'test-booking' && state === 'approved' ? bookedTest(body, body.driver) : null;
  if (!booked) throw new AppError('paper.not-approved', { reference: bookingNumber });
  const { centre, day, session, class: of, seat, driver } = booked;
  const startsAt = reference.testSessions.sessions.find(({ id: known }) => known === session)?.startsAt ?? '';
  const name = reference.drivingClasses.classes.find((one) => one.id === of)?.names[locale];
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
    licenceClass: name === undefined ? of : `${of} · ${name}`,
    outcome: { kind: 'final', seat },
    receiptNumber: application.receiptNumber,
  };
}
