import type { Day } from '#shared/base/instant.ts';
import { partyOf, rulesOf, vehicleOf } from '#shared/domain/services/services.ts';
import { maskIdentityNumber } from '#shared/domain/mask.ts';
import { texts } from '#shared/text/text.ts';
import { getApplication } from '../applications/service.ts';
import { getFacts, reportFacts } from '../paper-seal/facts.ts';
import { getReceipt, seriesReport } from '../payments/service.ts';
import { AppError } from '../refusal.ts';
import { endsOf, listSpoiled, periodOf, sheetReport } from '../sheets/service.ts';
import { frame, vehicleHead, type PaperSource } from './data.ts';
import type { SeriesReportData, SheetReportData, VoidFormData } from './office-papers.ts';
import { paperWords } from './words.ts';

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** The void form of a receipt that is void. */
export function voidFormData({ cx, locale }: PaperSource, receiptNumber: string): VoidFormData {
  const payment = getReceipt(cx.db, receiptNumber);
  const { void: mark } = payment;
  if (!mark) throw new AppError('act.not-found', { what: 'void' });
  const application = getApplication(cx.db, payment.applicationId);
  const words = texts[locale];
  const reason = words.money.voidReason[mark.reason];
  return {
    ...frame(cx, getFacts(cx.db, 'void-form', receiptNumber), mark.at),
    void: { reason, at: mark.at },
    receiptNumber,
    applicationReference: application.reference,
    serviceName: words.services[application.service].name,
    ...vehicleHead(vehicleOf(application.body)),
    payerName: payment.payer,
    payerMaskedId: maskIdentityNumber(partyOf(application.body, rulesOf(application.service).applicant).idNumber),
    method: paperWords[locale].method[payment.method],
    code: payment.code,
    amountCents: payment.amountCents,
    takenAt: payment.takenAt,
    takenBy: payment.clerkName,
    voidedAt: mark.at,
    voidedBy: mark.by,
    supervisorName: mark.supervisor,
    reason,
    note: mark.note,
    caseWords: words.states.meaning[application.state],
  };
}

export function seriesReportData({ cx }: PaperSource, { from, to }: Days): SeriesReportData {
  return { ...frame(cx, reportFacts('series-report', { from, to }), cx.now), from, to, series: seriesReport(cx, { from, to }) };
}

export function sheetReportData({ cx, locale }: PaperSource, { from, to }: Days): SheetReportData {
  const period = periodOf(from, to);
  const { total, ranges } = sheetReport(cx.db, period);
  const words = texts[locale].sheets.spoilReason;
  return {
    ...frame(cx, reportFacts('sheet-report', { from, to }), cx.now),
    from,
    to,
    total,
    ranges: ranges.map(({ count, ...range }) => ({ ...endsOf(range), count })),
    spoiled: listSpoiled(cx.db, period).map(({ serial, at, reason, note }) => ({
      serial,
      at,
      reason: [words[reason], note].filter((part) => part !== '').join(': '),
    })),
  };
}
