import { emptyParty } from '#shared/domain/party-fields.ts';
import type { FeeLine } from '#shared/domain/fee.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import { bookingOf } from '#shared/domain/school-list/candidate-rules.ts';
import type { SchoolListBody } from '#shared/domain/services/school-list.ts';
import {
  confirmByList,
  getApplication,
  indexedFacts,
  insertApplication,
  openApplication,
  promisedDay,
  refuseIncomplete,
  sentPayment,
  settle,
  standingOfApplication,
  submissionOf,
  updateApplication,
} from '../applications/service.ts';
import { bookNextSeat, joinWaitList } from '../booking-acts/service.ts';
import type { CommandContext } from '../context.ts';
import { insertFeeLines, insertShare, takePayment, type MoneyOnTheCounter, type TakenPayment } from '../payments/service.ts';
import { judgeSupervisor, type PasswordCheck } from '../people/service.ts';
import { queueUnasked } from '../printing/service.ts';
import { AppError } from '../refusal.ts';
import { listCandidates, putCandidate } from './candidate-store.ts';
import { countsOf, judge, type JudgedCandidate } from './judge.ts';
import { markList, type SchoolList } from './list-store.ts';
import { countOld, planOf, type ListPlan, type PlanDeps } from './plan.ts';

export interface BookingOrder {
  readonly list: SchoolList;
  /** What the clerk was shown. */
  readonly booked: number;
  readonly waiting: number;
  readonly payment: Pick<MoneyOnTheCounter, 'method' | 'code' | 'amountCents'> | null;
  /** A supervisor's password as it was compared, and why the list is allowed; null where nobody was asked. */
  readonly word: { readonly checked: PasswordCheck; readonly reason: string } | null;
}

/**
 * Books a list: the money first, then each candidate's seat, then the wait list. All in the caller's transaction, so that whatever fails on
 * the way leaves neither a seat taken nor a number given.
 */
export function bookList(cx: CommandContext, deps: PlanDeps, order: BookingOrder) {
  const { list } = order;
  const rows = judge(cx, list, listCandidates(cx.db, list.id));
  const plan = planOf(cx, deps, { list, rows });
  refuseOtherPlan(plan, order, countsOf(rows));
  cx.setSubject(`school-list:${list.id}`);
  const { supervisedBy, refusal } = judgeWord(cx, plan, order);
  if (refusal) {
    cx.setPayload({ listId: list.id, number: list.number });
    cx.refuseAfterCommit(refusal);
    return { receiptNumber: null, booked: 0, waiting: 0 };
  }
  const paid = plan.fee && takeListMoney(cx, deps, { order, plan, fee: plan.fee, supervisedBy });
  if (paid) for (const row of plan.booked) bookCandidate(cx, deps, { list, row, supervisedBy, ...paid });
  for (const row of plan.waiting) putOnWaitList(cx, { list, row });
  markList(cx.db, list.id, { state: 'booked', at: cx.now });
  queueUnasked(cx, { kind: 'school-slip', id: list.id });
  const receiptNumber = paid?.payment.receiptNumber ?? null;
  const done = { receiptNumber, booked: plan.booked.length, waiting: plan.waiting.length };
  const allowed = supervisedBy === null ? {} : { supervisor: supervisedBy, reason: order.word?.reason ?? '' };
  cx.setPayload({ listId: list.id, number: list.number, school: list.school, ...done, ...allowed });
  cx.announce('applications', 'tests', 'school-lists');
  return done;
}

function refuseOtherPlan({ seats, booked, waiting }: ListPlan, shown: BookingOrder, { good, bad }: ReturnType<typeof countsOf>): void {
  if (bad > 0 || good === 0) throw new AppError('school.has-problems', { bad, good });
  if (seats === null) throw new AppError('seat.clock-set-back');
  if (booked.length !== shown.booked || waiting.length !== shown.waiting)
    throw new AppError('school.seats-changed', { booked: booked.length, waiting: waiting.length });
}

/** Who stands by the old records of those with a seat: one word for the whole list, and nobody's where none is old. */
function judgeWord(
  cx: CommandContext,
  plan: ListPlan,
  { list, word }: BookingOrder,
): { readonly supervisedBy: string | null; readonly refusal?: Refusal } {
  if (countOld(plan.booked) === 0) return { supervisedBy: null };
  if (!word) throw new AppError('application.needs-supervisor', { reference: list.number });
  const { supervisor, refusal } = judgeSupervisor(cx, word.checked);
  return refusal ? { supervisedBy: null, refusal } : { supervisedBy: supervisor.name };
}

interface ListMoney {
  readonly order: BookingOrder;
  readonly plan: ListPlan;
  readonly fee: NonNullable<ListPlan['fee']>;
  readonly supervisedBy: string | null;
}

/** What of the list's payment is one candidate's own. */
interface Share {
  readonly payment: TakenPayment;
  readonly feeLines: readonly FeeLine[];
  readonly amountCents: number;
}

/** The list becomes an application of its own, which holds the one payment and its receipt. */
function takeListMoney(cx: CommandContext, { reference }: PlanDeps, { order, plan, fee, supervisedBy }: ListMoney): Share {
  const { list, payment: money } = order;
  if (!money) throw new AppError('payment.amount-differs', { paidCents: 0, dueCents: fee.totalCents });
  insertApplication(cx.db, listApplication(cx, list, plan.booked.length));
  const payment = takePayment(cx, { ...money, applicationId: list.id, payer: list.school, dueCents: fee.totalCents });
  const feeLines = fee.lines.map(({ code, labelKey, amountCents, scheduleId, rowId, units }) => ({
    code,
    labelKey,
    amountCents,
    scheduleId,
    rowId,
    units,
  }));
  insertFeeLines(cx.db, list.id, feeLines);
  queueUnasked(cx, { kind: 'receipt', receiptNumber: payment.receiptNumber });
  const dueDay = promisedDay(reference, cx, 'school-list');
  updateApplication(cx.db, list.id, { submittedAt: cx.now, dueDay, supervisedBy, at: cx.now });
  const standing = standingOfApplication(cx, getApplication(cx.db, list.id));
  const sent = submissionOf(standing, { submittedAt: cx.now, dueDay, feeLines, payment: sentPayment(payment) });
  cx.recordBefore('applications.submit', sent, `application:${list.id}`);
  return { payment, feeLines: fee.each.lines, amountCents: fee.each.totalCents };
}

function listApplication(cx: CommandContext, list: SchoolList, candidates: number) {
  const { number, school, contactName, contactPhone, centre, day, session, class: of } = list;
  const body: SchoolListBody = {
    service: 'school-list',
    number,
    candidates,
    class: of,
    centre,
    day,
    session,
    parties: { school: { ...emptyParty, organisation: school, name: contactName, phone: contactPhone } },
  };
  return {
    id: list.id,
    reference: number,
    service: 'school-list',
    state: 'approved',
    officeCode: cx.office.officeCode,
    clerkId: cx.actor.id,
    clerkName: cx.actor.name,
    ...indexedFacts(body),
    body,
    openedAt: list.openedAt,
    changedAt: cx.now,
    submittedAt: null,
    dueDay: null,
    supervisedBy: null,
    decision: null,
    logbookNumber: null,
  } as const;
}

interface CandidateOfList {
  readonly list: SchoolList;
  readonly row: JudgedCandidate;
}

/** The same booking as the counter's own, with the school's word in place of the candidate's and a share of the list's payment. */
function bookCandidate(
  cx: CommandContext,
  { clock, reference }: PlanDeps,
  { list, row, payment, supervisedBy, ...share }: CandidateOfList & Share & Pick<ListMoney, 'supervisedBy'>,
): void {
  const { application, body } = openFor(cx, { list, row });
  const { id } = application;
  const sent = bookNextSeat(cx, clock, { application, body });
  insertShare(cx.db, { applicationId: id, receiptNumber: payment.receiptNumber, amountCents: share.amountCents });
  insertFeeLines(cx.db, id, share.feeLines);
  const dueDay = promisedDay(reference, cx, 'test-booking');
  updateApplication(cx.db, id, { body: sent, state: 'approved', submittedAt: cx.now, dueDay, supervisedBy, at: cx.now });
  const standing = standingOfApplication(cx, getApplication(cx.db, id));
  const part = { ...sentPayment(payment), amountCents: share.amountCents, listId: list.id };
  const submission = submissionOf(standing, { submittedAt: cx.now, dueDay, feeLines: share.feeLines, payment: part });
  cx.recordBefore('applications.submit', submission, `application:${id}`);
}

/** NOT A BOOKING: nothing is paid, and a seat that comes later is booked as for everybody who waits. */
function putOnWaitList(cx: CommandContext, { list, row }: CandidateOfList): void {
  const { application } = openFor(cx, { list, row });
  settle(cx, standingOfApplication(cx, application), { state: 'awaiting-payment' });
  joinWaitList(cx, application.id, list);
}

function openFor(cx: CommandContext, { list, row }: CandidateOfList) {
  if (!row.driver) throw new Error('A good candidate has no record');
  const body = bookingOf(row.cells, row.driver, list);
  const application = openApplication(cx, body);
  refuseIncomplete(standingOfApplication(cx, application), ['driver', 'place']);
  confirmByList(cx, application, { role: 'driver', name: `${list.contactName}, ${list.school}`, evidence: list.number });
  putCandidate(cx.db, list.id, { ...row, applicationId: application.id });
  return { application, body };
}
