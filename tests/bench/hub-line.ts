import { officeDay } from '#tests/hub-load/office-day.ts';
import { preparePush } from '#tests/hub-load/prepared-push.ts';
import { addOffices } from '#tests/hub-load/sim-offices.ts';
import type { BenchLine } from './bench-line.ts';
import { pushAll, type HubStage } from './hub-stage.ts';
import { openSlowLine } from './slow-line.ts';
import { lineOf, type Turns } from './turns.ts';

const rounds = 5;
const transfers = 498;
const entriesPerBatch = 500;
const line = { roundTripMs: 200, bitsPerSecond: 2_000_000 };

/** One office with days of work behind a slow line, as a counter sends: 500 entries a batch, gzip, two under way. */
export async function behindSlowLine(stage: HubStage): Promise<BenchLine[]> {
  const slow = await openSlowLine(stage.hub.url, line);
  const rate: Turns = { ours: [], anchor: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      rate.ours.push(await entriesPerSecond(stage, slow.url, 2));
      rate.anchor.push(await entriesPerSecond(stage, slow.url, 1));
    }
  } finally {
    await slow.close();
  }
  const name = 'one office, 200 ms round trip, 2 Mbit/s, two batches under way';
  return [lineOf({ name, unit: 'entries/s', anchor: 'one batch under way', aim: 'at least 600 entries/s' }, rate)];
}

async function entriesPerSecond(stage: HubStage, url: string, underWay: number): Promise<number> {
  await stage.clear();
  const [device] = await addOffices({ database: stage.database, hubUrl: url, now: stage.now }, 1);
  if (!device) throw new Error('There is no office');
  const entries = officeDay(device, stage.vehicles.slice(0, transfers), stage.now());
  const batches = Array.from({ length: Math.ceil(entries.length / entriesPerBatch) }, (_, n) =>
    preparePush(device, entries.slice(n * entriesPerBatch, (n + 1) * entriesPerBatch), stage.now()),
  );
  const { seconds } = await pushAll(url, batches, underWay);
  return entries.length / seconds;
}
