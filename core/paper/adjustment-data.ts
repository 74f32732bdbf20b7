import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import { listAdjustments } from '../booking-acts/service.ts';
import type { PaperSource } from './data.ts';
import { printDay } from './dates.ts';
import type { ReceiptAdjustment } from './paper.ts';
import { paperWords } from './words.ts';

/** What has become since of the tests that a receipt paid for, in the words of the paper's language. */
export function receiptAdjustments({ cx, reference, locale }: PaperSource, applicationId: string): readonly ReceiptAdjustment[] {
  return listAdjustments(cx.db, applicationId).map(({ number, candidate, from, to, ...change }) => ({
    ...change,
    bookingNumber: number,
    candidateName: candidate,
    from: from === null ? '' : sittingText(from),
    to: to === null ? '' : sittingText(to),
  }));

  function sittingText({ centre, day, session }: SeatPlace): string {
    const name = reference.testCentres.centres.find(({ code }) => code === centre)?.name ?? centre;
    const startsAt = reference.testSessions.sessions.find(({ id }) => id === session)?.startsAt ?? session;
    return `${printDay(day, paperWords[locale])}, ${startsAt}, ${name}`;
  }
}
