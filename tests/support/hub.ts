import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf, type Instant } from '#shared/base/instant.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { PracticeVehicle } from '#hub/practice/vehicles.ts';
import { openPglite } from '#hub/db/pglite.ts';
import { openPostgres } from '#hub/db/postgres.ts';
import type { Database } from '#hub/db/sql.ts';
import type { LogLine } from '#hub/log.ts';
import { makePracticeRegister } from '#hub/practice/seed.ts';
import { startHub, type Hub, type HubOptions } from '#hub/start-hub.ts';
import { enrolDevice, type DeviceDouble } from './device.ts';
import { emptyPglite, filledName, filledPglite, sharedPostgres, startMs } from './filled-databases.ts';
import { postgresBin } from './postgres.ts';
import { resourcesDir } from './resources.ts';
import { trials } from './tier.ts';

/** Both databases that the hub runs on; the same tests hold for each. */
export const databaseKinds = ['pglite', 'postgres'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

/** Where it makes no difference: PostgreSQL takes half of the time. */
export const usualDatabase: DatabaseKind = postgresBin === undefined ? 'pglite' : 'postgres';

/** Both at night. On each commit the usual one, where the statements are plain SQL and the hub's other tests try every kind over both. */
export const triedKinds: readonly DatabaseKind[] = trials(0, 1) === 1 ? databaseKinds : [usualDatabase];

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
  if (kind === 'pglite') return copyOf(await emptyPglite());
  return onServer(await (await sharedPostgres()).createDatabase());
}

/** One that a hub has started on before, so that it need not be filled again. */
async function filledDatabase(kind: DatabaseKind, practice: boolean): Promise<TestDatabase> {
  if (kind === 'pglite') return copyOf(await filledPglite(practice));
  return onServer(await (await sharedPostgres()).createDatabase({ copyOf: filledName(practice) }));
}

async function copyOf(made: string): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'kaunta-pglite-'));
  await cp(made, folder, { recursive: true });
  return { open: () => openPglite(folder), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Goes with its server. */
function onServer(url: string): TestDatabase {
  return { open: async () => openPostgres({ url, onLost: () => undefined }), remove: async () => undefined };
}

/** A real hub in this process with the practice register, and whatever a test needs around it. */
export interface TestHub {
  readonly hub: Hub;
  readonly database: Database;
  readonly log: readonly LogLine[];
  /** One clock for the hub and the PCs of the test. */
  readonly now: () => Instant;
  moveClock(ms: number): void;
  /** A PC that is newly enrolled at this office. */
  device(officeCode: string): Promise<DeviceDouble>;
  /** A vehicle of the register that one person owns and may sell, another one each time. */
  nextVehicle(): Vehicle;
  close(): Promise<void>;
}

export async function openTestHub(
  kind: DatabaseKind,
  options: Partial<HubOptions> = {},
  wrap: (database: Database) => Database = (database) => database,
): Promise<TestHub> {
  const made = options.now === undefined ? await filledDatabase(kind, options.practice ?? true) : await makeDatabase(kind);
  const dataDir = await mkdtemp(join(tmpdir(), 'kaunta-hub-'));
  const database = wrap(await made.open());
  const log: LogLine[] = [];
  let nowMs = startMs;
  const now = options.now ?? (() => instantOf(nowMs));
  const hub = await startHub({
    database,
    dataDir,
    resourcesDir,
    port: 0,
    host: '127.0.0.1',
    practice: true,
    log: (line) => log.push(line),
    ...options,
    now,
  });
  let sellable: readonly PracticeVehicle[] | undefined;
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
      sellable ??= listSellable();
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

function listSellable(): readonly PracticeVehicle[] {
  return makePracticeRegister().vehicles.filter(
    ({ kind, owners, marks, plateClass }) =>
      kind === 'motorcycle' && plateClass === 'motorcycle' && owners.length === 1 && marks.length === 0,
  );
}
