import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { instantOf, type Instant } from '#shared/base/instant.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { EntryAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import { openPostgres } from '#hub/db/postgres.ts';
import type { Database, Sql } from '#hub/db/sql.ts';
import { startHub, type Hub } from '#hub/start-hub.ts';
import type { DeviceDouble } from '#tests/support/device.ts';
import { resourcesDir } from '#tests/support/resources.ts';
import { startPostgres, type TestPostgres } from '#tests/support/postgres.ts';
import { preparePush, pushPatiently } from './prepared-push.ts';
import { addOffices, addVehicles } from './sim-offices.ts';

/** One PostgreSQL, a register of motorcycles, and as many hubs and offices as a test asks for. */
export interface LoadStage {
  readonly postgres: TestPostgres;
  readonly url: string;
  readonly database: Database;
  readonly vehicles: readonly Vehicle[];
  /** A hub in this process; `through` stands between it and the database, to plant a bug with. */
  openHub(through?: (database: Database) => Database): Promise<Hub>;
  offices(count: number): Promise<readonly DeviceDouble[]>;
  /** Reads past the offices' walls. */
  read<Row extends object>(text: string, ...values: readonly string[]): Promise<readonly Row[]>;
}

export const now = (): Instant => instantOf(Date.now());

/** Lives as long as the tests of the file. */
export async function openLoadStage(vehicleCount: number, settings?: readonly string[]): Promise<LoadStage> {
  const postgres = await startPostgres(settings);
  const url = await postgres.createDatabase();
  const open = () => openPostgres({ url, onLost: () => undefined });
  const dataDir = await mkdtemp(join(tmpdir(), 'kaunta-load-'));
  const hubs: Hub[] = [];
  const openHub = async (through: (database: Database) => Database = (whole) => whole) => {
    const options = { port: 0, host: '127.0.0.1', practice: false, dataDir, resourcesDir, log: () => undefined, now };
    const hub = await startHub({ ...options, database: through(open()) });
    hubs.push(hub);
    return hub;
  };
  const first = await openHub();
  const database = open();
  afterAll(async () => {
    await Promise.all(hubs.map((hub) => hub.close()));
    await database.close();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    postgres,
    url,
    database,
    vehicles: await addVehicles(database, vehicleCount, now()),
    openHub,
    offices: (count) => addOffices({ database, hubUrl: first.url, now }, count),
    read: (text, ...values) => readAll(database, (sql) => sql.query(text, ...values)),
  };
}

function readAll<T>(database: Database, work: (sql: Sql) => Promise<T>): Promise<T> {
  return database.transaction(async (sql) => {
    await sql.query(`SELECT set_config('kaunta.operator', 'on', true)`);
    return work(sql);
  });
}

/** Sends a batch to any hub, coming again when it is told to. */
export async function pushTo(hubUrl: string, device: DeviceDouble, entries: readonly PushedEntry[]): Promise<readonly EntryAnswer[]> {
  const { answers } = await pushPatiently(hubUrl, preparePush(device, entries, now()));
  return answers;
}

/** The same database, but what is asked of it may be answered by something else: for bugs planted on purpose. */
export function instead(
  database: Database,
  answer: (sql: Sql, text: string, values: Parameters<Sql['query']>[1][]) => Promise<readonly object[]> | undefined,
): Database {
  return {
    ...database,
    transaction: (work) =>
      database.transaction((sql) =>
        work({
          ...sql,
          query: (async (text: string, ...values: Parameters<Sql['query']>[1][]) =>
            (await answer(sql, text, values)) ?? sql.query(text, ...values)) as Sql['query'],
        }),
      ),
  };
}

/** A planted bug: a hub that believes that it has every vehicle it asks for. */
export function holdsNothing(database: Database): Database {
  return instead(database, (_, text, [rows]) =>
    text.startsWith('INSERT INTO application_hold') && typeof rows === 'string'
      ? Promise.resolve(rows.startsWith('[') ? (JSON.parse(rows) as object[]) : [{}])
      : undefined,
  );
}
