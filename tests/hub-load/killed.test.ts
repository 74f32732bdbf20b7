import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import { isHere, skipNote } from '#tests/support/hub.ts';
import { trials } from '#tests/support/tier.ts';
import { bundleHub, type HubProcess, type HubProgram } from './hub-process.ts';
import { entriesPerTransfer, officeDay } from './office-day.ts';
import { answersOf, postPush, preparePush, type PreparedPush } from './prepared-push.ts';
import { now, openLoadStage, type LoadStage } from './stage.ts';

const kills = trials(5, 100);
const officesPerKill = 4;
const transfers = 3;
const batchesPerOffice = 3;

describe.skipIf(!isHere('postgres'))(`in the middle of a batch${skipNote('postgres')}`, () => {
  let program: HubProgram;
  beforeAll(async () => {
    program = await bundleHub();
  });
  afterAll(() => program?.remove());

  it(`the hub is killed ${kills} times: nothing acknowledged is lost, nothing is there twice, answers stay`, async () => {
    const stage = await openLoadStage(officesPerKill * batchesPerOffice * transfers);
    let hub = await program.start(stage.url);
    for (let kill = 0; kill < kills; kill += 1) {
      const known = await interrupted(stage, hub, async () => {
        await hub.kill();
        hub = await program.start(stage.url);
        return hub;
      });
      expect(known.lost).toEqual([]);
    }
    await hub.stop();
  }, 1_800_000);

  it(`PostgreSQL is killed ${kills} times: nothing acknowledged is lost, nothing is there twice, answers stay`, async () => {
    const stage = await openLoadStage(officesPerKill * batchesPerOffice * transfers, []);
    const hub = await program.start(stage.url);
    for (let kill = 0; kill < kills; kill += 1) {
      const known = await interrupted(stage, hub, async () => {
        await stage.postgres.crash();
        return hub;
      });
      expect(known.lost).toEqual([]);
    }
    await hub.stop();
  }, 1_800_000);

  it('a PostgreSQL that answers before its log is on the disk is found out', async () => {
    const stage = await openLoadStage(officesPerKill * batchesPerOffice * transfers, ['synchronous_commit=off', 'wal_writer_delay=10s']);
    const hub = await program.start(stage.url);
    let lost = 0;
    for (let kill = 0; kill < 5 && lost === 0; kill += 1) {
      const known = await interrupted(stage, hub, async () => {
        await stage.postgres.crash();
        return hub;
      });
      lost = known.lost.length;
    }
    expect(lost).toBeGreaterThan(0);
    await hub.stop();
  }, 120_000);
});

/** An answer as it is repeated later: `applied` becomes `duplicate`. */
function asRepeated(answer: EntryAnswer): EntryAnswer {
  return answer.outcome === 'applied' ? { ...answer, outcome: 'duplicate' } : answer;
}

/**
 * Offices send their batches, `strike` hits in between, and then they send all of them again as a counter does. Gives the entries that
 * were acknowledged before and were not known afterwards, or got another answer.
 */
async function interrupted(
  stage: LoadStage,
  hub: HubProcess,
  strike: () => Promise<HubProcess>,
): Promise<{ readonly lost: readonly string[] }> {
  await stage.database.transaction((sql) => sql.script('TRUNCATE entry, application, application_hold, payment, logbook, change CASCADE'));
  const queues = await queuesOf(stage);
  // What the drill stands on is on the disk in any case.
  await stage.database.transaction((sql) => sql.script('SET LOCAL synchronous_commit = on; UPDATE hub SET created_at = created_at'));
  const acknowledged = new Map<string, EntryAnswer>();
  const sending = Promise.allSettled(
    queues.map(async (queue) => {
      for (const batch of queue) {
        for (const answer of answersOf(await postPush(hub.url, batch))) acknowledged.set(answer.entryId, answer);
      }
    }),
  );
  await sleep(randomInt(5, 120));
  const again = await strike();
  await sending;
  const repeated = new Map<string, EntryAnswer>();
  for (const queue of queues) {
    for (const batch of queue) for (const answer of await untilAnswered(again.url, batch)) repeated.set(answer.entryId, answer);
  }
  await checkOnce(stage);
  const isKept = ([entryId, answer]: [string, EntryAnswer]) => sameAnswer(repeated.get(entryId), asRepeated(answer));
  return { lost: [...acknowledged].filter((one) => !isKept(one)).map(([entryId]) => entryId) };
}

function sameAnswer(one: EntryAnswer | undefined, other: EntryAnswer): boolean {
  return one?.outcome === other.outcome && 'hubReceipt' in one && 'hubReceipt' in other && one.hubReceipt === other.hubReceipt;
}

async function queuesOf(stage: LoadStage): Promise<readonly (readonly PreparedPush[])[]> {
  const devices = await stage.offices(officesPerKill);
  return devices.map((device, n) =>
    Array.from({ length: batchesPerOffice }, (_, index) => {
      const from = (n * batchesPerOffice + index) * transfers;
      return preparePush(device, officeDay(device, stage.vehicles.slice(from, from + transfers), now()), now());
    }),
  );
}

/** While the database comes up again the hub says to come later; a torn connection says nothing. */
async function untilAnswered(hubUrl: string, batch: PreparedPush): Promise<readonly EntryAnswer[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const reply = await postPush(hubUrl, batch).catch(() => undefined);
    if (reply?.status === 200) return answersOf(reply);
    if (reply && ![429, 503].includes(reply.status)) return answersOf(reply);
    await sleep(100);
  }
  throw new Error('The hub did not come back');
}

/** Every entry is kept once and every application has its one hold, payment and its two changes. */
async function checkOnce(stage: LoadStage): Promise<void> {
  const sold = officesPerKill * batchesPerOffice * transfers;
  const [rows] = await stage.read(
    `SELECT (SELECT count(*) FROM entry) AS entries, (SELECT count(DISTINCT entry_id) FROM entry) AS ids, (SELECT count(*) FROM application) AS applications,
       (SELECT count(*) FROM application_hold) AS holds, (SELECT count(*) FROM payment) AS payments, (SELECT count(*) FROM change WHERE kind IN ('application', 'case')) AS changes,
       (SELECT count(DISTINCT (kind, key)) FROM change WHERE kind IN ('application', 'case')) AS things`,
  );
  const entries = sold * entriesPerTransfer + officesPerKill * batchesPerOffice * 2;
  expect(rows).toEqual({ entries, ids: entries, applications: sold, holds: sold, payments: sold, changes: 2 * sold, things: 2 * sold });
}
