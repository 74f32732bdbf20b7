import type * as z from 'zod';
import { dayOf, toInstant } from '#shared/base/instant.ts';
import { logbookOfUnit, vehicleOfUnit, type Unit } from '#shared/domain/batch/unit.ts';
import type { payloads } from '#shared/protocol/messages.ts';
import { findPaymentState } from '../payments/store.ts';
import { lockApplication, publishApplication, updateApplication, type Application } from '../register/application-store.ts';
import { dropHold, dropHolds } from '../register/hold-store.ts';
import { insertLogbook, nextLogbookNumbers, officesOfLogbook, publishLogbook, verifyNumberOf } from '../register/logbook-store.ts';
import { takeMotorcycleMarks } from '../register/motorcycle-marks.ts';
import { actForNoDealer, lockStockByChassis, moveStock } from '../register/stock-store.ts';
import { isAllSettled, lockUnits, settleUnits, type DecidedUnit } from '../register/unit-store.ts';
import { storeVehicle } from '../register/vehicle-store.ts';
import { decisionProblem, mayDecide } from '../rules/decision-problem.ts';
import { applied, refused, type ActContext, type ActOutcome } from './act.ts';

type Decide = z.output<(typeof payloads)['registrar.decideBatch']>;

/** A registrar approves what is under review of a batch, but for the units that are sent back: each with its reasons. */
export async function decideBatch(cx: ActContext, payload: Decide): Promise<ActOutcome> {
  const { sql, entry, device, now } = cx;
  if (!mayDecide(entry.actor, device.registrar)) return refused('act.forbidden', { needs: 'registrar' });
  const before = await lockApplication(sql, payload.applicationId);
  if (before?.submission.service !== 'batch-registration') return refused('act.not-found', { applicationId: payload.applicationId });
  const units = (await lockUnits(sql, before.id, 'in-review')).map(({ unit }) => unit);
  const back = new Map(payload.returned.map((one) => [one.unitId, one]));
  const approved = units.filter(({ id }) => !back.has(id));
  if (units.length - approved.length !== back.size) return refused('batch.unit-not-under-review');
  const problem = decisionProblem({
    actor: entry.actor,
    outcome: approved.length > 0 ? 'approved' : 'returned',
    reasons: payload.returned.flatMap(({ reasons }) => reasons),
    application: { state: before.state, clerkId: before.submission.clerk.id, paymentState: await findPaymentState(sql, before.id) },
  });
  if (problem) return refused(problem.code, problem.facts);
  const returned = units.flatMap((unit): DecidedUnit[] => {
    const { reasons, note } = back.get(unit.id) ?? { reasons: [], note: '' };
    return back.has(unit.id) ? [{ unit, outcome: { state: 'returned', reasons, note, plate: null, logbookNumber: null, at: now } }] : [];
  });
  const registered = await register(cx, before, approved);
  await settleUnits(sql, before.id, { officeCode: before.submission.officeCode, decided: [...returned, ...registered] });
  await registerStock(cx, before.submission.officeCode, registered);
  await close(cx, before);
  return applied;
}

/** What came out of a dealer's stock is registered there too, and its plates are waited for. */
async function registerStock({ sql, now }: ActContext, officeCode: string, registered: readonly DecidedUnit[]): Promise<void> {
  const plates = new Map(registered.map(({ unit, outcome }) => [unit.chassis, outcome.plate]));
  await actForNoDealer(sql);
  const stock = await lockStockByChassis(sql, officeCode, [...plates.keys()]);
  const moved = stock.map(({ dealer, unit }) => {
    const plate = plates.get(unit.chassis) ?? null;
    return { dealer, unit: { ...unit, state: 'registered' as const, plate, registeredAt: now, changedAt: now } };
  });
  await moveStock(sql, officeCode, moved);
}

/** Where none is left to be mended the batch is done; else it waits for those that came back. */
async function close({ sql, entry, device, now }: ActContext, before: Application): Promise<void> {
  const outcome = (await isAllSettled(sql, before.id)) ? ('approved' as const) : ('returned' as const);
  const decision = { outcome, reasons: [], note: '', by: entry.actor.name, office: device.officeCode, at: toInstant(entry.at) };
  const application: Application = { ...before, state: outcome, decision };
  await updateApplication(sql, application, now);
  if (outcome === 'approved') await dropHold(sql, before.id);
  await publishApplication(sql, application, now);
}

/** Gives each unit its mark and its first eLogbook, in the order of the batch. */
async function register(cx: ActContext, { submission }: Application, units: readonly Unit[]): Promise<DecidedUnit[]> {
  const { sql, now, key } = cx;
  if (units.length === 0) return [];
  const plates = await takeMotorcycleMarks(sql, units.length);
  const numbers = await nextLogbookNumbers(sql, dayOf(now), units.length);
  await dropHolds(
    sql,
    units.map(({ id }) => id),
  );
  const decided: DecidedUnit[] = [];
  for (const [index, unit] of units.entries()) {
    const [plate, logbookNumber] = [plates[index], numbers[index]];
    if (plate === undefined || logbookNumber === undefined) throw new Error('A series gave too few numbers');
    const vehicle = vehicleOfUnit(unit, { plate, logbookNumber, at: now });
    await storeVehicle(sql, vehicle, now);
    const { cause, ...says } = logbookOfUnit(unit);
    const record = {
      ...says,
      number: logbookNumber,
      verifyNumber: verifyNumberOf(key, logbookNumber),
      applicationId: unit.id,
      reference: submission.reference,
      collectionOffice: unit.collectionOffice,
      collectorIdNumber: '',
      issuedAt: now,
      vehicle: { ...vehicle, owners: [...vehicle.owners], marks: [] },
      replaces: { number: null, cause },
      endedBy: null,
      handedOverAt: null,
    };
    await insertLogbook(sql, record, submission.officeCode);
    await publishLogbook(sql, record, officesOfLogbook(submission.officeCode, record));
    decided.push({ unit, outcome: { state: 'registered', reasons: [], note: '', plate, logbookNumber, at: now } });
  }
  return decided;
}
