import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseFile } from '#core/db/database.ts';
import { openBare, openBarePlain, recording, type Write } from './bare-commit.ts';
import { median, quantile, type BenchLine } from './bench-line.ts';
import { copyJournal, makeOfficeFile, openBenchOffice, procedureOf } from './bench-office.ts';
import { v7 as newId } from 'uuid';
import { openChance } from './made-vehicles.ts';
import { prepareApplications, type WaitingApplication } from './waiting-applications.ts';

const rounds = 5;
const actsPerRound = 100;
/** The engine compiles what runs often; nothing of this round counts. */
const warmUpActs = 100;
const restMs = 2;

/** Commit part of PERFORMANCE.md: money taken for a transfer, as a whole command, beside a bare commit of the same rows. */
export async function run(): Promise<BenchLine[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaunta-bench-command-'));
  try {
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(folder: string): Promise<BenchLine[]> {
  const source = { path: path.join(folder, 'office.db'), key: randomBytes(32) };
  const waiting = await prepareSource(source);
  const copy = (name: string): DatabaseFile => {
    const file = { ...source, path: path.join(folder, `${name}.db`) };
    copyFileSync(source.path, file.path);
    return file;
  };
  const acts = await rehearse(copy('rehearsal'), waiting);
  const own = { dispatch: copy('dispatch'), router: copy('router'), uncopied: copy('uncopied') };
  const offices = {
    dispatch: openBenchOffice(own.dispatch),
    router: openBenchOffice(own.router),
    uncopied: openBenchOffice(own.uncopied),
  };
  await Promise.all([copyJournal(offices.dispatch, own.dispatch), copyJournal(offices.router, own.router)]);
  const files = { bare: openBare(copy('bare')), plain: openBarePlain(copy('plain')) };
  for (const sql of minutesAgo) {
    for (const { storage } of Object.values(offices)) storage.writer.all(sql);
    for (const file of Object.values(files)) file.read(sql);
  }
  const [dispatch, router, uncopied] = [offices.dispatch, offices.router, offices.uncopied].map((office) => procedureOf(office, submit));
  if (!dispatch || !router || !uncopied) throw new Error('An office is missing');
  const ids = waiting.map(() => newId());
  const sides: Record<Side, (index: number) => unknown> = {
    dispatch: (index) => dispatch.throughDispatch(waiting[index], ids[index]),
    router: (index) => router.throughRouter(waiting[index], ids[index]),
    uncopied: (index) => uncopied.throughRouter(waiting[index], ids[index]),
    bare: (index) => files.bare.commit(acts[index] ?? []),
    plain: (index) => files.plain.commit(acts[index] ?? []),
  };
  const taken = await takeTurns(sides, waiting.length);
  for (const opened of [...Object.values(offices), ...Object.values(files)]) opened.close();
  return linesOf(taken, rowsOf(acts));
}

const submit = 'applications.submit';
/** What the clerk typed and the parties signed minutes before is still in the memory of a real office. */
const minutesAgo = [
  'SELECT max(length(body)) FROM application',
  'SELECT max(length(body)) FROM draft',
  'SELECT max(length(evidence)) FROM confirmation',
];

async function prepareSource(file: DatabaseFile): Promise<WaitingApplication[]> {
  await makeOfficeFile(file);
  const office = openBenchOffice(file);
  const waiting = await prepareApplications(office, warmUpActs + rounds * actsPerRound);
  office.close();
  return waiting;
}

/** Every act once, on a copy of its own, to learn which rows it writes. */
async function rehearse(file: DatabaseFile, waiting: readonly WaitingApplication[]): Promise<Write[][]> {
  const acts: Write[][] = [];
  const office = openBenchOffice(file, (storage) => recording(storage, acts));
  const procedure = procedureOf(office, submit);
  for (const one of waiting) await procedure.throughDispatch(one);
  office.close();
  return acts;
}

type Side = 'router' | 'uncopied' | 'dispatch' | 'bare' | 'plain';
type Times = Record<Side, number[]>;

/**
 * The sides take turns act by act, in another order each time, so that a busy moment of the machine meets all; each act begins from
 * rest, as acts at a counter do.
 */
async function takeTurns(sides: Record<Side, (index: number) => unknown>, count: number): Promise<Times> {
  const chance = openChance(1);
  const taken: Times = { router: [], uncopied: [], dispatch: [], bare: [], plain: [] };
  for (let index = 0; index < count; index += 1) {
    for (const side of shuffled(Object.keys(sides) as Side[], chance)) {
      await pause(restMs);
      const startedAt = performance.now();
      await sides[side](index);
      taken[side].push(performance.now() - startedAt);
    }
  }
  return taken;
}

function shuffled<T>(values: readonly T[], chance: () => number): T[] {
  return values
    .map((value) => ({ value, place: chance() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ value }) => value);
}

function rowsOf(acts: readonly Write[][]): number {
  return median(acts.map((writes) => writes.length));
}

function linesOf(taken: Times, rows: number): BenchLine[] {
  const line = (side: Side, anchorSide: Side, share: number, aim: string): BenchLine => {
    const [own, anchor] = [byRound(taken[side], share), byRound(taken[anchorSide], share)];
    return {
      name: `${names[side]}, ${rows} rows, ${share === 0.5 ? 'p50' : 'p99'}`,
      value: median(own),
      unit: 'ms',
      anchor: names[anchorSide],
      anchorValue: median(anchor),
      ratio: median(own.map((value, round) => value / (anchor[round] ?? Number.NaN))),
      aim,
    };
  };
  return [
    line('router', 'bare', 0.5, 'at most 1.5 times'),
    line('dispatch', 'bare', 0.5, 'at most 1.5 times'),
    line('router', 'bare', 0.99, 'at most 1.5 times'),
    line('router', 'uncopied', 0.5, ''),
    line('router', 'uncopied', 0.99, ''),
    line('router', 'plain', 0.5, ''),
    line('bare', 'plain', 0.5, ''),
  ];
}

const names: Readonly<Record<Side, string>> = {
  router: 'money taken, through the router',
  uncopied: 'the same without the journal copy',
  dispatch: 'money taken, through dispatch alone',
  bare: 'bare commit of the same rows',
  plain: 'the same without the cipher',
};

function byRound(values: readonly number[], share: number): number[] {
  return Array.from({ length: rounds }, (_, round) => {
    const from = warmUpActs + round * actsPerRound;
    return quantile(values.slice(from, from + actsPerRound), share);
  });
}
