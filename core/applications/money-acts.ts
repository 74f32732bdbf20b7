import { dayOf } from '#shared/base/instant.ts';
import type { ApplicationState, ServiceId } from '#shared/domain/application.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import { isApprovedAtOnce, mayCancel, partyOf, rulesOf } from '#shared/domain/services/services.ts';
import { dueDay } from '#shared/domain/working-day.ts';
import type { CommandContext } from '../context.ts';
import type { FeatureHandlers } from '../handler.ts';
import { readSetting } from '../office/setting.ts';
import { findPayment, insertFeeLines, listFeeLines, takePayment } from '../payments/service.ts';
import { queueUnasked } from '../printing/service.ts';
import { AppError } from '../refusal.ts';
import { isTested } from '../test-bookings/service.ts';
import { forAct, forAnyAct, getApplication, isOpen, refuseIncomplete, settle } from './act.ts';
import { feeOf } from './fee.ts';
import { withOwnAct, type OwnActs } from './own-act.ts';
import type { Standing } from './standing-facts.ts';
import { hasRegisteredUnits } from './store.ts';
import { submissionOf } from './submission.ts';

type Handlers = Pick<FeatureHandlers<'applications'>, 'submit' | 'resubmit' | 'cancel'>;

/** Sending an application: once with money, again after mending without, or not at all. */
export function moneyHandlers({ reference, ownActs }: SendingDeps): Handlers {
  return {
    submit: (cx, { id, payment: money }) => {
      const typed = forAct(cx, id, isOpen);
      refuseIncomplete(typed);
      refuseUnsupervised(typed);
      const standing = withOwnAct(ownActs, cx, typed);
      const { application } = standing;
      const fee = feeOf(reference, {
        service: application.service,
        body: standing.body,
        scheduleId: readSetting(cx.db, 'scheduleId'),
        now: cx.now,
      });
      if (fee.kind !== 'lines')
        throw new AppError('fee.no-row', fee.kind === 'no-row' ? { scheduleId: fee.scheduleId, vehicleClass: fee.vehicleClass } : {});
      const { organisation, name } = partyOf(standing.body, rulesOf(application.service).applicant);
      const payer = organisation || name;
      const payment = takePayment(cx, { ...money, applicationId: id, payer, dueCents: fee.totalCents });
      insertFeeLines(cx.db, id, fee.lines);
      queueUnasked(cx, { kind: 'receipt', receiptNumber: payment.receiptNumber });
      const due = promisedDay(reference, cx, application.service);
      settle(cx, standing, { state: sentState(application.service), submittedAt: cx.now, dueDay: due });
      cx.setPayload(submissionOf(standing, { submittedAt: cx.now, dueDay: due, feeLines: fee.lines, payment: sentPayment(payment) }));
      return { receiptNumber: payment.receiptNumber };
    },
    resubmit: (cx, { id }) => {
      // After a conflict too: once the other act was refused or cancelled, the vehicle is free again.
      const typed = forAct(cx, id, (state) => state === 'returned' || state === 'conflict');
      cx.setPayload(sendAgain(cx, { reference, ownActs }, typed));
      return {};
    },
    cancel: (cx, { id, reason }) => {
      const application = getApplication(cx.db, id);
      if (hasRegisteredUnits(cx.db, id)) throw new AppError('batch.partly-registered', { reference: application.reference });
      if (isTested(cx.db, id)) throw new AppError('test.taken', { reference: application.reference });
      const standing = forAnyAct(cx, application, (state) => mayCancel({ state, body: application.body }, dayOf(cx.now)));
      settle(cx, standing, { state: 'cancelled' });
      ownActs[application.service]?.cancel(cx, application, reason);
      cx.setPayload({ applicationId: id, reference: standing.application.reference, reason });
      return {};
    },
  };
}

interface SendingDeps {
  readonly reference: Reference;
  readonly ownActs: OwnActs;
}

/** Sends what came back once more under its receipt, without a second fee; gives what the hub is told. */
export function sendAgain(cx: CommandContext, { reference, ownActs }: SendingDeps, typed: Standing): Submission {
  const { id, service } = typed.application;
  refuseIncomplete(typed);
  refuseUnsupervised(typed);
  const standing = withOwnAct(ownActs, cx, typed);
  const payment = findPayment(cx.db, id);
  if (!payment) throw new Error('A sent application has no payment');
  const due = promisedDay(reference, cx, service);
  settle(cx, standing, { state: sentState(service), dueDay: due, decision: null });
  const submittedAt = standing.application.submittedAt ?? cx.now;
  return submissionOf(standing, { submittedAt, dueDay: due, feeLines: listFeeLines(cx.db, id), payment: sentPayment(payment) });
}

function refuseUnsupervised({ needsSupervisor, application }: Standing): void {
  if (needsSupervisor && application.supervisedBy === null)
    throw new AppError('application.needs-supervisor', { reference: application.reference });
}

/** What the hub lent beforehand is confirmed by being sent. */
function sentState(service: ServiceId): ApplicationState {
  return isApprovedAtOnce(service) ? 'approved' : 'queued';
}

/** The day by which the register says it answers (`service-times.json`), counted in Kenyan working days. */
export function promisedDay(reference: Reference, cx: CommandContext, service: ServiceId) {
  const time = reference.serviceTimes.serviceTimes.find((one) => one.service === rulesOf(service).feeService);
  return dueDay(dayOf(cx.now), time?.workingDays ?? 1, reference.holidays);
}

/** What of a payment the hub is told. */
export function sentPayment(payment: NonNullable<ReturnType<typeof findPayment>>) {
  const { receiptNumber, method, code, amountCents, takenAt, state, listId } = payment;
  return { receiptNumber, method, code, amountCents, takenAt, state, ...(listId === undefined ? {} : { listId }) };
}
