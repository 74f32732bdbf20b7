import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#hub/db/sql.ts';
import type { EntryAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import { hubPaths } from '#shared/protocol/request.ts';
import type { DeviceDouble, DoubleReply } from '../support/device.ts';
import { databaseKinds, isHere, openTestHub, skipNote, type DatabaseKind, type TestHub } from '../support/hub.ts';

const note = (device: DeviceDouble) => device.write({ kind: 'note.write', payload: 'a note' });
const outcomeOf = ({ json }: DoubleReply) => (json.answers as EntryAnswer[] | undefined)?.[0]?.outcome ?? json.code;

/** A database that answers only while its valve is open. */
function openValve() {
  let opened: Promise<void> = Promise.resolve();
  let open: () => void = () => undefined;
  let waiting = 0;
  const held = async <T>(work: () => Promise<T>) => {
    waiting += 1;
    await opened;
    waiting -= 1;
    return work();
  };
  return {
    waiting: () => waiting,
    close: () => {
      opened = new Promise((resolve) => {
        open = resolve;
      });
    },
    open: () => open(),
    behind: (database: Database): Database => ({
      ...database,
      transaction: (work) => held(() => database.transaction(work)),
      query: (...statement) => held(() => database.query(...statement)),
    }),
  };
}

async function openValvedHub(kind: DatabaseKind) {
  const valve = openValve();
  const test = await openTestHub(kind, { practice: false }, valve.behind);
  return { valve, test };
}

for (const kind of databaseKinds) {
  describe.skipIf(!isHere(kind))(`a hub that stops over ${kind}${skipNote(kind)}`, () => {
    it('answers the fifty pushes that are under way, and tells who comes meanwhile to come again', async () => {
      const { valve, test } = await openValvedHub(kind);
      const devices: DeviceDouble[] = [];
      for (let turn = 0; turn < 25; turn += 1) devices.push(await test.device('KSM01'));
      const [late] = devices;
      valve.close();
      const underWay = devices.flatMap((device) => [[note(device)], [note(device)]].map((batch) => device.push(batch)));
      await expect.poll(valve.waiting, { timeout: 30_000 }).toBe(50);
      const closed = test.close();
      const turnedAway = await late?.send({ method: 'GET', path: hubPaths.health });
      expect([turnedAway?.status, turnedAway?.json.code, turnedAway?.headers.get('retry-after')]).toEqual([503, 'hub.busy', '5']);
      valve.open();
      expect(new Set((await Promise.all(underWay)).map(outcomeOf))).toEqual(new Set(['applied']));
      await closed;
      await expect(late?.send({ method: 'GET', path: hubPaths.health })).rejects.toThrow('fetch failed');
    });
  });
}

describe.skipIf(!isHere('postgres'))(`a crowd at the hub${skipNote('postgres')}`, () => {
  let test: TestHub;
  beforeAll(async () => {
    test = await openTestHub('postgres', { practice: false });
  });
  afterAll(() => test?.close());

  const push = async (device: DeviceDouble, batch: PushedEntry[]): Promise<DoubleReply> => {
    const reply = await device.push(batch);
    // A gap: the batch before it was the one that was told to come again.
    if (reply.status !== 429 && reply.json.code !== 'chain.gap') return reply;
    await wait(20);
    return push(device, batch);
  };

  it('a device’s third batch at once is told to come again, and all three are in when it did', async () => {
    const device = await test.device('KSM01');
    const batches = [[note(device)], [note(device)], [note(device)]];
    let underWay: Promise<DoubleReply>[] = [];
    await test.database.transaction(async (sql) => {
      // Stops every push where it takes its place in the journal.
      await sql.query('LOCK TABLE device IN EXCLUSIVE MODE');
      underWay = batches.map((batch) => device.push(batch));
      const first = await Promise.any(underWay);
      expect([first.status, first.json.code]).toEqual([429, 'hub.crowded']);
      expect(first.headers.get('retry-after')).toBe(String(first.json.facts.retryAfterSeconds));
    });
    const all = underWay.map(async (under, index) => ((await under).status === 200 ? under : push(device, batches[index] ?? [])));
    expect((await Promise.all(all)).map(outcomeOf)).toEqual(['applied', 'applied', 'applied']);
  });

  it('of more pushes than it takes all are in at the end, each once', async () => {
    const devices: DeviceDouble[] = [];
    for (let turn = 0; turn < 150; turn += 1) devices.push(await test.device('KSM01'));
    const replies = await Promise.all(devices.map((device) => push(device, [note(device)])));
    expect(new Set(replies.map(outcomeOf))).toEqual(new Set(['applied']));
  });

  it('a database whose connections are all taken is answered 503, to come again', async () => {
    const device = await test.device('KSM01');
    const batch = [note(device)];
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const takers = Array.from({ length: 20 }, () => test.database.transaction(() => held));
    const reply = await device.push(batch);
    expect([reply.status, reply.json.code, reply.headers.get('retry-after')]).toEqual([503, 'hub.busy', '5']);
    letGo();
    await Promise.all(takers);
    expect(outcomeOf(await device.push(batch))).toBe('applied');
  });
});
