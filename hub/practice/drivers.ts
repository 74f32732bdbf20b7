import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { assertNever } from '#shared/base/assert-never.ts';
import { addDays, dayOf, type Day, type Instant } from '#shared/base/instant.ts';
import { driverKey, type Driver, type HeldClass, type ProvisionalLicence, type TakenTest } from '#shared/domain/driver.ts';
import { drivingRulesOn, type DrivingRules } from '#shared/domain/driving-class.ts';
import type { DrivingRulesFile } from '#shared/domain/reference.ts';
import { lastDayOfMonths } from '#shared/domain/test-result.ts';
import { findRow, type Database, type Sql } from '../db/sql.ts';
import type { Person } from '../register/person-store.ts';
import { demonstrationPeople } from './demonstration.ts';
import { openRandom, type Random } from './random.ts';
import { makePracticeRegister } from './seed.ts';

/** Where a driver of the practice register stands. */
const stages = [
  'ready',
  'ready',
  'fresh',
  'ended',
  'failed-lately',
  'failed-before',
  'licensed',
  'licensed',
  'learns-more',
  'young',
] as const;
type Stage = (typeof stages)[number];

const seed = 20_261_123;
const driverCount = 200;
/** No published list of schools was used: both names are invented. */
const schools = ['Mlima Driving School', 'Ziwa Driving School'] as const;

/** Drivers that trainees and tests know by heart; `docs/practice-office.md` lists them. */
const known: readonly (readonly [Person, Stage])[] = [
  [demonstrationPeople.kamau, 'ready'],
  [demonstrationPeople.chebet, 'failed-lately'],
  [demonstrationPeople.halima, 'licensed'],
  [demonstrationPeople.mutua, 'ended'],
];

/** A driver of the practice register; where the facts come from is added when it is stored. */
type PracticeDriver = Omit<Driver, 'source'>;

interface Facts {
  readonly today: Day;
  readonly rules: DrivingRules;
}

/** 200 drivers and learners at every stage, the same every time but for their days, which count from today. */
export function makePracticeDrivers(facts: Facts): readonly PracticeDriver[] {
  const random = openRandom(seed);
  const people = makePracticeRegister().people.slice(Object.keys(demonstrationPeople).length);
  const others = people.slice(0, driverCount - known.length).map((person) => [person, random.pick(stages)] as const);
  return [...known, ...others].map(([person, stage]) => driverOf(person, stage, { ...facts, random }));
}

function driverOf(person: Person, stage: Stage, facts: Facts & { readonly random: Random }): PracticeDriver {
  const { idKind, idNumber, name, phone, kraPin } = person;
  const { random, today } = facts;
  const years = stage === 'young' ? 17 : random.int(24, 50);
  const dateOfBirth = addDays(today, -(years * 365 + Math.ceil(years / 4) + random.int(20, 300)));
  return { idKind, idNumber, name, phone, kraPin, dateOfBirth, ...recordOf(stage, idNumber, facts) };
}

type DrivingRecord = Pick<Driver, 'provisional' | 'licences' | 'tests'>;

function recordOf(stage: Stage, idNumber: string, { today, rules, random }: Facts & { readonly random: Random }): DrivingRecord {
  const learns = (drivingClass: string, daysAgo: number) =>
    provisionalOf({ idNumber, drivingClass, rules, random }, addDays(today, -daysAgo));
  const held = (years: number): HeldClass => ({ class: 'B2', since: addDays(today, -years * 366), until: null });
  const none = { provisional: null, licences: [], tests: [] };
  switch (stage) {
    case 'ready':
      return { ...none, provisional: learns('A2', random.int(40, 400)) };
    case 'fresh':
      return { ...none, provisional: learns('B1', random.int(1, rules.maturityDays - 1)) };
    case 'ended':
      return { ...none, provisional: learns('A2', 1_000) };
    case 'failed-lately':
      return { ...none, provisional: learns('A2', 90), tests: [failedOf(idNumber, addDays(today, -5), rules)] };
    case 'failed-before':
      return { ...none, provisional: learns('A2', 200), tests: [failedOf(idNumber, addDays(today, -100), rules)] };
    case 'licensed':
      return { ...none, licences: [held(random.int(1, 6))] };
    case 'learns-more':
      return { ...none, provisional: learns('C1', 60), licences: [held(4)] };
    case 'young':
      return none;
    default:
      return assertNever(stage);
  }
}

interface LearnerFacts {
  readonly idNumber: string;
  readonly drivingClass: string;
  readonly rules: DrivingRules;
  readonly random: Random;
}

/** The number follows from the ID, so that no two meet; those that the hub gives count from 1. */
function provisionalOf({ idNumber, drivingClass, rules, random }: LearnerFacts, issuedOn: Day): ProvisionalLicence {
  const validUntil = lastDayOfMonths(issuedOn, rules.provisionalMonths);
  return { number: `PDL-${idNumber}`, class: drivingClass, issuedOn, validUntil, school: random.pick(schools) };
}

function failedOf(idNumber: string, day: Day, { resitWaitDays, stages: parts }: DrivingRules): TakenTest {
  return {
    bookingNumber: `B-NRB01-1A-${idNumber.slice(-6)}`,
    class: 'A2',
    day,
    centre: 'NRB',
    outcome: 'failed',
    failedStages: parts.slice(-1).map(({ id }) => id),
    resitFrom: addDays(day, resitWaitDays),
  };
}

/** Fills a practice database that has no drivers yet; one that was filled before is left as its trainees made it. */
export async function seedPracticeDrivers(database: Database, resourcesDir: string, now: Instant): Promise<void> {
  const file = await readFile(path.join(resourcesDir, 'reference', 'driving-rules.json'), 'utf8');
  const today = dayOf(now);
  const rules = drivingRulesOn((JSON.parse(file) as DrivingRulesFile).rules, today);
  await database.transaction(async (sql) => {
    // Another hub process may be starting at this moment.
    await sql.query('SELECT one FROM hub FOR UPDATE');
    if (await findRow(sql, 'SELECT driver_key FROM driver LIMIT 1')) return;
    await sql.query(`SELECT set_config('kaunta.registrar', 'on', true)`);
    await storeDrivers(sql, makePracticeDrivers({ today, rules }), now);
  });
}

/** In one statement for all of them: the register and what offices are told of it. */
async function storeDrivers(sql: Sql, drivers: readonly PracticeDriver[], now: Instant): Promise<void> {
  const rows = drivers.map((driver) => ({ key: driverKey(driver), body: { ...driver, source: { from: 'registry', asOf: now } } }));
  await sql.query(
    `WITH told AS MATERIALIZED (SELECT key, body FROM jsonb_to_recordset($1::jsonb) AS d (key text, body jsonb)),
       stored AS (INSERT INTO driver (driver_key, body, changed_at) SELECT key, body, $2 FROM told)
     INSERT INTO change (audience, kind, key, body) SELECT 'all', 'driver', key, body FROM told`,
    JSON.stringify(rows),
    now,
  );
}
