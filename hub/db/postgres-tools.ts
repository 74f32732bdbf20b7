import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { writeNewFile } from './new-file.ts';

/** Writes the database to a new file in pg_dump's custom format. The operator setting lets the owner read past the offices' walls. */
export function dumpPostgres(url: string, file: string): Promise<void> {
  return writeNewFile(file, (handle) =>
    // Not every server can pack as this one does; the hub packs anew what it can when it starts.
    run('pg_dump', ['--format=custom', '--no-owner', '--enable-row-security', '--no-toast-compression'], url, {
      stdout: handle.fd,
      options: '-c kaunta.operator=on',
    }),
  );
}

/** Fills an empty database from such a file: all of it or nothing. */
export function restorePostgres(url: string, file: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  // A name like `host=…` would be read as a connection text.
  if (/[=:/]/u.test(name)) throw new Error(`A database named ${name} cannot be restored into`);
  return run('pg_restore', ['--no-owner', '--single-transaction', '--exit-on-error', `--dbname=${name}`, file], url);
}

interface ToolPlace {
  readonly stdout?: number;
  readonly options?: string;
}

/** The URL goes by the environment: a process list shows arguments, and the URL may hold a password. */
async function run(tool: string, args: readonly string[], url: string, { stdout, options }: ToolPlace = {}): Promise<void> {
  const child = spawn(tool, args, {
    env: { ...process.env, ...environmentOf(url), ...(options !== undefined && { PGOPTIONS: options }) },
    stdio: ['ignore', stdout ?? 'ignore', 'pipe'],
    windowsHide: true,
  });
  const ended = once(child, 'close').catch((error: unknown) => {
    throw new Error(`${tool} could not be started: ${String(error)}`);
  });
  const [words, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', ended as Promise<[number | null]>]);
  if (code !== 0) throw new Error(`${tool} failed: ${words.trim()}`);
}

const variableOf: Readonly<Record<string, string>> = {
  host: 'PGHOST',
  port: 'PGPORT',
  user: 'PGUSER',
  password: 'PGPASSWORD',
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
};

/** A `postgresql://` URL as the variables that PostgreSQL's own programs read. */
export function environmentOf(url: string): Readonly<Record<string, string>> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const parts: Record<string, string> = {
    PGHOST: decodeURIComponent(hostname),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
  };
  for (const [name, value] of searchParams) {
    const variable = variableOf[name];
    if (variable === undefined) throw new Error(`The database URL has ${name}, which pg_dump cannot be told`);
    parts[variable] = value;
  }
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));
}
