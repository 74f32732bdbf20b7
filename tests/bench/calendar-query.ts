import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addDays, dayOf, instantOf } from '#shared/base/instant.ts';
import { readReference } from '#core/reference.ts';
import { median, type BenchLine } from './bench-line.ts';
import { makeOfficeFile, openBenchOffice, procedureOf } from './bench-office.ts';
import { benchCentres, fillCalendar, testedClass } from './full-calendar.ts';
import { lineOf, type Turns } from './turns.ts';

/** What the screen asks: one centre's 240 sessions with the seats left of each, beside the bare rows of those sessions. */
export async function calendarQuery(rounds: number): Promise<BenchLine[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaunta-bench-calendar-'));
  const file = { path: path.join(folder, 'office.db'), key: randomBytes(32) };
  await makeOfficeFile(file);
  const office = openBenchOffice(file);
  const reference = readReference('resources');
  fillCalendar(office.storage, reference);
  const calendar = procedureOf(office, 'tests.calendar');
  const from = addDays(dayOf(instantOf(Date.now())), 1);
  const taken: Turns = { ours: [], anchor: [] };
  // The first round only warms.
  for (let round = 0; round <= rounds; round += 1) {
    const times: Turns = { ours: [], anchor: [] };
    for (const centre of benchCentres(reference)) {
      times.ours.push(await timeMs(() => calendar.throughRouter({ centre, class: testedClass, from, days: 60 })));
      times.anchor.push(await timeMs(() => office.storage.reader.all(bareRows, centre, testedClass)));
    }
    if (round === 0) continue;
    taken.ours.push(median(times.ours));
    taken.anchor.push(median(times.anchor));
  }
  office.close();
  rmSync(folder, { recursive: true });
  return [lineOf({ name: 'the calendar’s query alone', unit: 'ms', anchor: 'plain SQL for its sessions', aim: '' }, taken)];
}

const bareRows = 'SELECT day, session, seats FROM test_session WHERE centre = ? AND class = ? ORDER BY day, session';

async function timeMs(ask: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await ask();
  return performance.now() - startedAt;
}
