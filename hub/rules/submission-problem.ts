import { decline, type Problem } from '#shared/base/decision.ts';
import { addCents } from '#shared/base/money.ts';
import type { Day } from '#shared/base/instant.ts';
import { normaliseChassis } from '#shared/domain/chassis.ts';
import { rulesOf } from '#shared/domain/services/services.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { Submission } from '#shared/protocol/messages.ts';

export type SubmissionProblem = Problem<string>;

/**
 * Why the register cannot take an application as it was sent. The service's own rules are asked again, with the register's facts in
 * place of those the counter had, so that an owner or a mark that changed since is seen. Facts name `step` and `field` where one is at
 * fault.
 */
export function submissionProblem(submission: Submission, registered: Vehicle | undefined, today: Day): SubmissionProblem | undefined {
  if (submission.body.service !== submission.service) return problem('entry.unreadable', { field: 'body.service' });
  return vehicleProblem(submission.body.vehicle, registered) ?? serviceProblem(submission, registered, today) ?? paperProblem(submission);
}

/** The fee lines and the money agree. A mended application is not asked again, because it pays no second fee (DOMAIN 0.7). */
export function moneyProblem({ feeLines, payment }: Submission): SubmissionProblem | undefined {
  const feeCents = addCents(...feeLines.map(({ amountCents }) => amountCents));
  return feeCents === payment.amountCents ? undefined : problem('payment.amount-differs', { feeCents, paidCents: payment.amountCents });
}

function problem(code: string, facts: SubmissionProblem['facts']): SubmissionProblem {
  return decline(code, facts).problem;
}

/** A vehicle that the register lacks must have been read from its paper; one that it has must be the same metal. */
function vehicleProblem(sent: Vehicle | null, registered: Vehicle | undefined): SubmissionProblem | undefined {
  if (!sent) return problem('application.incomplete', { step: 'vehicle', field: 'vehicle.plate' });
  if (!registered) return sent.source.from === 'paper' ? undefined : problem('vehicle.unknown', { plate: sent.plate });
  const isSame = normaliseChassis(sent.chassis) === normaliseChassis(registered.chassis);
  return isSame ? undefined : problem('vehicle.differs', { step: 'vehicle', field: 'vehicle.chassis', plate: sent.plate });
}

function serviceProblem({ body, service }: Submission, registered: Vehicle | undefined, today: Day): SubmissionProblem | undefined {
  const facts = registered ? { ...body, vehicle: registered } : body;
  const [first] = rulesOf(service).problems(facts, { today, openApplication: null });
  return first && problem(first.code, { ...first.facts, step: first.step, field: first.field });
}

function paperProblem(submission: Submission): SubmissionProblem | undefined {
  const rules = rulesOf(submission.service);
  const role = rules.partiesOf(submission.body).find((party) => submission.confirmations.every((given) => given.role !== party));
  if (role !== undefined) return problem('application.incomplete', { step: 'confirm', field: `confirmation.${role}` });
  const kind = rules.scansNeeded(submission.body).find((needed) => submission.scans.every((scan) => scan.kind !== needed));
  return kind === undefined ? undefined : problem('application.incomplete', { step: 'papers', field: `scan.${kind}` });
}
