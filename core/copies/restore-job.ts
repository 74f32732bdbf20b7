import { constants, copyFileSync, rmSync } from 'node:fs';
import type { Instant } from '#shared/base/instant.ts';
import { openWriter, type Connection, type ReadDb, type Statement, type WriteDb } from '../db/database.ts';
import { applyStep, type Migration } from '../db/step.ts';
import { verifyJournal } from '../journal/verify.ts';
import { runCheck } from './check-job.ts';
import { readFrom, syncFile } from './closed-file.ts';
import { readLog } from './copied-log.ts';
import type { BranchPoint } from './copy-record.ts';
import { listBackups, listLogs, type BackupFile } from './folder.ts';
import { wayFrom, type Way, type WayStep } from './way.ts';

export interface RestoreJob {
  readonly kind: 'restore';
  /** Copies folders to look in. */
  readonly roots: readonly string[];
  readonly databaseKey: Buffer;
  readonly copiesKey: Buffer;
  /** Steps of this program: the journal copy may begin before one of them. */
  readonly steps: readonly Migration[];
  /** Where the restored file is put together; null to learn only what could be brought back. */
  readonly target: string | null;
  /** Name of the line that begins with the restored file. */
  readonly newLine: string;
}

export interface LastAct {
  readonly seq: number;
  readonly kind: string;
  readonly at: Instant;
}

export interface WayBack {
  readonly root: string;
  readonly backup: Pick<BackupFile, 'name' | 'kind' | 'at' | 'bytes'>;
  readonly actsAfter: number;
  readonly lastAct: LastAct | null;
  readonly damagedBackups: number;
  readonly complete: boolean;
  readonly journalFaults: number;
  /** What the journal copy could not be run beyond, for the log. */
  readonly stopped: string | null;
}

export interface RestoreResult {
  readonly wayBack: WayBack | null;
  /** Backups that stand in the folders, whether they can be read or not. */
  readonly backupsSeen: number;
}

/** Finds the newest good backup, adds what the journal copy holds beyond it, and writes the file of both where one is asked for. */
export async function runRestore(job: RestoreJob): Promise<RestoreResult> {
  const found = await Promise.all(job.roots.map(async (root) => ({ root, backups: (await listBackups(root)).toReversed() })));
  const ways: WayBack[] = [];
  for (const { root, backups } of found) {
    const wayBack = await firstGood(job, root, backups);
    if (wayBack) ways.push(wayBack);
  }
  const best = ways.toSorted((one, other) => (other.lastAct?.seq ?? 0) - (one.lastAct?.seq ?? 0))[0];
  if (best && job.target && ways.at(-1) !== best) await tryBackup(job, best.root, backupNamed(found, best));
  return { wayBack: best ?? null, backupsSeen: found.reduce((sum, { backups }) => sum + backups.length, 0) };
}

function backupNamed(found: readonly { root: string; backups: readonly BackupFile[] }[], { root, backup }: WayBack): BackupFile {
  const file = found.find((one) => one.root === root)?.backups.find(({ name }) => name === backup.name);
  if (!file) throw new Error('A backup went away while it was looked at');
  return file;
}

/** Newest first; one whose journal does not verify is taken only where none other does. */
async function firstGood(job: RestoreJob, root: string, backups: readonly BackupFile[]): Promise<WayBack | undefined> {
  let [damaged, second]: [number, WayBack | undefined] = [0, undefined];
  for (const backup of backups) {
    const way = await tryBackup(job, root, backup);
    if (way?.journalFaults === 0) return { ...way, damagedBackups: damaged };
    damaged += 1;
    second ??= way;
  }
  if (second && job.target && backups.length > 1) await tryBackup(job, root, backupNamed([{ root, backups }], second));
  return second;
}

async function tryBackup(job: RestoreJob, root: string, backup: BackupFile): Promise<WayBack | undefined> {
  const file = { path: backup.path, key: job.databaseKey };
  if (runCheck({ kind: 'check', file, depth: 'quick' }).damage.length > 0) return undefined;
  const start = readFrom(file, pointOf);
  if (start.schemaVersion > (job.steps.at(-1)?.version ?? 0)) return undefined;
  const logs = (await listLogs(root)).filter(({ number }) => number >= backup.log);
  const copied = await Promise.all(logs.map((log) => readLog(log, job.copiesKey)));
  const way = wayFrom(
    start.point,
    copied.filter((log) => log !== 'empty'),
  );
  const facts = {
    root,
    backup: { name: backup.name, kind: backup.kind, at: backup.at, bytes: backup.bytes },
    damagedBackups: 0,
    actsAfter: way.steps.filter(({ transaction }) => actOf(transaction.statements) !== undefined).length,
  };
  if (!job.target) return { ...facts, complete: way.complete, lastAct: lastActOf(way) ?? start.lastAct, journalFaults: 0, stopped: null };
  const built = build(job, { backup: backup.path, target: job.target, way });
  return { ...facts, ...built, complete: way.complete && built.stopped === null };
}

interface Point {
  readonly point: BranchPoint;
  readonly lastAct: LastAct | null;
  readonly schemaVersion: number;
}

function pointOf(db: ReadDb): Point {
  const state = db.get<{ line: string; tx: number }>('SELECT line, tx FROM copy_state WHERE one = 1');
  if (!state) throw new Error('The backup does not say where it stands');
  const version = db.get<{ user_version: number }>('PRAGMA user_version');
  return { point: { line: state.line, tx: state.tx }, lastAct: newestAct(db), schemaVersion: version?.user_version ?? 0 };
}

function hasTable(db: ReadDb, name: string): boolean {
  return db.get(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`, name) !== undefined;
}

function newestAct(db: ReadDb): LastAct | null {
  return db.get<LastAct>('SELECT seq, kind, at FROM journal ORDER BY seq DESC LIMIT 1') ?? null;
}

interface Building {
  readonly backup: string;
  readonly target: string;
  readonly way: Way;
}

/** The backup, then every transaction after it as it was run; nothing of it is on the disk for sure before the end. */
function build(job: RestoreJob, { backup, target, way }: Building): Pick<WayBack, 'stopped' | 'lastAct' | 'journalFaults'> {
  for (const part of ['', '-wal', '-shm']) rmSync(`${target}${part}`, { force: true });
  copyFileSync(backup, target, constants.COPYFILE_FICLONE);
  const connection = openWriter({ path: target, key: job.databaseKey });
  try {
    connection.raw.pragma('synchronous = OFF');
    const stopped = replay(connection, way.steps, job.steps);
    const { db, raw } = connection;
    const { point } = pointOf(db);
    db.run('UPDATE copy_state SET line = ?, from_line = ?, from_tx = ? WHERE one = 1', job.newLine, point.line, point.tx);
    // Until the new epoch is opened the file belongs nowhere, so that no program takes it for the one it knows (`office/place.ts`).
    if (hasTable(db, 'place')) db.run(`UPDATE place SET fingerprint = 'restored' WHERE one = 1`);
    raw.pragma('wal_checkpoint(TRUNCATE)');
    const device = db.get<{ id: string }>('SELECT id FROM device WHERE one = 1');
    const journalFaults = device ? verifyJournal(db, device.id).faults.length : 0;
    return { stopped: stopped ?? null, lastAct: newestAct(db), journalFaults };
  } finally {
    connection.close();
    syncFile(target);
  }
}

/** What cannot be run as it was ends the way; undefined where everything could. */
function replay({ db, raw }: Connection<WriteDb>, steps: readonly WayStep[], migrations: readonly Migration[]): string | undefined {
  const runAgain = openRunner(raw);
  const again = raw.transaction(({ line, transaction }: WayStep) => {
    transaction.statements.forEach(runAgain);
    db.run('UPDATE copy_state SET line = ?, tx = ? WHERE one = 1', line, transaction.tx);
  });
  for (const step of steps) {
    try {
      migrateTo(raw, step.schemaVersion, migrations);
      again.immediate(step);
    } catch (error) {
      return `transaction ${step.transaction.tx}: ${String(error)}`;
    }
  }
  return undefined;
}

function openRunner(raw: Connection<WriteDb>['raw']): (statement: Statement) => void {
  const prepared = new Map<string, ReturnType<typeof raw.prepare>>();
  return ({ sql, values }) => {
    const statement = prepared.get(sql) ?? raw.prepare(sql);
    prepared.set(sql, statement);
    if (statement.reader) statement.all(...values);
    else statement.run(...values);
  };
}

function migrateTo(raw: Connection<WriteDb>['raw'], version: number, migrations: readonly Migration[]): void {
  const from = raw.pragma('user_version', { simple: true }) as number;
  if (from >= version) return;
  for (const step of migrations.filter((one) => one.version > from && one.version <= version)) applyStep(raw, step);
}

function lastActOf(way: Way): LastAct | undefined {
  return way.steps.flatMap(({ transaction }) => actOf(transaction.statements) ?? []).toSorted((one, other) => other.seq - one.seq)[0];
}

/** The journal entry that a transaction wrote, read off its statement. */
function actOf(statements: WayStep['transaction']['statements']): LastAct | undefined {
  for (const { sql, values } of statements) {
    const columns = /^\s*INSERT INTO journal \(([^)]*)\)/u
      .exec(sql)?.[1]
      ?.split(',')
      .map((column) => column.trim());
    if (!columns) continue;
    const valueOf = (column: string) => values[columns.indexOf(column)];
    return { seq: Number(valueOf('seq')), kind: String(valueOf('kind')), at: String(valueOf('at')) as Instant };
  }
  return undefined;
}
