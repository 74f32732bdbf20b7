import { decline, type Problem } from '#shared/base/decision.ts';
import { addCents } from '#shared/base/money.ts';
import { normaliseChassis } from '#shared/domain/chassis.ts';
import type { Driver } from '#shared/domain/driver.ts';
import type { KnownFacts } from '#shared/domain/party-fields.ts';
import { isAboutDriver, isAboutVehicle, rulesOf, type ServiceBody } from '#shared/domain/services/services.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { Submission } from '#shared/protocol/messages.ts';

export type SubmissionProblem = Problem<string>;

/**
 * Why the register cannot take an application as it was sent. The service's own rules are asked again, with the register's facts in
 * place of those the counter had, so that an owner or a mark that changed since is seen. Facts name `step` and `field` where one is at
 * fault.
 */
export function submissionProblem(submission: Submission, registered: Registered, known: HubFacts): SubmissionProblem | undefined {
  const { body, service } = submission;
  if (body.service !== service) return problem('entry.unreadable', { field: 'body.service' });
  const unlike = isAboutVehicle(body) ? vehicleProblem(body.vehicle, registered.vehicle) : undefined;
  return unlike ?? serviceProblem(submission, registered, known) ?? paperProblem(submission);
}

/** What the register has of the thing that an application is about. */
export interface Registered {
  readonly vehicle?: Vehicle | undefined;
  readonly driver?: Driver | undefined;
}

export type HubFacts = Pick<KnownFacts, 'today' | 'driving'>;

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

function serviceProblem({ body, service }: Submission, registered: Registered, known: HubFacts): SubmissionProblem | undefined {
  const [first] = rulesOf(service).problems(asRegistered(body, registered), { ...known, openApplication: null });
  return first && problem(first.code, { ...first.facts, step: first.step, field: first.field });
}

/** What was sent, with the register's facts where it has some. Of a driver whom it does not know nothing is believed to be registered. */
function asRegistered(body: ServiceBody, { vehicle, driver }: Registered): ServiceBody {
  if (isAboutDriver(body)) return rulesOf(body.service).withDriver(body, driver ?? null);
  return vehicle && isAboutVehicle(body) ? { ...body, vehicle } : body;
}

function paperProblem(submission: Submission): SubmissionProblem | undefined {
  const rules = rulesOf(submission.service);
  const role = rules.partiesOf(submission.body).find((party) => submission.confirmations.every((given) => given.role !== party));
  if (role !== undefined) return problem('application.incomplete', { step: 'confirm', field: `confirmation.${role}` });
  const kind = rules.scansNeeded(submission.body).find((needed) => submission.scans.every((scan) => scan.kind !== needed));
  return kind === undefined ? undefined : problem('application.incomplete', { step: 'papers', field: `scan.${kind}` });
}
