import { isSeatFault, type LeasedSeat } from '#shared/domain/seat-lease.ts';
import { isApprovedAtOnce } from '#shared/domain/services/services.ts';
import type * as z from 'zod';
import type { payloads } from '#shared/protocol/messages.ts';
import type { Application, StoredDecision } from '../applications/service.ts';
import { findApplication, updateApplication } from '../applications/service.ts';
import { returnBatch, takeRefundBack } from '../batches/service.ts';
import { loseSeat } from '../seats/service.ts';
import { isStockAct, settleStock } from '../stock/service.ts';
import { moveBooking } from '../booking-acts/service.ts';
import { noteHubAct, type ApplyContext } from './hub-entry.ts';
import type { AnsweredEntry, FinalAnswer } from './store.ts';

/** What follows here from the hub's answer to an entry, in the transaction that writes the answer down. */
export function applyAnswer(cx: ApplyContext, entry: AnsweredEntry, answer: FinalAnswer): void {
  if (isStockAct(entry.kind)) {
    settleStock(cx.db, { entryId: answer.entryId, kind: entry.kind }, { isTaken: isTaken(answer), at: cx.now });
    return cx.announce('stock', 'batches');
  }
  switch (entry.kind) {
    case 'applications.submit':
    case 'applications.resubmit':
    case 'batches.submit':
    case 'batches.resubmit':
      settleSubmission(cx, entry, answer);
      return;
    case 'registrar.decide':
    case 'registrar.decideBatch':
      if (answer.outcome === 'refused' || answer.outcome === 'conflict') reopenCase(cx, entry);
      return;
    case 'tests.reschedule':
      if (answer.outcome === 'refused' || answer.outcome === 'conflict') moveBack(cx, entry, answer);
      return;
    case 'batches.askRefund':
      if (!isTaken(answer)) takeRefundBack(cx.db, entry.seq);
      cx.announce('batches', 'applications');
      return;
    // Whether the hub took it stands in its answer.
    case 'payments.voidReceipt':
      cx.announce('applications');
      return;
    // What the hub says of a result, or of who came, stands in its answer.
    case 'testDay.checkIn':
    case 'testDay.giveResult':
      cx.announce('tests');
      return;
    // What the hub says of a pack stands in its answer.
    case 'sheets.receive':
      cx.announce('sheets');
      return;
    default:
  }
}

/**
 * The application follows the answer to its newest submission, and only while it waits for one: what was decided or done since then is
 * newer than a late answer.
 */
function settleSubmission(cx: ApplyContext, entry: AnsweredEntry, answer: FinalAnswer): void {
  const application = findApplication(cx.db, entry.subject.replace(/^application:/u, ''));
  if (!application || application.state !== sentState(application) || entry.seq !== newestSubmission(cx, entry.subject)) return;
  const decision = decisionOf(cx, answer);
  if (isTaken(answer) && application.state === 'approved') return;
  if (answer.outcome === 'refused' && isSeatFault(answer.code)) loseSentSeat(cx, entry);
  const state = stateAfter[answer.outcome];
  updateApplication(cx.db, application.id, { state, ...(decision && { decision }), at: cx.now });
  noteHubAct(cx, 'hub.application', entry.subject, { state, ...decision });
  if (decision && application.service === 'batch-registration') returnBatch(cx.db, application.id, decision);
  cx.announce('applications');
}

function isTaken({ outcome }: FinalAnswer): boolean {
  return outcome === 'applied' || outcome === 'duplicate';
}

/** Where it waits for the hub's answer: what was approved at once stands unless the hub says otherwise. */
function sentState({ service }: Application) {
  return isApprovedAtOnce(service) ? 'approved' : 'queued';
}

/** A submission that the hub refuses goes back to the clerk, who can mend it and send it again with no second fee. */
const stateAfter = { applied: 'in-review', duplicate: 'in-review', refused: 'returned', conflict: 'conflict' } as const;

/** The hub holds the seat that the booking had before, so that one stands here too; what it says is wrong with the new one is believed. */
function moveBack(cx: ApplyContext, entry: AnsweredEntry, answer: FinalAnswer): void {
  const move = cx.db.get<{ payload: string }>('SELECT payload FROM journal_payload WHERE seq = ?', entry.seq);
  if (!move) return;
  const { applicationId, from, to } = JSON.parse(move.payload) as z.output<(typeof payloads)['tests.reschedule']>;
  if (answer.outcome === 'refused' && isSeatFault(answer.code)) loseSeat(cx.db, to, cx.now);
  const isNewest = cx.db.get(
    `SELECT 1 FROM journal WHERE subject = ? AND seq > ? AND kind IN ('tests.reschedule', 'applications.resubmit')`,
    entry.subject,
    entry.seq,
  );
  if (isNewest === undefined) moveBooking(cx, applicationId, from);
}

function decisionOf(cx: ApplyContext, answer: FinalAnswer): StoredDecision | undefined {
  switch (answer.outcome) {
    case 'refused':
      return { outcome: 'returned', reasons: [answer.code], note: '', by: 'Hub', office: '', at: cx.now };
    case 'conflict':
      return { outcome: 'conflict', reasons: [answer.what], note: '', by: answer.who, office: answer.office, at: answer.when };
    default:
      return undefined;
  }
}

/** The seat that was sent, which may not be the one of today: the booking may have moved since. */
function loseSentSeat({ db, now }: ApplyContext, { seq }: AnsweredEntry): void {
  const sent = db.get<LeasedSeat>(
    `SELECT json_extract(payload, '$.body.seat.leaseId') AS leaseId, json_extract(payload, '$.body.seat.seat') AS seat
     FROM journal_payload WHERE seq = ? AND json_extract(payload, '$.body.seat.seat') IS NOT NULL`,
    seq,
  );
  if (sent) loseSeat(db, sent, now);
}

function newestSubmission(cx: ApplyContext, subject: string): number | undefined {
  return cx.db.get<{ seq: number }>(
    `SELECT max(seq) AS seq FROM journal WHERE subject = ? AND kind IN ('applications.submit', 'applications.resubmit', 'batches.submit', 'batches.resubmit')`,
    subject,
  )?.seq;
}

/** A decision that the hub did not take is none: the case lies on the desk again, unless the hub has told of another's since. */
function reopenCase(cx: ApplyContext, entry: AnsweredEntry): void {
  const reopened = cx.db.run(
    `UPDATE registrar_case SET state = 'in-review', decision = NULL
     WHERE 'application:' || application_id = ? AND json_extract(decision, '$.by') = ? AND json_extract(decision, '$.at') = ?`,
    entry.subject,
    entry.actorName,
    entry.at,
  );
  if (reopened > 0) cx.announce('registrar');
}
