import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readReference } from '#core/reference.ts';
import { median, quantile, type BenchLine } from './bench-line.ts';
import { copyJournal, makeOfficeFile, openBenchOffice, procedureOf } from './bench-office.ts';
import { fillCalendar } from './full-calendar.ts';
import { lineOf, type Turns } from './turns.ts';
import { prepareApplications } from './waiting-applications.ts';
import { prepareBookings } from './waiting-bookings.ts';

const actsPerRound = 60;
/** The engine compiles what runs often; nothing of this round counts. */
const warmUpActs = 100;
const restMs = 2;

/** Money taken for a driving test, its seat in the same transaction, beside money taken for a transfer: in turn, on one disk, in one file. */
export async function bookingCommit(rounds: number): Promise<BenchLine[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaunta-bench-booking-'));
  const file = { path: path.join(folder, 'office.db'), key: randomBytes(32) };
  await makeOfficeFile(file);
  const office = openBenchOffice(file);
  const places = fillCalendar(office.storage, readReference('resources'));
  const count = warmUpActs + rounds * actsPerRound;
  const [bookings, transfers] = [await prepareBookings(office, places, count), await prepareApplications(office, count)];
  await copyJournal(office, file);
  const submit = procedureOf(office, 'applications.submit');
  const taken: Turns = { ours: [], anchor: [] };
  for (let number = 0; number < count; number += 1) {
    const sides = [() => timed(taken.ours, bookings[number]), () => timed(taken.anchor, transfers[number])];
    for (const act of number % 2 === 0 ? sides : sides.toReversed()) await act();
  }
  office.close();
  rmSync(folder, { recursive: true });
  return [line('p50', 0.5), line('p99', 0.99)];

  /** Each act begins from rest, as acts at a counter do. */
  async function timed(into: number[], input: unknown): Promise<void> {
    await pause(restMs);
    const startedAt = performance.now();
    await submit.throughDispatch(input);
    into.push(performance.now() - startedAt);
  }

  function line(name: string, share: number): BenchLine {
    const byRound = (all: readonly number[]) => Array.from({ length: rounds }, (_, round) => quantile(roundOf(all, round), share));
    const [ours, anchor] = [byRound(taken.ours), byRound(taken.anchor)];
    const ratio = median(ours.map((value, round) => value / (anchor[round] ?? Number.NaN)));
    const facts = {
      name: `a booking’s commit, ${name}`,
      unit: 'ms',
      anchor: 'a transfer’s',
      aim: share === 0.5 ? 'at most 1.2 times' : '',
    };
    return { ...lineOf(facts, { ours, anchor }), ratio };
  }
}

function roundOf(all: readonly number[], round: number): readonly number[] {
  const from = warmUpActs + round * actsPerRound;
  return all.slice(from, from + actsPerRound);
}
