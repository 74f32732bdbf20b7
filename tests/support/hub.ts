import { cp, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { instantOf, type Instant } from '#shared/base/instant.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { openPglite } from '#hub/db/pglite.ts';
import { openPostgres } from '#hub/db/postgres.ts';
import type { Database } from '#hub/db/sql.ts';
import type { LogLine } from '#hub/log.ts';
import { makePracticeRegister } from '#hub/practice/seed.ts';
import { startHub, type Hub, type HubOptions } from '#hub/start-hub.ts';
import { enrolDevice, type DeviceDouble } from './device.ts';
import { postgresBin, startPostgres } from './postgres.ts';

/** Both databases that the hub runs on; the same tests hold for each. */
export const databaseKinds = ['pglite', 'postgres'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

/** Ends the title of a group of tests that is skipped with why. */
export function skipNote(kind: DatabaseKind): string {
  return isHere(kind) ? '' : ' (skipped: no PostgreSQL server programs on this PC)';
}

export function isHere(kind: DatabaseKind): boolean {
  return kind !== 'postgres' || postgresBin !== undefined;
}

/** A database that is there for one test file; `open` gives one more connection to it where there can be more than one. */
export interface TestDatabase {
  open(): Promise<Database>;
  remove(): Promise<void>;
}

export async function makeDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  if (kind === 'pglite') {
    const folder = await mkdtemp(join(tmpdir(), 'kaunta-pglite-'));
    await cp(await emptyPglite(), folder, { recursive: true });
    return { open: () => openPglite(folder), remove: () => rm(folder, { recursive: true, force: true }) };
  }
  const server = await startPostgres();
  const url = await server.createDatabase();
  return { open: async () => openPostgres({ url, onLost: () => undefined }), remove: () => server.stop() };
}

/** An empty PGlite folder, made once for this version on this PC: making one takes seconds, copying it does not. */
export async function emptyPglite(): Promise<string> {
  const packageFile = resolve(import.meta.dirname, '../../node_modules/@electric-sql/pglite/package.json');
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { version: string };
  const made = join(tmpdir(), `kaunta-pglite-empty-${version}`);
  if (await stat(made).catch(() => undefined)) return made;
  const folder = await mkdtemp(join(tmpdir(), 'kaunta-pglite-new-'));
  await (await openPglite(folder)).close();
  // Of two test files that made one at once, the second finds the first's in place.
  await rename(folder, made).catch(() => rm(folder, { recursive: true, force: true }));
  return made;
}

/** A real hub in this process with the practice register, and whatever a test needs around it. */
export interface TestHub {
  readonly hub: Hub;
  readonly database: Database;
  readonly log: readonly LogLine[];
  readonly now: () => Instant;
  moveClock(ms: number): void;
  /** A PC that is newly enrolled at this office. */
  device(officeCode: string): Promise<DeviceDouble>;
  /** A vehicle of the register that one person owns and may sell, another one each time. */
  nextVehicle(): Vehicle;
  close(): Promise<void>;
}

export const resourcesDir = resolve(import.meta.dirname, '../../resources');
const startMs = Date.parse('2026-11-23T06:00:00.000Z');

export async function openTestHub(
  kind: DatabaseKind,
  options: Partial<HubOptions> = {},
  wrap: (database: Database) => Database = (database) => database,
): Promise<TestHub> {
  const made = await makeDatabase(kind);
  const dataDir = await mkdtemp(join(tmpdir(), 'kaunta-hub-'));
  const database = wrap(await made.open());
  const log: LogLine[] = [];
  let nowMs = startMs;
  const now = () => instantOf(nowMs);
  const hub = await startHub({
    database,
    dataDir,
    resourcesDir,
    now,
    port: 0,
    host: '127.0.0.1',
    practice: true,
    log: (line) => log.push(line),
    ...options,
  });
  const sellable = makePracticeRegister().vehicles.filter(
    ({ kind: vehicleKind, owners, marks, plateClass }) =>
      vehicleKind === 'motorcycle' && plateClass === 'motorcycle' && owners.length === 1 && marks.length === 0,
  );
  let taken = 10;
  return {
    hub,
    database,
    log,
    now,
    moveClock: (ms) => {
      nowMs += ms;
    },
    device: async (officeCode) => enrolDevice({ hubUrl: hub.url, code: await hub.enrolCode(officeCode), now }),
    nextVehicle: () => {
      const vehicle = sellable[taken++];
      if (!vehicle) throw new Error('The practice register has no more vehicles to sell');
      return { ...vehicle, source: { from: 'registry', asOf: instantOf(startMs) } };
    },
    close: async () => {
      await hub.close();
      await made.remove();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
