import { dayOf } from '#shared/base/instant.ts';
import { normaliseChassis } from '#shared/domain/chassis.ts';
import { normalisePlate } from '#shared/domain/plate.ts';
import { vehicleHold } from '#shared/domain/services/hold.ts';
import { vehicleOf } from '#shared/domain/services/services.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import { spentCodeOf } from '../payments/store.ts';
import { takeHolds } from '../register/hold-store.ts';
import { vehiclesByPlate } from '../register/vehicle-store.ts';
import { moneyProblem, submissionProblem } from '../rules/submission-problem.ts';
import type { ActContext } from './act.ts';
import { keepIntakes } from './keep-intakes.ts';
import { holdOf, intakeOf } from './submit.ts';

/** A submission that names its vehicle; those about a driver are asked one by one. */
interface Claim {
  readonly submission: Submission;
  readonly vehicle: Vehicle;
}

/**
 * Takes many applications in as `submit` would one after the other, in one statement a table. False where one of them would not be
 * applied, whatever the reason: then all of it has to be undone, and each is asked by itself.
 */
export async function submitTogether(cx: Omit<ActContext, 'entry'>, submissions: readonly Submission[]): Promise<boolean> {
  const { sql, now, device } = cx;
  const claims = submissions.flatMap((submission) => claimOf(submission, device.officeCode) ?? []);
  if (claims.length < submissions.length || !areApart(claims)) return false;
  // The holds come first, for the reason that `claim` gives; what is sent behind them is answered behind them.
  const [isFree, registered] = await Promise.all([
    takeHolds(
      sql,
      claims.map(({ submission, vehicle }) => ({ keys: vehicleHold(vehicle), hold: holdOf(submission, now) })),
    ),
    vehiclesByPlate(
      sql,
      claims.map(({ vehicle }) => vehicle.plate),
    ),
  ]);
  if (!isFree) return false;
  const known = { today: dayOf(now), driving: cx.driving };
  const isStopped = ({ submission, vehicle }: Claim) =>
    submissionProblem(submission, { vehicle: registered.get(normalisePlate(vehicle.plate)) }, known);
  if (claims.some(isStopped)) return false;
  const intakes = submissions.map((submission) => intakeOf(cx, submission));
  return (await keepIntakes(sql, device, intakes, now)) === 'all';
}

/** What can be said without asking the database. */
function claimOf(submission: Submission, officeCode: string): Claim | undefined {
  const vehicle = vehicleOf(submission.body);
  return vehicle && submission.officeCode === officeCode && !moneyProblem(submission) ? { submission, vehicle } : undefined;
}

/** No two want the same thing, so that their order does not matter. */
function areApart(claims: readonly Claim[]): boolean {
  const wanted: readonly ((claim: Claim) => string)[] = [
    ({ submission }) => submission.applicationId,
    ({ submission }) => submission.reference,
    ({ submission }) => submission.payment.receiptNumber,
    ({ submission: { payment, applicationId } }) => `${payment.method} ${spentCodeOf(payment) || applicationId}`,
    ({ vehicle }) => normalisePlate(vehicle.plate),
    ({ vehicle }) => normaliseChassis(vehicle.chassis),
  ];
  return wanted.every((of) => new Set(claims.map(of)).size === claims.length);
}
