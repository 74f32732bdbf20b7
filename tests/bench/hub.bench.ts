import { quantile, type BenchLine } from './bench-line.ts';
import { insertBare, readBatches } from './hub-bare.ts';
import { besidePeers } from './hub-beside.ts';
import { behindSlowLine } from './hub-line.ts';
import { afterOutage } from './hub-outage.ts';
import { entriesPerOffice, inFlight, openHubStage, pushAll, type HubStage } from './hub-stage.ts';
import { lineOf, type Turns } from './turns.ts';

const rounds = 5;
const offices = 200;
const entries = offices * entriesPerOffice;

/**
 * Hub part of PERFORMANCE.md: a hub process over a PostgreSQL that flushes, signatures, chain, rules and register applied, taking what
 * offices really push. The hub, PostgreSQL and the offices share this machine.
 */
export async function run(): Promise<BenchLine[]> {
  const stage = await openHubStage();
  try {
    return [
      ...(await besideBareInsert(stage)),
      ...(await besidePeers(stage)),
      ...(await behindSlowLine(stage)),
      ...(await afterOutage(stage)),
    ];
  } finally {
    await stage.close();
  }
}

async function besideBareInsert(stage: HubStage): Promise<BenchLine[]> {
  const rate: Turns = { ours: [], anchor: [] };
  const p99: Turns = { ours: [], anchor: [] };
  await oneRound(stage);
  for (let round = 0; round < rounds; round += 1) {
    const { ours, bare } = await oneRound(stage);
    rate.ours.push(entries / ours.seconds);
    rate.anchor.push(entries / bare.seconds);
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
    lineOf({ name: `entries of ${offices} offices, ${inFlight} at once`, unit: 'entries/s', anchor, aim: 'at least 0.5 times' }, rate),
    lineOf({ name: `a batch of ${entriesPerOffice}, p99`, unit: 'ms', anchor, aim: '' }, p99),
  ];
}

async function oneRound(stage: HubStage) {
  await stage.clear();
  const ours = await pushAll(stage.hub.url, await stage.days(offices), inFlight);
  const batches = await readBatches(stage.bareUrl);
  await stage.clear();
  return { ours, bare: await insertBare(stage.bareUrl, batches, inFlight) };
}
