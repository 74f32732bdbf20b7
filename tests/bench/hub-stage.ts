import { Agent } from 'node:http';
import { instantOf, type Instant } from '#shared/base/instant.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { openPostgres } from '#hub/db/postgres.ts';
import { migrate } from '#hub/db/migrate.ts';
import type { Database } from '#hub/db/sql.ts';
import { bundleHub, type HubProcess } from '#tests/hub-load/hub-process.ts';
import { officeDay, transfersIn } from '#tests/hub-load/office-day.ts';
import { eachInFlight, preparePush, pushPatiently, type PreparedPush, type PushedWell } from '#tests/hub-load/prepared-push.ts';
import { addOffices, addVehicles } from '#tests/hub-load/sim-offices.ts';
import { startPostgres } from '#tests/support/postgres.ts';

/** How many offices speak at once in every figure that has no other word for it. */
export const inFlight = 16;

/** How many offices have how much to send, a batch each. */
export interface Backlog {
  readonly offices: number;
  readonly entriesEach: number;
}

/** Ten thousand entries: of many offices after some days, and, in the batches that others' sync sends, of a few after weeks. */
export const backlogs: readonly Backlog[] = [
  { offices: 200, entriesEach: 50 },
  { offices: 20, entriesEach: 500 },
];

export function entriesOf({ offices, entriesEach }: Backlog): number {
  return offices * entriesEach;
}

export function wordsFor({ offices, entriesEach }: Backlog): string {
  return `entries of ${offices} offices, ${entriesEach} a batch, ${inFlight} at once`;
}

/** A PostgreSQL that flushes, one hub process before it, and as many made-up offices as a figure wants. */
export interface HubStage {
  readonly hub: HubProcess;
  readonly database: Database;
  /** Of a superuser, whom no policy holds. */
  readonly bareUrl: string;
  readonly now: () => Instant;
  readonly vehicles: readonly Vehicle[];
  /** Forgets all but the register. */
  clear(): Promise<void>;
  /** A batch of one office's day each, signed and packed. */
  days(backlog: Backlog): Promise<readonly PreparedPush[]>;
  close(): Promise<void>;
}

const vehicleCount = 1_000 * transfersIn(50);

export async function openHubStage(): Promise<HubStage> {
  const postgres = await startPostgres([]);
  const url = await postgres.createDatabase();
  const program = await bundleHub();
  const hub = await program.start(url);
  const database = openPostgres({ url, onLost: () => undefined });
  await migrate(database);
  const now = () => instantOf(Date.now());
  const vehicles = await addVehicles(database, vehicleCount, now());
  return {
    hub,
    database,
    bareUrl: url.replace('kaunta_owner@', 'postgres@'),
    now,
    vehicles,
    clear: () =>
      database.transaction(async (sql) => {
        await sql.script('TRUNCATE entry, application, application_hold, payment, logbook, change CASCADE');
      }),
    days: async ({ offices, entriesEach }) => {
      const devices = await addOffices({ database, hubUrl: hub.url, now }, offices);
      const each = transfersIn(entriesEach);
      return devices.map((device, n) => {
        return preparePush(device, officeDay(device, vehicles.slice(n * each, (n + 1) * each), now()), now());
      });
    },
    close: async () => {
      await hub.stop();
      await database.close();
      await program.remove();
      await postgres.stop();
    },
  };
}

export interface Load {
  readonly seconds: number;
  readonly replies: readonly PushedWell[];
}

/** Sends every batch, so many at once, and looks at every answer: a hub that refuses is fast for nothing. */
export async function pushAll(hubUrl: string, pushes: readonly PreparedPush[], most: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  const replies: PushedWell[] = [];
  const startedAt = performance.now();
  await eachInFlight(pushes, most, async (push) => {
    replies.push(await pushPatiently(hubUrl, push, agent));
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  agent.destroy();
  const bad = replies.flatMap(({ answers }) => answers).find(({ outcome }) => outcome !== 'applied');
  if (bad) throw new Error(`Not applied: ${JSON.stringify(bad)}`);
  return { seconds, replies };
}
