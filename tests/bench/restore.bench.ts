import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { instantOf } from '#shared/base/instant.ts';
import { runBackup } from '#core/copies/backup-job.ts';
import { nameOfBackup, partsOf } from '#core/copies/folder.ts';
import { openJobDesk } from '#core/copies/job-desk.ts';
import { openJournalCopy } from '#core/copies/journal-copy.ts';
import { createLog } from '#core/copies/log-writer.ts';
import { runRestore } from '#core/copies/restore-job.ts';
import { logStartOf } from '#core/copies/standing.ts';
import type { DatabaseFile } from '#core/db/database.ts';
import { migrations } from '#core/db/migrate.ts';
import { openStorage, type Storage } from '#core/storage.ts';
import { putVehicle } from '#core/vehicles/store.ts';
import type { BenchLine } from './bench-line.ts';
import { makeOfficeFile } from './bench-office.ts';
import { madeVehicle } from './made-vehicles.ts';

const fileVehicles = 200_000;
const transactionsAfter = 2_000;
const vehiclesEach = 500;
const bytesPerGb = 1024 ** 3;

/** An office file of some hundred megabytes: backed up beside the work, destroyed, and restored from the backup and half an hour of acts. */
export async function run(): Promise<BenchLine[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaunta-bench-restore-'));
  try {
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(folder: string): Promise<BenchLine[]> {
  const file: DatabaseFile = { path: path.join(folder, 'office.db'), key: randomBytes(32) };
  const parts = partsOf(path.join(folder, 'copies'));
  for (const part of [parts.root, parts.backups, parts.logs]) mkdirSync(part);
  const storage = await bigOffice(file);
  const copy = await copiedTo(storage, parts.logs, file.key);
  const at = instantOf(Date.now());
  const target = path.join(parts.backups, nameOfBackup({ at, kind: 'half-hour', log: 1 }));
  const backup = await timed(() => Promise.resolve(runBackup({ kind: 'backup', file, target })));
  const pauseMs = await longestPause(folder, file);
  for (let n = 0; n < transactionsAfter; n += 1) {
    storage.transact((db) => putVehicle(db, { ...madeVehicle(n), colour: 'Blue' }));
  }
  await copy.close();
  storage.close();
  const job = {
    kind: 'restore',
    roots: [parts.root],
    databaseKey: file.key,
    copiesKey: file.key,
    steps: migrations,
    newLine: 'bench',
  } as const;
  const restored = await timed(() => runRestore({ ...job, target: path.join(folder, 'restored.db') }));
  if (restored.result.wayBack?.complete !== true) throw new Error('The bench was not restored');
  const gb = statSync(target).size / bytesPerGb;
  const own = (name: string, ms: number, aim: string): BenchLine => ({
    name: `${name}, a file of ${(gb * 1024).toFixed(0)} MB`,
    value: ms,
    unit: 'ms',
    anchor: '',
    anchorValue: Number.NaN,
    ratio: Number.NaN,
    aim,
  });
  return [
    own(`restored, ${transactionsAfter} transactions run again`, restored.ms, ''),
    own('restored, for each GB', restored.ms / gb, 'at most 60000 ms'),
    own('backup with its check', backup.ms, ''),
    own('longest pause of the counter while a worker backs up', pauseMs, ''),
  ];
}

async function bigOffice(file: DatabaseFile): Promise<Storage> {
  await makeOfficeFile(file);
  const storage = openStorage(file);
  for (let from = 0; from < fileVehicles; from += vehiclesEach) {
    storage.transact((db) => {
      for (let n = from; n < from + vehiclesEach; n += 1) putVehicle(db, madeVehicle(n));
    });
  }
  return storage;
}

async function copiedTo(storage: Storage, folder: string, key: Buffer) {
  const copy = openJournalCopy({ now: () => instantOf(Date.now()), onChange: () => undefined });
  await copy.begin(
    () => createLog({ folder, name: '0000000001.log', key }),
    () => logStartOf(storage.writer, { schemaVersion: migrations.at(-1)?.version ?? 0, at: instantOf(Date.now()) }),
  );
  storage.copyTo(copy);
  return copy;
}

/** How long nothing else could run on this thread, while the worker of the program does a backup. */
async function longestPause(folder: string, file: DatabaseFile): Promise<number> {
  const workerUrl = pathToFileURL(path.resolve('core/copies/copies-worker.ts'));
  let [longest, last] = [0, performance.now()];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  await openJobDesk(workerUrl).run({ kind: 'backup', file, target: path.join(folder, 'beside.db') });
  clearInterval(timer);
  return longest;
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const startedAt = performance.now();
  const result = await work();
  return { result, ms: performance.now() - startedAt };
}
