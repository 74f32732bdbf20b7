import type { Day } from '#shared/base/instant.ts';
import { maskIdentityNumber } from '#shared/domain/mask.ts';
import { getFacts, sittingFacts } from '../paper-seal/facts.ts';
import { AppError } from '../refusal.ts';
import { findBookingOf, listBookings } from '../test-bookings/service.ts';
import { findResult, getCentre, heardAllAt, testRulesOn, type KeptResult } from '../test-day/service.ts';
import { classText } from './class-text.ts';
import { frame, type PaperSource } from './data.ts';
import type { CertificateData, ResultSlipData } from './result-papers.ts';
import type { DayListData } from './test-papers.ts';

interface Sitting {
  readonly centre: string;
  readonly day: Day;
  readonly session: string;
}

/** The examiner's list of a sitting, as this PC knows it now. */
export function dayListData({ cx, reference, locale }: PaperSource, sitting: Sitting): DayListData {
  const { code, name } = getCentre(reference, sitting.centre);
  return {
    ...frame(cx, sittingFacts(sitting), cx.now),
    centre: { code, name },
    day: sitting.day,
    startsAt: reference.testSessions.sessions.find(({ id }) => id === sitting.session)?.startsAt ?? '',
    heardAt: heardAllAt(cx.db),
    stages: testRulesOn(reference, sitting.day).stages.map(({ names }) => names[locale]),
    candidates: listBookings(cx.db, sitting).map(({ seat, driver, class: licenceClass, attempt, number }) => ({
      seat,
      name: driver.name,
      maskedId: maskIdentityNumber(driver.idNumber),
      licenceClass,
      attempt,
      bookingNumber: number,
    })),
  };
}

export function certificateData(source: PaperSource, number: string): CertificateData {
  const result = getResult(source, number);
  if (result.validUntil === null) throw new AppError('act.not-found', { what: 'certificate' });
  return { ...testedData(source, result, 'competence-certificate'), validUntil: result.validUntil };
}

export function resultSlipData(source: PaperSource, number: string): ResultSlipData {
  const result = getResult(source, number);
  if (result.outcome !== 'failed') throw new AppError('act.not-found', { what: 'result-slip' });
  return { ...testedData(source, result, 'result-slip'), resitFrom: result.resitFrom };
}

function getResult({ cx }: PaperSource, number: string): KeptResult {
  const result = findResult(cx.db, number);
  if (!result) throw new AppError('act.not-found', { what: 'test-result' });
  return result;
}

function testedData({ cx, reference, locale }: PaperSource, result: KeptResult, kind: 'competence-certificate' | 'result-slip') {
  const booking = findBookingOf(cx.db, result.bookingId);
  if (!booking) throw new AppError('act.not-found', { what: 'test-booking' });
  const { driver } = booking;
  const { code, name } = getCentre(reference, booking.centre);
  const { stages } = testRulesOn(reference, booking.day);
  return {
    ...frame(cx, getFacts(cx.db, kind, result.number), result.at),
    number: result.number,
    standing: result.standing,
    candidateName: driver.name,
    maskedId: maskIdentityNumber(driver.idNumber),
    provisionalLicence: maskIdentityNumber(driver.provisionalNumber),
    licenceClass: classText(reference, booking.class, locale),
    centre: { code, name },
    day: booking.day,
    bookingNumber: booking.number,
    stages: result.stages.map(({ stage: id, marks, fullMarks, passMarks }) => ({
      name: stages.find((one) => one.id === id)?.names[locale] ?? id,
      marks,
      fullMarks,
      passMarks,
    })),
    clerkName: result.clerkName,
    at: result.at,
    corrected: result.reason === null ? null : { at: result.at, reason: result.reason },
  };
}
