import { dayOf, type Instant } from '#shared/base/instant.ts';
import { isEditable, standingOf } from '#shared/domain/application.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { collectionOfficeOf, rulesOf, type ServiceBody } from '#shared/domain/services/services.ts';
import { transferClocks } from '#shared/domain/working-day.ts';
import type { QueryContext } from '../context.ts';
import { findDriver } from '../drivers/service.ts';
import { timelineOf } from '../journal/timeline.ts';
import { findLogbookEnd } from '../logbooks/service.ts';
import { readSetting } from '../office/setting.ts';
import { findPayment, listFeeLines } from '../payments/service.ts';
import { getApplication } from './act.ts';
import { feeOf, type FeeView } from './fee.ts';
import { standingOfApplication, type Standing } from './standing-facts.ts';
import type { Application } from './store.ts';

/** One line of a work list. */
export function lineOf(application: Application, now: Instant) {
  const { id, reference, service, state, plate, who, gist, officeCode, clerkId, clerkName, dueDay, receiptNumber } = application;
  const waits = state === 'queued' || state === 'in-review';
  return {
    id,
    reference,
    service,
    state,
    plate,
    who,
    gist,
    officeCode,
    clerkId,
    clerkName,
    dueDay,
    receiptNumber,
    since: application.changedAt,
    overdue: waits && dueDay !== null && dayOf(now) > dueDay,
  };
}

/** Everything the case page and the steps show of one application. */
export function caseOf(cx: QueryContext, reference: Reference, id: string) {
  const application = getApplication(cx.db, id);
  const standing = standingOfApplication(cx, application);
  const { body, draft } = standing;
  const rules = rulesOf(application.service);
  const payment = findPayment(cx.db, id);
  return {
    line: lineOf(application, cx.now),
    body,
    draft: draft ? { step: draft.step, field: draft.field, savedAt: draft.savedAt } : null,
    editable: isEditable(application.state),
    problems: [...standing.problems],
    warnings: [...rules.warnings(body, cx)],
    scansNeeded: [...rules.scansNeeded(body)],
    scans: [...standing.scans],
    confirmers: [...standing.confirmers],
    confirmations: standing.confirmations.map(({ role, name, method, at, witness, current }) => ({
      role,
      name,
      method,
      at,
      witness,
      current,
    })),
    contentHash: standing.contentHash,
    fee: feeView(cx, reference, standing),
    factsAgeMinutes: standing.factsAgeMinutes,
    needsSupervisor: standing.needsSupervisor,
    supervisedBy: application.supervisedBy,
    payment: payment ? paymentView(payment) : null,
    decision: application.decision ? { ...application.decision, reasons: [...application.decision.reasons] } : null,
    submittedAt: application.submittedAt,
    legalClocks: rules.isSale && application.submittedAt ? clocksOf(reference, application.submittedAt) : null,
    logbookNumber: application.logbookNumber,
    provisional: provisionalOf(cx, application, body),
    logbookEndedBy: findLogbookEnd(cx.db, application.id),
    collectionOfficeName: officeName(reference, collectionOfficeOf(body)),
    timeline: timelineOf(cx.db, `application:${id}`, cx.office),
  };
}

/** What an approval gave stands in the driver's record, which comes from the hub beside the approval. */
export function provisionalOf({ db }: QueryContext, { state, submittedAt }: Application, body: ServiceBody) {
  if (body.service !== 'provisional-licence' || standingOf(state) !== 'confirmed') return null;
  const given = findDriver(db, body.parties.driver)?.provisional;
  const isOfThis = given?.class === body.class && submittedAt !== null && given.issuedOn >= dayOf(submittedAt);
  return given && isOfThis ? { number: given.number, validUntil: given.validUntil } : null;
}

/** After money the lines are those of the receipt, whatever the schedule says today. */
function feeView(cx: QueryContext, reference: Reference, { application, body }: Standing): FeeView {
  const paid = listFeeLines(cx.db, application.id);
  if (paid.length > 0) {
    const totalCents = paid.reduce((sum, { amountCents }) => sum + amountCents, 0);
    return { kind: 'lines', lines: paid, totalCents, scheduleId: paid[0]?.scheduleId ?? '' };
  }
  return feeOf(reference, { service: application.service, body, scheduleId: readSetting(cx.db, 'scheduleId'), now: cx.now });
}

function paymentView({ method, code, amountCents, takenAt, state, receiptNumber }: NonNullable<ReturnType<typeof findPayment>>) {
  return { method, code, amountCents, takenAt, state, receiptNumber };
}

function clocksOf(reference: Reference, submittedAt: Instant) {
  const { sellerNoticeBy, buyerRegistrationBy } = transferClocks(dayOf(submittedAt), reference.holidays);
  return { sellerInforms: sellerNoticeBy, buyerRegistered: buyerRegistrationBy };
}

export function officeName(reference: Reference, code: string): string {
  return reference.offices.offices.find((office) => office.code === code)?.name ?? code;
}
