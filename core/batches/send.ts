import type { BatchFeeLine } from '#shared/domain/batch/batch-fee.ts';
import { unitOf, type Unit } from '#shared/domain/batch/unit.ts';
import type { FeeLine } from '#shared/domain/fee.ts';
import { emptyParty } from '#shared/domain/party-fields.ts';
import type { Reference } from '#shared/domain/reference.ts';
import type { BatchRegistrationBody } from '#shared/domain/services/batch-registration.ts';
import {
  findApplication,
  getApplication,
  indexedFacts,
  insertApplication,
  promisedDay,
  sentPayment,
  standingOfApplication,
  submissionOf,
  updateApplication,
} from '../applications/service.ts';
import type { CommandContext } from '../context.ts';
import type { FeatureHandlers } from '../handler.ts';
import { findPayment, insertFeeLines, listFeeLines, takePayment } from '../payments/service.ts';
import { queueUnasked } from '../printing/service.ts';
import { AppError } from '../refusal.ts';
import { seenBatch } from './access.ts';
import { markSent, type Batch } from './batch-store.ts';
import { billOf } from './bill.ts';
import { rejudge, rowKnowledge } from './judge.ts';
import { listRows, type BatchRow } from './row-store.ts';
import { findUnit, putSentUnit } from './unit-store.ts';

type Handlers = Pick<FeatureHandlers<'batches'>, 'submit' | 'resubmit'>;

/** The hub takes 512,000 characters an entry; names in other scripts are longer in bytes than in characters. */
const partBytes = 400_000;

/** Sending a batch: once with money, again with what was mended and without. From then on it is an application of the same id. */
export function sendHandlers(reference: Reference): Handlers {
  return {
    submit: (cx, { id, payment: money }) => {
      const batch = checkedBatch(cx, id);
      if (findApplication(cx.db, id)) throw new AppError('batch.sent-already', { number: batch.number });
      const rows = stillGood(cx, batch, reference);
      const bill = billOf(cx, reference, rows);
      const known = rowKnowledge(reference, cx.now);
      const sent = rows.map((row) => ({ unit: unitOf({ ...row, id: cx.newId() }, known, bill.eachCents(row)), cells: row.cells }));
      openApplication(cx, batch, sent.length);
      const payment = takePayment(cx, { ...money, applicationId: id, payer: batch.dealer.name, dueCents: bill.totalCents });
      const feeLines = bill.lines.map(receiptLine);
      insertFeeLines(cx.db, id, feeLines);
      queueUnasked(cx, { kind: 'receipt', receiptNumber: payment.receiptNumber });
      send(cx, id, sent);
      const dueDay = promisedDay(reference, cx, 'batch-registration');
      updateApplication(cx.db, id, { submittedAt: cx.now, dueDay, at: cx.now });
      const standing = standingOfApplication(cx, getApplication(cx.db, id));
      cx.setPayload(submissionOf(standing, { submittedAt: cx.now, dueDay, feeLines, payment: sentPayment(payment) }));
      return { receiptNumber: payment.receiptNumber, units: sent.length };
    },
    resubmit: (cx, { id }) => {
      const batch = checkedBatch(cx, id);
      const application = findApplication(cx.db, id);
      const payment = findPayment(cx.db, id);
      if (!application || !payment) throw new AppError('batch.not-sent', { number: batch.number });
      if (application.state !== 'returned')
        throw new AppError('act.wrong-state', { reference: application.reference, state: application.state });
      const rows = stillGood(cx, batch, reference).filter(({ position }) => findUnit(cx.db, id, position)?.state === 'returned');
      if (rows.length === 0) throw new AppError('batch.nothing-mended', { number: batch.number });
      const bill = billOf(cx, reference, rows);
      const known = rowKnowledge(reference, cx.now);
      const sent = rows.map((row) => ({ unit: mendedUnit(cx, id, unitOf(row, known, bill.eachCents(row))), cells: row.cells }));
      send(cx, id, sent);
      const dueDay = promisedDay(reference, cx, 'batch-registration');
      updateApplication(cx.db, id, { state: 'queued', dueDay, decision: null, at: cx.now });
      const standing = standingOfApplication(cx, getApplication(cx.db, id));
      const submittedAt = application.submittedAt ?? cx.now;
      const facts = { submittedAt, dueDay, feeLines: listFeeLines(cx.db, id), payment: sentPayment(payment) };
      cx.setPayload({ submission: submissionOf(standing, facts), units: sent.length });
      return { units: sent.length };
    },
  };
}

function checkedBatch(cx: CommandContext, id: string): Batch {
  const batch = seenBatch(cx, id);
  if (batch.state !== 'checked') throw new AppError('batch.not-checked', { number: batch.number });
  cx.setSubject(`application:${id}`);
  cx.announce('batches', 'applications');
  return batch;
}

/** The good rows, judged once more: another batch may have brought the same motorcycle since somebody looked. */
function stillGood(cx: CommandContext, batch: Batch, reference: Reference): BatchRow[] {
  const rows = listRows(cx.db, batch.id).filter(({ state }) => state === 'good');
  const judged = rejudge({ db: cx.db, batchId: batch.id, known: rowKnowledge(reference, cx.now) }, rows);
  const bad = judged.filter(({ state }) => state === 'bad').length;
  if (bad > 0 || rows.length === 0) throw new AppError('batch.has-problems', { bad, good: rows.length - bad });
  return rows;
}

/** The same unit with its mended facts. What it cost it has paid; a mending that costs more is asked for in another batch. */
function mendedUnit(cx: CommandContext, id: string, mended: Unit): Unit {
  const before = findUnit(cx.db, id, mended.position)?.unit;
  if (!before) throw new Error('A returned row was never sent');
  if (mended.feeCents > before.feeCents)
    throw new AppError('batch.mending-costs-more', { row: mended.position, paidCents: before.feeCents, dueCents: mended.feeCents });
  return { ...mended, id: before.id };
}

interface SentUnit {
  readonly unit: Unit;
  readonly cells: BatchRow['cells'];
}

/** Writes the units down and puts them into the journal in parts, ahead of the act that sends them. */
function send(cx: CommandContext, id: string, sent: readonly SentUnit[]): void {
  for (const one of sent) putSentUnit(cx.db, id, one);
  markSent(cx.db, id, cx.now);
  for (const units of inParts(sent.map(({ unit }) => unit))) cx.recordBefore('batches.submitPart', { applicationId: id, units });
}

function inParts(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const parts: Unit[][] = [];
  let room = 0;
  for (const unit of units) {
    const bytes = Buffer.byteLength(JSON.stringify(unit));
    if (bytes > room) {
      parts.push([]);
      room = partBytes;
    }
    parts.at(-1)?.push(unit);
    room -= bytes;
  }
  return parts;
}

function openApplication(cx: CommandContext, batch: Batch, units: number): void {
  const { dealer, number, checkedBy } = batch;
  const body: BatchRegistrationBody = {
    service: 'batch-registration',
    number,
    units,
    checkedBy: checkedBy ?? '',
    parties: { dealer: { ...emptyParty, organisation: dealer.name, kraPin: dealer.kraPin, phone: dealer.phone } },
  };
  insertApplication(cx.db, {
    id: batch.id,
    reference: number,
    service: 'batch-registration',
    state: 'queued',
    officeCode: cx.office.officeCode,
    clerkId: cx.actor.id,
    clerkName: cx.actor.name,
    ...indexedFacts(body),
    body,
    openedAt: batch.openedAt,
    changedAt: cx.now,
    submittedAt: null,
    dueDay: null,
    supervisedBy: null,
    decision: null,
    logbookNumber: null,
  });
}

/** A receipt says how many motorcycles pay a line. */
function receiptLine({ code, labelKey, amountCents, scheduleId, rowId, units }: BatchFeeLine): FeeLine {
  return { code, labelKey, amountCents, scheduleId, rowId, units };
}
