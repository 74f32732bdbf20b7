import type { Instant } from '#shared/base/instant.ts';
import { findRow, type Database, type Sql } from '../db/sql.ts';
import type { Person } from '../register/person-store.ts';
import { demonstrationPeople, demonstrationVehicles } from './demonstration.ts';
import { makePeople } from './people.ts';
import { openRandom } from './random.ts';
import { makeVehicles, type PracticeVehicle } from './vehicles.ts';

export interface PracticeRegister {
  readonly vehicles: readonly PracticeVehicle[];
  readonly people: readonly Person[];
}

const seed = 20_261_122;
const peopleCount = 2_000;

/** The practice register: 5,000 vehicles and 2,000 people, the same every time. */
export function makePracticeRegister(): PracticeRegister {
  const random = openRandom(seed);
  const known = Object.values(demonstrationPeople);
  const people = makePeople(random, peopleCount - known.length);
  const [first, ...others] = people;
  if (!first) throw new Error('The practice register has no people');
  const shown = demonstrationVehicles.map(({ vehicle }) => vehicle);
  const rest = makeVehicles(random, [first, ...others], new Set(shown.map(({ plate }) => plate)));
  return { vehicles: [...shown, ...rest], people: [...known, ...people] };
}

/** Fills a new practice database; one that was filled before is left as its trainees made it. */
export async function seedPractice(database: Database, now: Instant): Promise<void> {
  await database.transaction(async (sql) => {
    // Another hub process may be starting at this moment.
    await sql.query('SELECT one FROM hub FOR UPDATE');
    if (await findRow(sql, 'SELECT plate_key FROM vehicle LIMIT 1')) return;
    await sql.query(`SELECT set_config('kaunta.registrar', 'on', true)`);
    const { vehicles, people } = makePracticeRegister();
    await storeVehicles(sql, vehicles, now);
    await storePeople(sql, people, now);
  });
}

/** In one statement for all of them: the register and what offices are told of it. */
async function storeVehicles(sql: Sql, vehicles: readonly PracticeVehicle[], now: Instant): Promise<void> {
  const bodies = vehicles.map((vehicle) => ({ ...vehicle, source: { from: 'registry', asOf: now } }));
  await sql.query(
    `WITH body AS MATERIALIZED (SELECT value FROM jsonb_array_elements($1::jsonb)),
       stored AS (INSERT INTO vehicle (plate_key, chassis_key, body, changed_at) SELECT value->>'plate', value->>'chassis', value, $2 FROM body)
     INSERT INTO change (audience, kind, key, body) SELECT 'all', 'vehicle', value->>'plate', value FROM body`,
    JSON.stringify(bodies),
    now,
  );
}

async function storePeople(sql: Sql, people: readonly Person[], now: Instant): Promise<void> {
  await sql.query(
    `WITH body AS MATERIALIZED (SELECT value FROM jsonb_array_elements($1::jsonb)),
       stored AS (INSERT INTO person (id_kind, id_number, body, changed_at) SELECT value->>'idKind', value->>'idNumber', value, $2 FROM body)
     INSERT INTO change (audience, kind, key, body) SELECT 'all', 'person', (value->>'idKind') || ':' || (value->>'idNumber'), value FROM body`,
    JSON.stringify(people),
    now,
  );
}
