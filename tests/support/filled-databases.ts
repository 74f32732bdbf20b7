import { cp } from 'node:fs/promises';
import { instantOf } from '#shared/base/instant.ts';
import { migrate } from '#hub/db/migrate.ts';
import { openPglite } from '#hub/db/pglite.ts';
import { openPostgres } from '#hub/db/postgres.ts';
import type { Database } from '#hub/db/sql.ts';
import { fillDatabase } from '#hub/start-hub.ts';
import { madeOnce } from './made-once.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { resourcesDir } from './resources.ts';

/** When the hubs of tests begin, and what they start with was made. */
export const startMs = Date.parse('2026-11-23T06:00:00.000Z');

/** An empty PGlite folder: making one takes seconds, copying it does not. */
export function emptyPglite(): Promise<string> {
  return madeOnce('pglite-empty', async (folder) => (await openPglite(folder)).close());
}

/** One with what every hub starts with but no identity yet, so that each copy of it becomes a hub of its own. */
export function filledPglite(practice: boolean): Promise<string> {
  return madeOnce(practice ? 'pglite-practice' : 'pglite-filled', async (folder) => {
    await cp(await emptyPglite(), folder, { recursive: true });
    await fill(await openPglite(folder), practice);
  });
}

let shared: Promise<TestPostgres> | undefined;

/** The server of all tests of this process that need none of their own, with the same two databases; it ends with the process. */
export function sharedPostgres(): Promise<TestPostgres> {
  shared ??= filledServer().then((made) => startPostgres(['fsync=off'], made));
  return shared;
}

export function filledName(practice: boolean): string {
  return practice ? 'filled_practice' : 'filled';
}

/** On a PC that has just started, a new server takes longer to answer than a hub waits. */
const firstConnectMs = 60_000;

function filledServer(): Promise<string> {
  return madeOnce('postgres', async (folder) => {
    const server = await startPostgres();
    for (const practice of [false, true]) {
      const url = await server.createDatabase({ name: filledName(practice) });
      await fill(openPostgres({ url, onLost: () => undefined, connectMs: firstConnectMs }), practice);
    }
    await server.stopInto(folder);
  });
}

async function fill(database: Database, practice: boolean): Promise<void> {
  await migrate(database);
  await fillDatabase({ database, practice, resourcesDir, now: () => instantOf(startMs) });
  await database.close();
}
