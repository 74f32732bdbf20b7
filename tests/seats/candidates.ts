import { toDay, toInstant } from '#shared/base/instant.ts';
import { driverKey, type Driver } from '#shared/domain/driver.ts';
import { readReference } from '#core/reference.ts';
import { makePracticeDrivers } from '#hub/practice/drivers.ts';
import { type TestHub } from '../support/hub.ts';
import { resourcesDir } from '../support/resources.ts';

let made = 0;
let learner: Omit<Driver, 'source'> | undefined;

/** Somebody who learns A2, may be tested and was never booked; known to the hub. */
export async function newCandidate(test: TestHub): Promise<Driver> {
  learner ??= findLearner();
  made += 1;
  const source = { from: 'registry', asOf: toInstant('2026-11-23T06:00:00.000Z') } as const;
  const driver: Driver = { ...learner, idNumber: String(60_000_000 + made), source };
  await atHub(
    test,
    'INSERT INTO driver (driver_key, body, changed_at) VALUES ($1, $2::jsonb, now())',
    driverKey(driver),
    JSON.stringify(driver),
  );
  return driver;
}

function findLearner(): Omit<Driver, 'source'> {
  const [rules] = readReference(resourcesDir).drivingRules.rules;
  if (!rules) throw new Error('There are no rules of driving');
  const found = makePracticeDrivers({ today: toDay('2026-11-23'), rules }).find(
    ({ provisional, tests }) => provisional?.class === 'A2' && provisional.validUntil > '2027-12-01' && tests.length === 0,
  );
  if (!found) throw new Error('Nobody learns A2 in the practice register');
  return { ...found, provisional: found.provisional && { ...found.provisional, validUntil: toDay('2040-12-31') } };
}

/** Reads and writes past the offices' walls. */
export function atHub<Row extends object>(test: TestHub, text: string, ...values: string[]): Promise<readonly Row[]> {
  return test.database.transaction(async (sql) => {
    await sql.query(`SELECT set_config('kaunta.registrar', 'on', true)`);
    return sql.query<Row>(text, ...values);
  });
}
