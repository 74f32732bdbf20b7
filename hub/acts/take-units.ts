import type { UnitOutcome } from '#shared/contract/batch-registration.ts';
import type { Unit } from '#shared/domain/batch/unit.ts';
import type { UnitConflict } from '#shared/domain/batch/unit-reason.ts';
import { unitHold } from '#shared/domain/services/hold.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import type { Sql } from '../db/sql.ts';
import { takeFree } from '../register/hold-store.ts';
import { actForDealer, lockStockByChassis } from '../register/stock-store.ts';
import { settleUnits } from '../register/unit-store.ts';
import type { ActContext } from './act.ts';
import { holdOf } from './submit.ts';

/**
 * Takes units in for review. One whose metal the register has, or another application asks for, comes back at once; the others go on.
 * The holds come first, for the reason that `claim` gives. How many go on.
 */
export async function takeUnits({ sql, now }: ActContext, submission: Submission, units: readonly Unit[]): Promise<number> {
  const { applicationId, officeCode } = submission;
  const hold = holdOf(submission, now);
  const free = await takeFree(
    sql,
    units.map((unit) => ({ keys: unitHold(unit), hold: { ...hold, applicationId: unit.id } })),
  );
  const metal = await registeredMetal(sql, units);
  const sold = await soldElsewhere(sql, submission, units);
  const decided = units.map((unit) => {
    const conflict = sold.has(unit.chassis) ? 'sold-to-another' : conflictOf(unit, { metal, isFree: free.has(unit.id) });
    return { unit, outcome: outcomeOf(conflict, now) };
  });
  await settleUnits(sql, applicationId, { officeCode, decided });
  return decided.filter(({ outcome }) => outcome.state === 'in-review').length;
}

function outcomeOf(conflict: UnitConflict | undefined, at: UnitOutcome['at']): UnitOutcome {
  const open = { note: '', plate: null, logbookNumber: null, at };
  return conflict ? { ...open, state: 'returned', reasons: [conflict] } : { ...open, state: 'in-review', reasons: [] };
}

interface Metal {
  readonly chassis: ReadonlySet<string>;
  readonly engines: ReadonlySet<string>;
}

function conflictOf(unit: Unit, { metal, isFree }: { readonly metal: Metal; readonly isFree: boolean }): UnitConflict | undefined {
  if (metal.chassis.has(unit.chassis)) return 'chassis-registered';
  if (metal.engines.has(unit.engineNumber)) return 'engine-registered';
  return isFree ? undefined : 'held';
}

/** What the dealer's stock says was sold into another batch than this one. */
async function soldElsewhere(
  sql: Sql,
  { applicationId, officeCode, body }: Submission,
  units: readonly Unit[],
): Promise<ReadonlySet<string>> {
  if (body.service !== 'batch-registration') return new Set();
  await actForDealer(sql, body.parties.dealer.kraPin);
  const stock = await lockStockByChassis(
    sql,
    officeCode,
    units.map(({ chassis }) => chassis),
  );
  return new Set(stock.flatMap(({ unit }) => (unit.sale && unit.sale.batchId !== applicationId ? [unit.chassis] : [])));
}

/** Which of these numbers vehicles of the register have. */
async function registeredMetal(sql: Sql, units: readonly Unit[]): Promise<Metal> {
  const [chassis, engines] = await Promise.all([
    sql.query<{ key: string }>(
      'SELECT chassis_key AS key FROM vehicle WHERE chassis_key = ANY ($1::text[])',
      units.map((unit) => unit.chassis),
    ),
    sql.query<{ key: string }>(
      `SELECT body ->> 'engineNumber' AS key FROM vehicle WHERE body ->> 'engineNumber' = ANY ($1::text[])`,
      units.map((unit) => unit.engineNumber),
    ),
  ]);
  return { chassis: new Set(chassis.map(({ key }) => key)), engines: new Set(engines.map(({ key }) => key)) };
}
