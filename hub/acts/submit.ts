import { dayOf, type Instant } from '#shared/base/instant.ts';
import type { ServiceId } from '#shared/domain/application.ts';
import { isApprovedAtOnce, rulesOf, vehicleOf } from '#shared/domain/services/services.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import type { Audience, NewChange } from '../changes/publish.ts';
import type { Sql } from '../db/sql.ts';
import { findingOf, isReceiptUsed, shareProblem } from '../payments/store.ts';
import { applicationChanges, type Application } from '../register/application-store.ts';
import { drivingFor } from '../register/driving.ts';
import { dropOverHold, takeHold, type Hold } from '../register/hold-store.ts';
import { findRegistered } from '../register/registered.ts';
import { moneyProblem, submissionProblem } from '../rules/submission-problem.ts';
import { bookSeat } from '../seats/book.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';
import { keepIntakes, type Intake } from './keep-intakes.ts';

/** What a service does of its own as its application is taken in; an outcome undoes the whole. */
const ownActs: Readonly<Partial<Record<ServiceId, (cx: ActContext, submission: Submission) => Promise<ActOutcome | undefined>>>> = {
  'test-booking': bookSeat,
};

/** A batch comes by its own act, with its units. */
export async function submit(cx: ActContext, submission: Submission): Promise<ActOutcome> {
  return submission.service === 'batch-registration' ? refused('entry.unreadable', { field: 'service' }) : takeIn(cx, submission);
}

/** Takes an application in for review: what it is about is held, its money looked for, the registrars told. */
export async function takeIn(cx: ActContext, submission: Submission): Promise<ActOutcome> {
  const { sql, now, device } = cx;
  const stopped = (await claim(cx, submission)) ?? stop(moneyProblem(submission) ?? (await shareProblem(sql, submission)));
  if (stopped) return stopped;
  const kept = await keepIntakes(sql, device, [intakeOf(cx, submission)], now);
  if (kept === 'known-payment') return knownPayment(sql, submission);
  if (kept === 'known-application') return refused('act.wrong-state', { reference: submission.reference });
  return (await ownActs[submission.service]?.(cx, submission)) ?? applied;
}

async function knownPayment(sql: Sql, submission: Submission): Promise<ActOutcome> {
  const { receiptNumber, method, code } = submission.payment;
  if (await isReceiptUsed(sql, submission)) return refused('receipt.number-used', { receiptNumber });
  return refused('payment.code-used', { method, code, reference: '' });
}

export function intakeOf({ now, payments }: Pick<ActContext, 'now' | 'payments'>, submission: Submission): Intake {
  const finding = findingOf(payments, submission);
  const application: Application = {
    id: submission.applicationId,
    state: isApprovedAtOnce(submission.service) ? 'approved' : 'in-review',
    submission,
    decision: null,
    logbookNumber: null,
    receivedAt: now,
  };
  const changes = applicationChanges(application, now);
  if (finding.state === 'to-match') return { application, finding, changes };
  const audience: Audience = `office:${submission.officeCode}`;
  const found: NewChange = { audience, kind: 'payment', key: finding.receiptNumber, body: { ...finding, at: now } };
  return { application, finding, changes: [...changes, found] };
}

export function holdOf({ applicationId, reference, officeCode, clerk, service, body }: Submission, since: Instant): Hold {
  return { applicationId, reference, officeCode, clerkName: clerk.name, since, until: rulesOf(service).heldUntil(body) };
}

/**
 * Holds what the application is about and then asks the rules. The hold comes first: whoever waits for it reads the register after the
 * other office's act, never before.
 */
export async function claim(cx: ActContext, submission: Submission): Promise<ActOutcome | undefined> {
  const { sql, device, now } = cx;
  const { body, service } = submission;
  if (submission.officeCode !== device.officeCode) return refused('act.forbidden', { office: submission.officeCode });
  if (body.service !== service) return refused('entry.unreadable', { field: 'body.service' });
  const keys = rulesOf(service).holdKeys(body);
  if (!keys) return refused('application.incomplete', firstFieldOf(submission));
  if (rulesOf(service).heldUntil(body) !== null) await dropOverHold(sql, keys, dayOf(now));
  const other = await takeHold(sql, keys, holdOf(submission, now));
  if (other && other.applicationId !== submission.applicationId) return conflictWith(other, submission);
  return stop(submissionProblem(submission, await findRegistered(sql, body), { today: dayOf(now), driving: await drivingFor(cx, [body]) }));
}

const firstField = {
  vehicle: { step: 'vehicle', field: 'vehicle.plate' },
  driver: { step: 'driver', field: 'parties.driver.idNumber' },
  batch: { step: 'papers', field: 'units' },
} as const;

/** Where the thing is named that this application does not name. */
function firstFieldOf({ service }: Submission) {
  return firstField[rulesOf(service).about];
}

function stop(problem: ReturnType<typeof submissionProblem>): ActOutcome | undefined {
  return problem && refused(problem.code, problem.facts);
}

function conflictWith(other: Hold, { service, body }: Submission): ActOutcome {
  const { about } = rulesOf(service);
  return {
    outcome: 'conflict',
    what: `${about}.open-application`,
    who: other.clerkName,
    office: other.officeCode,
    when: other.since,
    facts: { plate: vehicleOf(body)?.plate ?? '', reference: other.reference },
  };
}
