import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { instantOf, type Instant } from '#shared/base/instant.ts';
import { openPglite } from './db/pglite.ts';
import { templateName } from './db/template-name.ts';
import { openPostgres } from './db/postgres.ts';
import type { Database } from './db/sql.ts';
import { askFolderDesk, openFolderDesk } from './folder-desk.ts';
import type { HubLog } from './log.ts';
import { openAfricasTalking } from './notices/africas-talking.ts';
import type { MessageGateway } from './notices/gateway.ts';
import { operatorCommand, type OperatorCommand } from './operator/command.ts';
import { hubCallOf, usage, type HubCall } from './options.ts';
import { restoreFolder, restoreServer } from './restore/restore.ts';
import { operateAlone, startHub, type Hub } from './start-hub.ts';

/** Built, this file is out/main/hub.js. */
const resourcesDir = resolve(import.meta.dirname, '../../resources');
const template = join(import.meta.dirname, templateName);

/** One JSON line each on stderr, so that stdout has the ready line alone. */
const log: HubLog = ({ level, event, facts }) => console.error(JSON.stringify({ at: now(), level, event, ...facts }));

function now(): Instant {
  return instantOf(Date.now());
}

async function openDatabase({ databaseUrl, dataDir }: HubCall): Promise<Database> {
  if (databaseUrl === null) return openPglite(join(dataDir, 'register'), template);
  return openPostgres({
    url: databaseUrl,
    onLost: (error) => log({ level: 'warn', event: 'database.lost', facts: { error: error.message } }),
  });
}

function messagesOf({ messageSettings }: HubCall): MessageGateway | undefined {
  return messageSettings ? openAfricasTalking(messageSettings) : undefined;
}

/** By the hub that has the folder open, where one has; any process may work on a PostgreSQL server. */
async function command(call: HubCall, asked: OperatorCommand): Promise<void> {
  const answered = call.databaseUrl === null ? await askFolderDesk(call.dataDir, JSON.stringify(asked)) : undefined;
  const text = answered ?? (await commandAlone(call, asked));
  console.log(asked.name === 'issue-code' ? `One-time code for ${asked.office}, valid for 24 hours: ${text}` : text);
}

async function commandAlone(call: HubCall, asked: OperatorCommand): Promise<string> {
  await mkdir(call.dataDir, { recursive: true });
  const database = await openDatabase(call);
  try {
    return await operateAlone({ ...call, database, messages: messagesOf(call), resourcesDir, log, now }, asked);
  } finally {
    await database.close();
  }
}

async function restore({ databaseUrl, dataDir }: HubCall, file: string): Promise<void> {
  if (databaseUrl === null) return console.log(await restoreFolder({ dataDir, file, now: now() }));
  await restoreServer(databaseUrl, file);
  console.log('Restored; the offices send again what this backup lacks and read all changes anew');
}

async function serve(call: HubCall): Promise<void> {
  let hub: Hub | undefined;
  const answerTo = async (question: string) => {
    if (!hub) throw new Error('The hub is still starting');
    return hub.operate(operatorCommand.parse(JSON.parse(question)));
  };
  const desk = call.databaseUrl === null ? await openFolderDesk(call.dataDir, answerTo) : undefined;
  if (call.databaseUrl === null && !desk) throw new Error(`Another hub has ${call.dataDir} open`);
  try {
    hub = await startHub({ ...call, database: await openDatabase(call), messages: messagesOf(call), resourcesDir, log, now });
  } catch (error) {
    await desk?.close();
    throw error;
  }
  console.log(`Hub is ready at ${hub.url}`);
  if (hub.metricsUrl !== undefined) console.log(`Metrics at ${hub.metricsUrl}`);
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

async function run(call: HubCall): Promise<void> {
  if (call.restoreFrom !== null) return restore(call, call.restoreFrom);
  return call.command === null ? serve(call) : command(call, call.command);
}

try {
  const call = hubCallOf(process.argv.slice(2), process.env);
  if (call === null) console.log(usage);
  else await run(call);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  // What parseArgs throws: an option that is none, or one without its value.
  if (error instanceof TypeError) console.error(usage);
  process.exitCode = 1;
}
