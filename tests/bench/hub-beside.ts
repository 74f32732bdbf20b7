import type { BenchLine } from './bench-line.ts';
import { startActual } from './hub-actual.ts';
import { fetchPeers, type Peers } from './hub-peers.ts';
import { startPouch } from './hub-pouch.ts';
import { entriesPerOffice, inFlight, pushAll, type HubStage } from './hub-stage.ts';
import { lineOf, type Turns } from './turns.ts';

const rounds = 5;
const offices = 200;
const entries = offices * entriesPerOffice;

/** The same entries to the hub and to other people's sync servers, which keep them unread. */
export async function besidePeers(stage: HubStage): Promise<BenchLine[]> {
  const peers = fetchPeers();
  if (!peers) return [];
  return [
    ...(await skippable('Actual', () => besideActual(stage, peers))),
    ...(await skippable('PouchDB', () => besidePouch(stage, peers))),
  ];
}

async function skippable(name: string, measure: () => Promise<BenchLine>): Promise<BenchLine[]> {
  try {
    return [await measure()];
  } catch (error) {
    console.log(`Without ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

async function besideActual(stage: HubStage, peers: Peers): Promise<BenchLine> {
  const actual = await startActual(peers);
  try {
    const rate = await takingTurns(stage, (days) =>
      actual.push(
        days.map((day) => day.entries),
        inFlight,
      ),
    );
    const anchor = 'Actual sync server, a file an office';
    return lineOf({ name: `entries from ${offices} offices`, unit: 'entries/s', anchor, aim: 'at least 1 times' }, rate);
  } finally {
    await actual.stop();
  }
}

async function besidePouch(stage: HubStage, peers: Peers): Promise<BenchLine> {
  const pouch = await startPouch(peers);
  try {
    const rate = await takingTurns(stage, (days) => pouch.push(days.flatMap((day) => day.entries)));
    const anchor = 'PouchDB to express-pouchdb, 500 a batch';
    return lineOf({ name: `entries from ${offices} offices`, unit: 'entries/s', anchor, aim: 'at least 4 times' }, rate);
  } finally {
    await pouch.stop();
  }
}

type Days = Awaited<ReturnType<HubStage['days']>>;

/** One round unmeasured for both, then turn by turn. */
async function takingTurns(stage: HubStage, anchorSeconds: (days: Days) => Promise<number>): Promise<Turns> {
  const turns: Turns = { ours: [], anchor: [] };
  for (let round = 0; round <= rounds; round += 1) {
    await stage.clear();
    const days = await stage.days(offices);
    const { seconds } = await pushAll(stage.hub.url, days, inFlight);
    const anchor = await anchorSeconds(days);
    if (round === 0) continue;
    turns.ours.push(entries / seconds);
    turns.anchor.push(entries / anchor);
  }
  return turns;
}
