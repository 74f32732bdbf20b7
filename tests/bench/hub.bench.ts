import { quantile, type BenchLine } from './bench-line.ts';
import { insertBare, readBatches } from './hub-bare.ts';
import { besidePeers } from './hub-beside.ts';
import { behindSlowLine } from './hub-line.ts';
import { afterOutage } from './hub-outage.ts';
import { processSeconds, serverSeconds } from './processor-time.ts';
import { backlogs, entriesOf, inFlight, openHubStage, pushAll, wordsFor, type Backlog, type HubStage } from './hub-stage.ts';
import { lineOf, type Turns } from './turns.ts';

const rounds = 5;

/**
 * Hub part of PERFORMANCE.md: a hub process over a PostgreSQL that flushes, signatures, chain, rules and register applied, taking what
 * offices really push. The hub, PostgreSQL and the offices share this machine.
 */
export async function run(): Promise<BenchLine[]> {
  const stage = await openHubStage();
  try {
    const bare: BenchLine[] = [];
    for (const backlog of backlogs) bare.push(...(await besideBareInsert(stage, backlog)));
    return [...bare, ...(await besidePeers(stage)), ...(await behindSlowLine(stage)), ...(await afterOutage(stage))];
  } finally {
    await stage.close();
  }
}

async function besideBareInsert(stage: HubStage, backlog: Backlog): Promise<BenchLine[]> {
  const rate: Turns = { ours: [], anchor: [] };
  const p99: Turns = { ours: [], anchor: [] };
  const processor: Turns = { ours: [], anchor: [] };
  await oneRound(stage, backlog);
  for (let round = 0; round < rounds; round += 1) {
    const { ours, bare } = await oneRound(stage, backlog);
    processor.ours.push(ours.processorSeconds);
    processor.anchor.push(bare.processorSeconds);
    rate.ours.push(entriesOf(backlog) / ours.seconds);
    rate.anchor.push(entriesOf(backlog) / bare.seconds);
    p99.ours.push(
      quantile(
        ours.replies.map(({ lastMs }) => lastMs),
        0.99,
      ),
    );
    p99.anchor.push(quantile(bare.eachMs, 0.99));
  }
  const anchor = 'bare INSERT of the same rows';
  return [
    lineOf({ name: wordsFor(backlog), unit: 'entries/s', anchor, aim: 'at least 0.5 times' }, rate),
    lineOf({ name: 'processor time of hub and PostgreSQL for them', unit: 's', anchor: 'PostgreSQL and its client', aim: '' }, processor),
    lineOf({ name: `a batch of ${backlog.entriesEach}, p99`, unit: 'ms', anchor, aim: '' }, p99),
  ];
}

async function oneRound(stage: HubStage, backlog: Backlog) {
  await stage.clear();
  const days = await stage.days(backlog);
  const server = () => serverSeconds(stage.bareUrl);
  const ours = await timed(
    () => server() + processSeconds(stage.hub.pid),
    () => pushAll(stage.hub.url, days, inFlight),
  );
  const batches = await readBatches(stage.bareUrl);
  await stage.clear();
  const bare = await timed(
    () => server() + processSeconds(process.pid),
    () => insertBare(stage.bareUrl, batches, inFlight),
  );
  return { ours, bare };
}

async function timed<T>(takenSeconds: () => number, work: () => Promise<T>) {
  const before = takenSeconds();
  const done = await work();
  return { ...done, processorSeconds: takenSeconds() - before };
}
