import type * as z from 'zod';
import { dayOf, toInstant } from '#shared/base/instant.ts';
import type { Driver } from '#shared/domain/driver.ts';
import { drivingRulesOn } from '#shared/domain/driving-class.ts';
import type { NewProvisional } from '#shared/domain/services/approval.ts';
import { isAboutVehicle, rulesOf } from '#shared/domain/services/services.ts';
import { lastDayOfMonths } from '#shared/domain/test-result.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { payloads } from '#shared/protocol/messages.ts';
import { findPaymentState } from '../payments/store.ts';
import { lockApplication, publishApplication, updateApplication, type Application } from '../register/application-store.ts';
import { dropHold } from '../register/hold-store.ts';
import { nextLogbookNumber } from '../register/logbook-store.ts';
import { storePerson } from '../register/person-store.ts';
import { nextProvisionalNumber, storeDriver } from '../register/driver-store.ts';
import { drivingFor } from '../register/driving.ts';
import { findRegistered } from '../register/registered.ts';
import { storeVehicle } from '../register/vehicle-store.ts';
import { decisionProblem, mayDecide } from '../rules/decision-problem.ts';
import { submissionProblem } from '../rules/submission-problem.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';
import { issueLogbook } from './issue-logbook.ts';

type Decide = z.output<(typeof payloads)['registrar.decide']>;

/** A registrar approves, returns or refuses what another person took in. */
export async function decide(cx: ActContext, payload: Decide): Promise<ActOutcome> {
  const { sql, entry, device, now } = cx;
  if (!mayDecide(entry.actor, device.registrar)) return refused('act.forbidden', { needs: 'registrar' });
  const before = await lockApplication(sql, payload.applicationId);
  if (!before) return refused('act.not-found', { applicationId: payload.applicationId });
  const problem = decisionProblem({
    actor: entry.actor,
    outcome: payload.outcome,
    reasons: payload.reasons,
    application: { state: before.state, clerkId: before.submission.clerk.id, paymentState: await findPaymentState(sql, before.id) },
  });
  if (problem) return refused(problem.code, problem.facts);
  const { outcome, reasons, note } = payload;
  const decision = { outcome, reasons, note, by: entry.actor.name, office: device.officeCode, at: toInstant(entry.at) };
  const decided: Application = { ...before, state: outcome, decision };
  if (outcome === 'approved') return approve(cx, decided);
  if (outcome === 'refused') await dropHold(sql, decided.id);
  await updateApplication(sql, decided, now);
  await publishApplication(sql, decided, now);
  return applied;
}

/** Makes of the register what the service's rules say; the register may have changed since the application was taken in. */
async function approve(cx: ActContext, application: Application): Promise<ActOutcome> {
  const { sql, now } = cx;
  const { submission } = application;
  const { body } = submission;
  const registered = await findRegistered(sql, body);
  const problem = submissionProblem(submission, registered, { today: dayOf(now), driving: await drivingFor(cx, [body]) });
  if (problem) return refused(problem.code, problem.facts);
  if (body.service === 'batch-registration') return refused('entry.unreadable', { field: 'service' });
  if (isAboutVehicle(body)) return approveVehicle(cx, application, registered.vehicle ?? body.vehicle);
  return approveDriver(cx, application, registered.driver ?? null);
}

async function approveVehicle(cx: ActContext, application: Application, before: Vehicle | null): Promise<ActOutcome> {
  const { sql, now } = cx;
  const { submission } = application;
  const rules = rulesOf(submission.service);
  if (!before || rules.about !== 'vehicle') return refused('application.incomplete', { step: 'vehicle', field: 'vehicle.plate' });
  const feeCodes = submission.feeLines.map(({ code }) => code);
  const { logbook, people, vehicle: changed } = rules.approval(submission.body, { vehicle: before, feeCodes, at: now });
  const logbookNumber = logbook && (await nextLogbookNumber(sql, dayOf(now)));
  const source = { from: 'registry', asOf: now } as const;
  const vehicle = { ...changed, logbookNumber: logbookNumber ?? changed.logbookNumber, source };
  const approved = { ...application, logbookNumber };
  await finish(cx, approved);
  await storeVehicle(sql, vehicle, now);
  for (const person of people) await storePerson(sql, person, now);
  if (logbook && logbookNumber !== null)
    await issueLogbook(cx, approved, { number: logbookNumber, logbook, vehicle, oldNumber: before.logbookNumber });
  await publishApplication(sql, approved, now);
  return applied;
}

async function approveDriver(cx: ActContext, application: Application, before: Driver | null): Promise<ActOutcome> {
  const { sql, now } = cx;
  const { service, body } = application.submission;
  const rules = rulesOf(service);
  if (rules.about !== 'driver' || !rules.approval) return refused('entry.unreadable', { field: 'body.service' });
  const { rules: sets } = await drivingFor(cx, [body]);
  const inForce = drivingRulesOn(sets, dayOf(now));
  const approval = rules.approval(body, { driver: before, at: now, rules: inForce });
  if (!approval) return refused('driver.no-record', { step: 'driver', field: 'parties.driver.idNumber' });
  const { driver, provisional } = approval;
  const { provisionalMonths } = inForce;
  await finish(cx, application);
  await storeDriver(sql, provisional ? await withProvisional(cx, driver, { ...provisional, provisionalMonths }) : driver, now);
  await publishApplication(sql, application, now);
  return applied;
}

/** With the number and the days that the register gives. */
async function withProvisional(
  { sql, now }: ActContext,
  driver: Driver,
  { provisionalMonths, ...asked }: NewProvisional & { readonly provisionalMonths: number },
): Promise<Driver> {
  const issuedOn = dayOf(now);
  const number = await nextProvisionalNumber(sql, issuedOn);
  return { ...driver, provisional: { ...asked, number, issuedOn, validUntil: lastDayOfMonths(issuedOn, provisionalMonths) } };
}

/** The application as it stands in the register, and what it was about free for the next. */
async function finish({ sql, now }: ActContext, application: Application): Promise<void> {
  await updateApplication(sql, application, now);
  await dropHold(sql, application.id);
}
