import { maskIdentityNumber } from '#shared/domain/mask.ts';
import type { FeeLine } from '#shared/domain/fee.ts';
import { getApplication } from '../applications/service.ts';
import type { QueryContext } from '../context.ts';
import { getFacts } from '../paper-seal/facts.ts';
import { findPayment, listFeeLines, listShares } from '../payments/service.ts';
import { AppError } from '../refusal.ts';
import { getBookedList, listOutcomes } from '../school-lists/service.ts';
import { classText } from './class-text.ts';
import { frame, paperFeeLine, type PaperSource } from './data.ts';
import type { PaperFeeLine } from './paper.ts';
import type { ListSlipsData, SchoolSlipData } from './school-papers.ts';
import { testSlipData } from './test-slip-data.ts';

/** What a driving school takes along: its candidates with their seats as they stand now, and apart from them who only waits. */
export function schoolSlipData({ cx, reference, locale }: PaperSource, id: string): SchoolSlipData {
  const list = getBookedList(cx.db, id);
  const startsAt = reference.testSessions.sessions.find(({ id: known }) => known === list.session)?.startsAt ?? '';
  const payment = findPayment(cx.db, id);
  const outcomes = listOutcomes(cx.db, id).map((one) => ({ ...one, ...candidateOf(cx, one.applicationId) }));
  return {
    ...frame(cx, getFacts(cx.db, 'school-slip', list.number), cx.now),
    listNumber: list.number,
    schoolName: list.school,
    contactName: list.contactName,
    centre: { code: list.centre, name: reference.testCentres.centres.find(({ code }) => code === list.centre)?.name ?? list.centre },
    day: list.day,
    session: startsAt < '12:00' ? 'morning' : 'afternoon',
    startsAt,
    licenceClass: classText(reference, list.class, locale),
    receiptNumber: payment?.receiptNumber ?? null,
    totalCents: payment?.amountCents ?? 0,
    booked: outcomes
      .flatMap(({ seat, ...one }) => (seat === null ? [] : [{ ...one, seat }]))
      .toSorted((one, other) => one.seat - other.seat),
    waiting: outcomes
      .flatMap(({ place, ...one }) => (place === null ? [] : [{ ...one, place }]))
      .toSorted((one, other) => one.place - other.place),
  };
}

/** A slip for each candidate who has a seat or waits; whose booking has ended gets none. */
export function listSlipsData(source: PaperSource, id: string): ListSlipsData {
  const { cx } = source;
  const { number } = getBookedList(cx.db, id);
  const standing = listOutcomes(cx.db, id).filter(({ seat, place }) => seat !== null || place !== null);
  if (standing.length === 0) throw new AppError('paper.not-approved', { reference: number });
  return {
    ...frame(cx, getFacts(cx.db, 'school-slip', number), cx.now),
    listNumber: number,
    slips: standing.map(({ applicationId }) => testSlipData(source, applicationId)),
  };
}

/** The receipt of a list names every candidate with what was paid for them; what is the whole bill's own comes after. */
export function listReceiptLines({ cx, reference, locale }: PaperSource, listId: string, receiptNumber: string): readonly PaperFeeLine[] {
  const shares = listShares(cx.db, receiptNumber).flatMap(({ applicationId }) => {
    const { name, bookingNumber } = candidateOf(cx, applicationId);
    return listFeeLines(cx.db, applicationId).map((line) => ({ ...lineOf(line), label: `${name} · ${bookingNumber}` }));
  });
  return [...shares, ...listFeeLines(cx.db, listId).filter(isOfWholeBill).map(lineOf)];

  function lineOf(line: FeeLine): PaperFeeLine {
    return paperFeeLine(line, reference, locale);
  }
}

function isOfWholeBill({ code }: FeeLine): boolean {
  return code === 'access-fee';
}

function candidateOf({ db }: QueryContext, applicationId: string) {
  const { body, reference: bookingNumber } = getApplication(db, applicationId);
  const { name, idNumber } = body.service === 'test-booking' ? body.parties.driver : { name: '', idNumber: '' };
  return { name, maskedId: maskIdentityNumber(idNumber), bookingNumber };
}
