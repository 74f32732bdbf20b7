import type { BenchLine } from './bench-line.ts';
import { startActual } from './hub-actual.ts';
import { fetchPeers, type Peers } from './hub-peers.ts';
import { startPouch } from './hub-pouch.ts';
import { backlogs, entriesOf, inFlight, pushAll, wordsFor, type Backlog, type HubStage } from './hub-stage.ts';
import { lineOf, type Turns } from './turns.ts';

const rounds = 5;

/** The same entries to the hub and to other people's sync servers, which keep them unread. */
export async function besidePeers(stage: HubStage): Promise<BenchLine[]> {
  const peers = fetchPeers();
  if (!peers) return [];
  return [
    ...(await skippable('Actual', () => besideActual(stage, peers))),
    ...(await skippable('PouchDB', () => besidePouch(stage, peers))),
  ];
}

async function skippable(name: string, measure: () => Promise<BenchLine[]>): Promise<BenchLine[]> {
  try {
    return await measure();
  } catch (error) {
    console.log(`Without ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

async function besideActual(stage: HubStage, peers: Peers): Promise<BenchLine[]> {
  const actual = await startActual(peers);
  const send = (days: Days) =>
    actual.push(
      days.map((day) => day.entries),
      inFlight,
    );
  try {
    return await eachBacklog(stage, send, { anchor: 'Actual sync server, a file an office', aim: 'at least 1 times' });
  } finally {
    await actual.stop();
  }
}

async function besidePouch(stage: HubStage, peers: Peers): Promise<BenchLine[]> {
  const pouch = await startPouch(peers);
  const send = (days: Days) => pouch.push(days.flatMap((day) => day.entries));
  try {
    return await eachBacklog(stage, send, { anchor: 'PouchDB to express-pouchdb, 500 a batch', aim: 'at least 4 times' });
  } finally {
    await pouch.stop();
  }
}

type Days = Awaited<ReturnType<HubStage['days']>>;

async function eachBacklog(
  stage: HubStage,
  anchorSeconds: (days: Days) => Promise<number>,
  words: Pick<BenchLine, 'anchor' | 'aim'>,
): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const backlog of backlogs) {
    const rate = await takingTurns(stage, backlog, anchorSeconds);
    lines.push(lineOf({ name: wordsFor(backlog), unit: 'entries/s', ...words }, rate));
  }
  return lines;
}

/** One round unmeasured for both, then turn by turn. */
async function takingTurns(stage: HubStage, backlog: Backlog, anchorSeconds: (days: Days) => Promise<number>): Promise<Turns> {
  const turns: Turns = { ours: [], anchor: [] };
  for (let round = 0; round <= rounds; round += 1) {
    await stage.clear();
    const days = await stage.days(backlog);
    const { seconds } = await pushAll(stage.hub.url, days, inFlight);
    const anchor = await anchorSeconds(days);
    if (round === 0) continue;
    turns.ours.push(entriesOf(backlog) / seconds);
    turns.anchor.push(entriesOf(backlog) / anchor);
  }
  return turns;
}
