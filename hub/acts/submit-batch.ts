import type * as z from 'zod';
import { addCents } from '#shared/base/money.ts';
import type { Unit } from '#shared/domain/batch/unit.ts';
import type { payloads, Submission } from '#shared/protocol/messages.ts';
import { lockApplication, publishApplication, updateApplication, type RegistrarDecision } from '../register/application-store.ts';
import { dropHolds } from '../register/hold-store.ts';
import { lockUnits, putUnits } from '../register/unit-store.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';
import { takeIn } from './submit.ts';
import { takeUnits } from './take-units.ts';

type Payload<K extends keyof typeof payloads> = z.output<(typeof payloads)[K]>;

/** Motorcycles written down ahead of the act that asks for them; alone they ask for nothing. */
export async function submitPart(
  { sql, device }: ActContext,
  { applicationId, units }: Payload<'batches.submitPart'>,
): Promise<ActOutcome> {
  return (await putUnits(sql, applicationId, { officeCode: device.officeCode, units })) ? applied : refused('batch.unit-under-way');
}

/** Takes a batch in: one case for the registrar, one payment, and each motorcycle by itself. */
export function submitBatch(cx: ActContext, submission: Submission): Promise<ActOutcome> {
  return takeBatch(cx, submission, (billCents, unitsCents) => billCents === unitsCents);
}

async function takeBatch(cx: ActContext, submission: Submission, isPaid: (billCents: number, unitsCents: number) => boolean) {
  const { body } = submission;
  if (body.service !== 'batch-registration') return refused('entry.unreadable', { field: 'body.service' });
  const units = await writtenUnits(cx, submission.applicationId);
  if (units.length !== body.units) return refused('batch.parts-missing', { found: units.length, told: body.units });
  const cents = moneyOf(submission, units);
  if (!isPaid(cents.bill, cents.units)) return refused('payment.amount-differs', { feeCents: cents.units, paidCents: cents.bill });
  const taken = await takeIn(cx, submission);
  return taken.outcome === 'applied' ? review(cx, submission, units) : taken;
}

/** Takes in again what came back and was mended. What the hub refused at first it never held, so that comes as the first. */
export async function resubmitBatch(cx: ActContext, { submission, units: told }: Payload<'batches.resubmit'>): Promise<ActOutcome> {
  const before = await lockApplication(cx.sql, submission.applicationId);
  // Mended, it may cost less than was paid: the rest is asked back.
  if (!before) return takeBatch(cx, submission, (billCents, unitsCents) => billCents >= unitsCents);
  if (before.state !== 'returned') return refused('act.wrong-state', { state: before.state });
  const units = await writtenUnits(cx, before.id);
  if (units.length !== told) return refused('batch.parts-missing', { found: units.length, told });
  // Mending may name other metal.
  await dropHolds(
    cx.sql,
    units.map(({ id }) => id),
  );
  const application = { ...before, state: 'in-review', decision: null } as const;
  await updateApplication(cx.sql, application, cx.now);
  await publishApplication(cx.sql, application, cx.now);
  return review(cx, before.submission, units);
}

async function writtenUnits({ sql }: ActContext, applicationId: string): Promise<readonly Unit[]> {
  return (await lockUnits(sql, applicationId, 'sent')).map(({ unit }) => unit);
}

/** What the motorcycles cost is what the bill says of them; the access fee is the bill's own. */
function moneyOf({ feeLines }: Submission, units: readonly Unit[]): { readonly bill: number; readonly units: number } {
  const billed = feeLines.filter(({ code }) => code !== 'access-fee');
  return { bill: addCents(...billed.map(({ amountCents }) => amountCents)), units: addCents(...units.map(({ feeCents }) => feeCents)) };
}

/** Where nothing is left to be reviewed, all of it comes back. */
async function review(cx: ActContext, submission: Submission, units: readonly Unit[]): Promise<ActOutcome> {
  const { sql, now } = cx;
  if ((await takeUnits(cx, submission, units)) > 0) return applied;
  const application = await lockApplication(sql, submission.applicationId);
  if (!application) throw new Error('A batch that was taken in is gone');
  const decision: RegistrarDecision = { outcome: 'returned', reasons: [], note: '', by: 'Hub', office: '', at: now };
  const back = { ...application, state: 'returned', decision } as const;
  await updateApplication(sql, back, now);
  await publishApplication(sql, back, now);
  return applied;
}
