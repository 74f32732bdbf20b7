import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { insertDealer } from '#core/batches/batch-store.ts';
import type { DatabaseFile } from '#core/db/database.ts';
import { csvOf } from '#tests/batches/dealer-file.ts';
import { bareLoop, fill, olderRows, openShell, scatteredCells, selectWritten, type WrittenRow } from './batch-file.ts';
import { median, quantile, type BenchLine } from './bench-line.ts';
import { copyJournal, makeOfficeFile, openBenchOffice, procedureOf, type BenchOffice } from './bench-office.ts';
import { lineOf } from './turns.ts';

const rowCount = 10_000;
const olderCount = 1_000_000;
const rounds = 5;
const actEveryMs = 5;
const dealerId = newId();

/**
 * Part 2 of issue 6: a dealer's file of 10,000 motorcycles, each judged, compared with those beside it and with all that this PC knows,
 * written, found by its numbers and told to the journal and its copy. Beside it the same rows by one prepared statement, and by the
 * shell's `.import` from a CSV.
 */
export async function run(): Promise<BenchLine[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaunta-bench-batch-'));
  try {
    const empty = await measure(folder, 0);
    const full = await measure(folder, olderCount);
    return [...linesOf('an empty file', empty), ...linesOf('1,000,000 rows', full)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Taken {
  readonly brought: number[];
  readonly whole: number[];
  readonly besides: number[];
  readonly actsMs: number[];
  readonly small: number[];
  readonly loop: number[];
  readonly shell: number[];
}

async function measure(folder: string, older: number): Promise<Taken> {
  const sql = older === 0 ? [] : olderRows(older);
  const file = await officeWith(folder, sql);
  const shell = openShell(folder, sql);
  const taken: Taken = { brought: [], whole: [], besides: [], actsMs: [], small: [], loop: [], shell: [] };
  const office = openBenchOffice(file);
  await copyJournal(office, file);
  // The engine compiles what runs often; the first file does not count.
  await bringIn(office, -1, 2_000);
  for (let round = 0; round < rounds; round += 1) {
    const own = older === 0 && round > 0 ? await anotherEmpty(folder) : office;
    const alone = await bringIn(own, round * 3, rowCount);
    taken.brought.push(rowCount / alone.broughtSeconds);
    taken.whole.push(rowCount / (alone.readSeconds + alone.broughtSeconds));
    taken.loop.push(rowCount / bareLoop(folder, alone.rows));
    taken.shell.push(rowCount / shell(alone.rows));
    const counter = beginCounter(own);
    taken.besides.push(rowCount / (await bringIn(own, round * 3 + 1, rowCount)).broughtSeconds);
    taken.actsMs.push(...(await counter.stop()));
    const small = await bringIn(own, round * 3 + 2, 500);
    taken.small.push(small.readSeconds + small.broughtSeconds);
    if (own !== office) own.close();
  }
  office.close();
  return taken;
}

async function anotherEmpty(folder: string): Promise<BenchOffice> {
  const file = await officeWith(folder, []);
  const office = openBenchOffice(file);
  await copyJournal(office, file);
  return office;
}

async function officeWith(folder: string, older: readonly string[]): Promise<DatabaseFile> {
  const file = { path: path.join(mkdtempSync(path.join(folder, 'office-')), 'office.db'), key: randomBytes(32) };
  await makeOfficeFile(file);
  fill(file, older);
  const office = openBenchOffice(file);
  office.storage.transact((db) =>
    insertDealer(db, { id: dealerId, name: 'Simba Pikipiki Dealers Limited', kraPin: 'P051238838Z', phone: '0722000111' }),
  );
  office.close();
  return file;
}

interface BroughtIn {
  readonly readSeconds: number;
  readonly broughtSeconds: number;
  readonly rows: readonly WrittenRow[];
}

/** Reads a file as it was dropped, and brings it in, by the calls of the screen. */
async function bringIn(office: BenchOffice, delivery: number, count: number): Promise<BroughtIn> {
  const ask = <T>(name: string, input: object) => procedureOf(office, `batches.${name}`).throughRouter(input) as Promise<T>;
  const { id } = await ask<{ id: string }>('open', { dealerId });
  const file = csvOf(Array.from({ length: count }, (_, n) => scatteredCells((delivery + 1) * rowCount + n)));
  const readId = newId();
  const startedMs = performance.now();
  const read = await ask<{ columns: readonly { field: string | null }[] }>('readFile', { id, file, sheet: null, readId });
  const readMs = performance.now();
  const answer = await ask<{ counts: object }>('importRows', { id, readId, columns: read.columns.map(({ field }) => field) });
  const doneMs = performance.now();
  const rows = office.storage.reader.all<WrittenRow>(selectWritten, id);
  if (JSON.stringify(answer.counts) !== JSON.stringify({ good: count, bad: 0, aside: 0, total: count }))
    throw new Error(JSON.stringify(answer));
  return { readSeconds: (readMs - startedMs) / 1000, broughtSeconds: (doneMs - readMs) / 1000, rows };
}

/** Somebody at the counter, whose acts wait for nobody's file. */
function beginCounter(office: BenchOffice) {
  const actsMs: number[] = [];
  let isOver = false;
  const open = procedureOf(office, 'batches.open');
  const work = async () => {
    while (!isOver) {
      const startedMs = performance.now();
      await open.throughRouter({ dealerId });
      actsMs.push(performance.now() - startedMs);
      await pause(actEveryMs);
    }
  };
  const done = work();
  return {
    stop: async () => {
      isOver = true;
      await done;
      return actsMs;
    },
  };
}

function linesOf(into: string, { brought, whole, besides, actsMs, small, loop, shell }: Taken): BenchLine[] {
  const isEmpty = into === 'an empty file';
  const alone = { anchor: '', anchorValue: Number.NaN, ratio: Number.NaN };
  const name = `${rowCount.toLocaleString('en-GB')} rows into ${into}`;
  return [
    lineOf(
      {
        name: `${name}, from read to counted`,
        unit: 'rows/s',
        anchor: 'one prepared INSERT, one transaction, empty file',
        aim: isEmpty ? 'at least 0.35 times' : '',
      },
      { ours: brought, anchor: loop },
    ),
    lineOf(
      {
        name: `${name}, from file to counted`,
        unit: 'rows/s',
        anchor: 'sqlite3 .import --csv of the same',
        aim: isEmpty ? '' : 'at least 0.7 times',
      },
      { ours: whole, anchor: shell },
    ),
    { name: `${name} beside the counter`, value: median(besides), unit: 'rows/s', aim: '', ...alone },
    { name: `an act at the counter meanwhile, p50 of ${actsMs.length}`, value: quantile(actsMs, 0.5), unit: 'ms', aim: '', ...alone },
    { name: 'an act at the counter meanwhile, p99', value: quantile(actsMs, 0.99), unit: 'ms', aim: 'at most 20 ms', ...alone },
    { name: `500 rows into ${into}, from file to counted`, value: median(small), unit: 's', aim: 'at most 1 s', ...alone },
  ];
}
