import { setTimeout as wait } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import { openPostgres } from '#hub/db/postgres.ts';
import { startHub } from '#hub/start-hub.ts';
import { deviceDouble, enrolDevice, type DeviceDouble } from '../support/device.ts';
import { isHere, skipNote } from '../support/hub.ts';
import { resourcesDir } from '../support/resources.ts';
import { startPostgres } from '../support/postgres.ts';
import { trials } from '../support/tier.ts';

const packsAtOnce = trials(25, 1_000);

/** The receipt of one pack of sheets comes from two offices, over two hubs, at the same instant: one has it, the other is told who. */
async function receiveAtOnce(rivals: readonly DeviceDouble[], pack: number): Promise<void> {
  const [first, last] = [pack * 100, pack * 100 + 99].map((number) => `KE-${String(number).padStart(7, '0')}`);
  const answers = await Promise.all(
    rivals.map((device) => {
      const rangeId = newId();
      const payload = { rangeId, kind: 'logbook', from: first, to: last, count: 100 };
      return device.act({ kind: 'sheets.receive', subject: `sheets:${rangeId}`, payload });
    }),
  );
  const told = answers.map((answer) => (answer.outcome === 'refused' ? answer.code : answer.outcome));
  expect(told.toSorted(), `pack ${pack}`).toEqual(['applied', 'sheet.range-elsewhere']);
  const holder = rivals[told.indexOf('applied')]?.answer;
  const facts = { office: holder?.office.code, device: holder?.deviceNo };
  expect(answers.find(({ outcome }) => outcome === 'refused')).toMatchObject({ facts });
}

describe.skipIf(!isHere('postgres'))(`one PostgreSQL${skipNote('postgres')}`, () => {
  it('several hubs are one hub: both at once apply each entry once, and a pack that two offices receive at once goes to one', async () => {
    const server = await startPostgres();
    const url = await server.createDatabase();
    const open = () => openPostgres({ url, onLost: () => undefined });
    const now = () => '2026-11-23T06:00:00.000Z' as never;
    const options = {
      dataDir: '/tmp/kaunta-two-hubs',
      resourcesDir,
      port: 0,
      host: '127.0.0.1',
      practice: true,
      log: () => undefined,
      now,
    };
    const hubs = await Promise.all([startHub({ ...options, database: open() }), startHub({ ...options, database: open() })]);
    const [one, two] = hubs;
    if (!one || !two) throw new Error('Two hubs');
    const atOne = await enrolDevice({ hubUrl: one.url, code: await two.enrolCode('KSM01'), now });
    const atTwo = deviceDouble({ hubUrl: two.url, now, privateKey: atOne.privateKey, answer: atOne.answer });
    const entries = Array.from({ length: 20 }, (_, payload) => atOne.write({ kind: 'note.write', payload }));
    const replies = await Promise.all([atOne, atTwo, atOne, atTwo].map((device) => device.push(entries)));
    const applied = replies.filter(({ json }) => (json.answers as EntryAnswer[]).every(({ outcome }) => outcome === 'applied'));
    expect([replies.map(({ status }) => status), applied.length]).toEqual([[200, 200, 200, 200], 1]);
    const rivals = await Promise.all(
      hubs.map(async (hub, n) => enrolDevice({ hubUrl: hub.url, code: await hub.enrolCode(`${n === 0 ? 'NYR' : 'MSA'}01`), now })),
    );
    for (let pack = 1; pack <= packsAtOnce; pack += 1) await receiveAtOnce(rivals, pack);
    await Promise.all(hubs.map((hub) => hub.close()));
    await server.stop();
  });

  it('a database that went away is answered 503 with Retry-After, and when it is back the same batch is applied once', async () => {
    const server = await startPostgres(['fsync=on']);
    const url = await server.createDatabase();
    const now = () => '2026-11-23T06:00:00.000Z' as never;
    const hub = await startHub({
      database: openPostgres({ url, onLost: () => undefined }),
      dataDir: '/tmp/kaunta-lost-hub',
      resourcesDir,
      port: 0,
      host: '127.0.0.1',
      practice: false,
      log: () => undefined,
      now,
    });
    const device = await enrolDevice({ hubUrl: hub.url, code: await hub.enrolCode('KSM01'), now });
    const entries = [device.write({ kind: 'note.write', payload: 1 })];
    const restarted = server.crash();
    const seen = new Set<string>();
    let reply = await device.push(entries);
    for (; reply.status !== 200; reply = await device.push(entries)) {
      seen.add(`${reply.status}, come again in ${reply.headers.get('retry-after')} s`);
      await wait(20);
    }
    await restarted;
    expect([...seen].filter((answer) => answer !== '503, come again in 5 s')).toEqual([]);
    expect((await device.push(entries)).json.answers).toMatchObject([{ outcome: 'duplicate' }]);
    await hub.close();
    await server.stop();
  });
});
