import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { instantOf, type Instant } from '#shared/base/instant.ts';
import { openPglite } from './db/pglite.ts';
import { templateName } from './db/template-name.ts';
import { openPostgres } from './db/postgres.ts';
import type { Database } from './db/sql.ts';
import { askFolderDesk, openFolderDesk } from './folder-desk.ts';
import type { HubLog } from './log.ts';
import { hubCallOf, usage, type HubCall } from './options.ts';
import { newEnrolCode, prepareDatabase, startHub, type Hub } from './start-hub.ts';

/** Built, this file is out/main/hub.js. */
const resourcesDir = resolve(import.meta.dirname, '../../resources');

/** One JSON line each on stderr, so that stdout has the ready line alone. */
const log: HubLog = ({ level, event, facts }) => console.error(JSON.stringify({ at: now(), level, event, ...facts }));

function now(): Instant {
  return instantOf(Date.now());
}

async function openDatabase({ databaseUrl, dataDir }: HubCall): Promise<Database> {
  if (databaseUrl === null) return openPglite(join(dataDir, 'register'), join(import.meta.dirname, templateName));
  return openPostgres({
    url: databaseUrl,
    onLost: (error) => log({ level: 'warn', event: 'database.lost', facts: { error: error.message } }),
  });
}

async function issueCode(call: HubCall, officeCode: string): Promise<void> {
  const asked = call.databaseUrl === null ? await askFolderDesk(call.dataDir, officeCode) : undefined;
  console.log(`One-time code for ${officeCode}, valid for 24 hours: ${asked ?? (await issueCodeAlone(call, officeCode))}`);
}

async function issueCodeAlone(call: HubCall, officeCode: string): Promise<string> {
  await mkdir(call.dataDir, { recursive: true });
  const database = await openDatabase(call);
  try {
    await prepareDatabase({ database, practice: call.practice, resourcesDir, now });
    return await newEnrolCode(database, officeCode, now());
  } finally {
    await database.close();
  }
}

async function serve(call: HubCall): Promise<void> {
  let hub: Hub | undefined;
  const desk =
    call.databaseUrl === null ? await openFolderDesk(call.dataDir, async (code) => (hub ? hub.enrolCode(code) : 'not ready')) : undefined;
  if (call.databaseUrl === null && !desk) throw new Error(`Another hub has ${call.dataDir} open`);
  try {
    hub = await startHub({ ...call, database: await openDatabase(call), resourcesDir, log, now });
  } catch (error) {
    await desk?.close();
    throw error;
  }
  console.log(`Hub is ready at ${hub.url}`);
  const stop = once(async () => {
    await hub?.close();
    await desk?.close();
  });
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function once(work: () => Promise<void>): () => void {
  let started = false;
  return () => {
    if (started) return;
    started = true;
    void work();
  };
}

try {
  const call = hubCallOf(process.argv.slice(2), process.env);
  if (call === null) console.log(usage);
  else await (call.issueCode === null ? serve(call) : issueCode(call, call.issueCode));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  // What parseArgs throws: an option that is none, or one without its value.
  if (error instanceof TypeError) console.error(usage);
  process.exitCode = 1;
}
