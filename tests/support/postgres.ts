import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

/** Where Debian and Homebrew keep the server programs; `POSTGRES_BIN` names another place. */
const binFolders = [
  process.env['POSTGRES_BIN'],
  ...[18, 17, 16, 15].map((version) => `/usr/lib/postgresql/${version}/bin`),
  '/opt/homebrew/bin',
];

/** Undefined: this PC has no PostgreSQL server programs, and tests that need one skip and say so. */
export const postgresBin = binFolders.find((folder) => folder !== undefined && existsSync(join(folder, 'initdb')));

/** A PostgreSQL server of this test file alone, on a Unix socket in a temporary folder. */
export interface TestPostgres {
  /** A new database whose owner is no superuser, as a careful operator would set it up. */
  createDatabase(options?: NewDatabase): Promise<string>;
  /** Ends the server the hard way and starts it again on the same folder. */
  crash(): Promise<void>;
  stop(): Promise<void>;
  /** Stops, and leaves its files in this folder, for other servers to begin with. */
  stopInto(folder: string): Promise<void>;
}

interface NewDatabase {
  readonly name?: string;
  /** The name of one that nobody has open; else it is empty. */
  readonly copyOf?: string;
}

/** Whom the server runs as: PostgreSQL refuses root. */
interface ServerUser {
  readonly name: string;
  readonly ids: { readonly uid?: number; readonly gid?: number };
}

/** Begins with nothing, or with the files that another server was stopped into. */
export async function startPostgres(settings: readonly string[] = ['fsync=off'], beginWith?: string): Promise<TestPostgres> {
  if (postgresBin === undefined) throw new Error('No PostgreSQL server programs');
  const bin = postgresBin;
  const folder = mkdtempSync(join(tmpdir(), 'kaunta-pg-'));
  const user = serverUser();
  if (user.ids.uid !== undefined && user.ids.gid !== undefined) chownSync(folder, user.ids.uid, user.ids.gid);
  const data = join(folder, 'data');
  if (beginWith !== undefined) copyFiles(join(beginWith, 'data'), data);
  else execFileSync(join(bin, 'initdb'), [...initOptions, '-D', data], { ...user.ids, stdio: 'ignore', cwd: folder });
  const start = () => startServer(bin, { folder, data, settings, user });
  let server = await start();
  if (beginWith === undefined) await query(folder, 'postgres', 'CREATE ROLE kaunta_owner LOGIN CREATEROLE');
  return {
    createDatabase: async ({ name = `kaunta_${randomUUID().replaceAll('-', '')}`, copyOf = 'template1' } = {}) => {
      await query(folder, 'postgres', `CREATE DATABASE ${name} OWNER kaunta_owner TEMPLATE ${copyOf}`);
      return `postgresql://kaunta_owner@${encodeURIComponent(folder)}/${name}`;
    },
    crash: async () => {
      await end(server, 'QUIT');
      server = await start();
    },
    stop: async () => {
      await end(server, 'INT');
      rmSync(folder, { recursive: true, force: true });
    },
    stopInto: async (other) => {
      await end(server, 'INT');
      copyFiles(data, join(other, 'data'));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const initOptions = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];

/** With their owner, as whom alone the server runs. */
function copyFiles(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to]);
}

function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return { name: 'self', ids: {} };
  const id = (option: string) => Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout);
  return { name: 'postgres', ids: { uid: id('-u'), gid: id('-g') } };
}

interface ServerPlace {
  readonly folder: string;
  readonly data: string;
  readonly settings: readonly string[];
  readonly user: ServerUser;
}

/** Keeps the server until it is told a signal; when this test file ends, however it ends, the pipe closes, and the server goes with its files. */
const keeper = '"$@" & pid=$!; read -r signal; kill -"${signal:-INT}" "$pid"; wait "$pid"; [ -n "$signal" ] || rm -rf "$PWD"';

async function startServer(bin: string, { folder, data, settings, user }: ServerPlace): Promise<ChildProcess> {
  const all = [`unix_socket_directories=${folder}`, 'listen_addresses=', 'max_connections=150', ...settings];
  const command = [join(bin, 'postgres'), '-D', data, ...all.flatMap((setting) => ['-c', setting])];
  const server = spawn('sh', ['-c', keeper, 'sh', ...command], { ...user.ids, cwd: folder, stdio: ['pipe', 'ignore', 'ignore'] });
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isUp(folder)) return server;
    await wait(50);
  }
  throw new Error('The PostgreSQL server did not come up');
}

function isUp(folder: string): Promise<boolean> {
  return query(folder, 'postgres', 'SELECT 1').then(
    () => true,
    () => false,
  );
}

async function query(folder: string, database: string, text: string): Promise<void> {
  const client = new Client({ host: folder, user: 'postgres', database });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

function end(server: ChildProcess, signal: 'INT' | 'QUIT'): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.stdin?.end(`${signal}\n`);
  });
}
