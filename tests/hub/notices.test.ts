import { v7 as newId } from 'uuid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '#hub/db/sql.ts';
import { startHub } from '#hub/start-hub.ts';
import { enrolDevice, type DeviceDouble } from '../support/device.ts';
import { type DatabaseKind, isHere, makeDatabase, openTestHub, skipNote, type TestHub, triedKinds, usualDatabase } from '../support/hub.ts';
import { resourcesDir } from '../support/resources.ts';
import { openGatewayDouble, recipient, status, type GatewayAnswer } from './notices-gateway-double.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const phone = '+254712000678';
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A hub whose gateway gives these answers in turn. It starts at nine in the morning in Nairobi. */
async function openDesk(kind: DatabaseKind, answers: readonly GatewayAnswer[], wrap?: (database: Database) => Database) {
  const gateway = await openGatewayDouble(...answers);
  closing.push(gateway.close);
  const hub = await openTestHub(kind, { practice: false, messages: gateway.gateway(), lookForNoticesEveryMs: 200 }, wrap);
  closing.push(() => hub.close());
  const device = await hub.device('KSM01');
  return { gateway, hub, device };
}

interface PutFacts {
  readonly plate?: string;
  readonly to?: string | null;
}

async function put(device: DeviceDouble, { plate = 'KMGA001A', to = phone }: PutFacts = {}): Promise<string> {
  const itemId = newId();
  const notice = to === null ? null : { phone: to, locale: 'en', name: 'AKINYI OTIENO' };
  const payload = {
    itemId,
    itemKind: 'plates',
    applicationId: null,
    plate,
    place: 'B-14',
    at: '2026-11-23T06:00:00.000Z',
    plateSerial: null,
    notice,
  };
  expect(await device.act({ kind: 'shelf.put', subject: `shelf:${itemId}`, payload })).toMatchObject({ outcome: 'applied' });
  return itemId;
}

/** An eLogbook's copy, of which the register has nothing but that it is good. */
async function putCopy(hub: TestHub, device: DeviceDouble, plate: string) {
  const [itemId, applicationId] = [newId(), newId()];
  await asRegister(
    hub,
    `INSERT INTO logbook (number, application_id, office_code, collection_office, body) VALUES ($1, $2::uuid, 'KSM01', 'KSM01', '{"endedBy":null}')`,
    `EL-${plate}`,
    applicationId,
  );
  const notice = { phone, locale: 'en', name: 'AKINYI OTIENO' };
  const payload = {
    itemId,
    itemKind: 'elogbook-copy',
    applicationId,
    plate,
    place: 'B-14',
    at: '2026-11-23T06:00:00.000Z',
    plateSerial: null,
    notice,
  };
  const answer = await device.act({ kind: 'shelf.put', subject: `application:${applicationId}`, payload });
  expect(answer).toMatchObject({ outcome: 'applied' });
  return { itemId, applicationId };
}

function asRegister(hub: TestHub, statement: string, ...values: readonly string[]): Promise<unknown> {
  return hub.database.transaction(async (sql) => {
    await sql.query(`SELECT set_config('kaunta.registrar', 'on', true), set_config('kaunta.operator', 'on', true)`);
    return sql.query(statement, ...values);
  });
}

async function wordOn(device: DeviceDouble, itemId: string): Promise<unknown> {
  const { changes } = await device.pullAll();
  return changes.find(({ kind, key }) => kind === 'shelf-notice' && key === itemId)?.body;
}

async function settled(device: DeviceDouble, itemId: string, word: object): Promise<void> {
  await vi.waitFor(async () => expect(await wordOn(device, itemId)).toMatchObject(word), { timeout: 10_000, interval: 100 });
}

/** Long enough for a sender to look twice more. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 700));

function notesOf(hub: TestHub): Promise<readonly object[]> {
  return hub.database.transaction(async (sql) => {
    await sql.query(`SELECT set_config('kaunta.operator', 'on', true)`);
    return sql.query('SELECT item_id, round, state, message_id FROM owner_notice ORDER BY made_at, round');
  });
}

// Which message leaves is the same statement on both; that several hubs share them is proved on PostgreSQL below.
for (const kind of triedKinds)
  describe.skipIf(!isHere(kind))(`a message to the owner, on ${kind}${skipNote(kind)}`, { timeout: 60_000 }, () => {
    behaviour(kind);
  });

function behaviour(kind: DatabaseKind): void {
  it('is sent once, and the office is told', async () => {
    const { device, gateway, hub } = await openDesk(kind, [recipient(101)]);
    const itemId = await put(device);
    await settled(device, itemId, { state: 'sent', reason: null });
    await aWhile();
    expect(gateway.calls.map(({ form }) => form['to'])).toEqual([phone]);
    expect(gateway.calls[0]?.form['message']).toContain('KMGA 001A');
    expect(await notesOf(hub)).toMatchObject([
      { round: 'ready', state: 'sent', message_id: 'id-101' },
      { round: 'reminder', state: 'waiting' },
    ]);
  });

  it('is not sent again to a number that was refused, now or in a month', async () => {
    const { device, gateway, hub } = await openDesk(kind, [recipient(403)]);
    await settled(device, await put(device), { state: 'failed', reason: 'number-rejected' });
    hub.moveClock(31 * dayMs);
    await aWhile();
    expect(gateway.calls).toHaveLength(1);
  });

  it('waits while the account is empty or the gateway is down, and is sent once when it can be', async () => {
    const { device, gateway, hub } = await openDesk(kind, [recipient(405), status(500), recipient(101)]);
    const itemId = await put(device);
    await settled(device, itemId, { state: 'waiting', reason: 'no-balance' });
    hub.moveClock(minuteMs);
    await settled(device, itemId, { state: 'waiting', reason: 'gateway-down' });
    await aWhile();
    expect(gateway.calls).toHaveLength(2);
    hub.moveClock(2 * minuteMs);
    await settled(device, itemId, { state: 'sent', reason: null });
    expect(gateway.calls).toHaveLength(3);
  });

  it('is given up after a day of trying', async () => {
    const { device, gateway, hub } = await openDesk(kind, [recipient(405)]);
    const itemId = await put(device);
    await settled(device, itemId, { state: 'waiting', reason: 'no-balance' });
    hub.moveClock(dayMs);
    await settled(device, itemId, { state: 'failed', reason: 'no-balance' });
    hub.moveClock(60 * minuteMs);
    await aWhile();
    expect(gateway.calls).toHaveLength(2);
  });

  it('whose fate nobody knows is not sent again', async () => {
    const { device, gateway, hub } = await openDesk(kind, [status(200, 'garbage'), recipient(101)]);
    await settled(device, await put(device), { state: 'sent', reason: 'outcome-unknown' });
    hub.moveClock(60 * minuteMs);
    await aWhile();
    expect(gateway.calls).toHaveLength(1);
  });

  it('over which the hub was killed is not sent again, and the office is told that nobody knows', async () => {
    let isDead = false;
    let answer = () => undefined as void;
    const held: GatewayAnswer = (response) => {
      answer = () => recipient(101)(response);
    };
    const { device, gateway, hub } = await openDesk(kind, [held, recipient(101)], (database) => ({
      ...database,
      transaction: (work) => (isDead ? Promise.reject(new Error('killed')) : database.transaction(work)),
    }));
    const itemId = await put(device);
    await vi.waitFor(() => expect(gateway.calls).toHaveLength(1), { timeout: 10_000 });
    isDead = true;
    answer();
    await aWhile();
    isDead = false;
    expect(await wordOn(device, itemId)).toMatchObject({ state: 'waiting' });
    hub.moveClock(11 * minuteMs);
    await settled(device, itemId, { state: 'sent', reason: 'outcome-unknown' });
    expect(gateway.calls).toHaveLength(1);
  });

  it('waits through the night in Nairobi', async () => {
    const { device, gateway, hub } = await openDesk(kind, [recipient(101)]);
    hub.moveClock(11 * 60 * minuteMs);
    const itemId = await put(device);
    await aWhile();
    expect([gateway.calls, await wordOn(device, itemId)]).toMatchObject([[], { state: 'waiting' }]);
    hub.moveClock(12 * 60 * minuteMs - 1);
    await aWhile();
    expect(gateway.calls).toEqual([]);
    hub.moveClock(1);
    await settled(device, itemId, { state: 'sent' });
  });

  it('comes once more after a month while the item lies there, and not for one that was taken or went back', async () => {
    const { device, gateway, hub } = await openDesk(kind, [recipient(101)]);
    const items = [await put(device), await put(device, { plate: 'KMGA002B' }), await put(device, { plate: 'KMGA003C' })];
    for (const item of items) await settled(device, item, { state: 'sent' });
    hub.moveClock(minuteMs);
    await device.act({
      kind: 'shelf.sendBack',
      subject: `shelf:${items[2]}`,
      payload: { itemId: items[2], reason: 'unclaimed', note: '', at: hub.now(), plates: { plate: 'KMGA003C', serial: '' } },
    });
    const handOver = {
      number: 'H-1',
      itemId: items[1],
      applicationId: null,
      logbookNumber: null,
      at: hub.now(),
      collectedAs: 'owner',
      letter: null,
      isOldBookIn: false,
      plates: null,
    };
    await device.act({ kind: 'shelf.handOver', subject: `shelf:${items[1]}`, payload: handOver });
    hub.moveClock(30 * dayMs);
    await vi.waitFor(() => expect(gateway.calls).toHaveLength(4), { timeout: 10_000 });
    expect(gateway.calls[3]?.form['message']).toMatch(/^Still waiting: .*KMGA 001A/u);
    hub.moveClock(30 * dayMs);
    await aWhile();
    expect(gateway.calls).toHaveLength(4);
  });

  it('is not repeated after a month for a copy whose eLogbook was replaced meanwhile', async () => {
    const { device, gateway, hub } = await openDesk(kind, [recipient(101)]);
    const ended = await putCopy(hub, device, 'KMGA001A');
    const good = await putCopy(hub, device, 'KMGA002B');
    for (const { itemId } of [ended, good]) await settled(device, itemId, { state: 'sent' });
    const endedBy = JSON.stringify({ endedBy: { number: 'EL-2026-00000009', at: hub.now(), cause: 'lost' } });
    await asRegister(hub, 'UPDATE logbook SET body = body || $2::jsonb WHERE application_id = $1::uuid', ended.applicationId, endedBy);
    hub.moveClock(30 * dayMs);
    await vi.waitFor(() => expect(gateway.calls).toHaveLength(3), { timeout: 10_000 });
    expect(gateway.calls[2]?.form['message']).toMatch(/^Still waiting: .*KMGA 002B/u);
    await aWhile();
    expect(gateway.calls).toHaveLength(3);
    const reminder = { round: 'reminder' } as const;
    const notes = await notesOf(hub);
    expect(notes).toContainEqual(expect.objectContaining({ item_id: ended.itemId, ...reminder, state: 'dropped' }));
    expect(notes).toContainEqual(expect.objectContaining({ item_id: good.itemId, ...reminder, state: 'sent' }));
  });

  it('does not come twice for a thing that is shelved again within a day, unless to another phone', async () => {
    const { device, gateway, hub } = await openDesk(kind, [recipient(101)]);
    await settled(device, await put(device), { state: 'sent' });
    hub.moveClock(minuteMs);
    expect(await wordOn(device, await put(device))).toMatchObject({ state: 'sent', at: '2026-11-23T06:00:00.000Z' });
    await aWhile();
    expect(gateway.calls).toHaveLength(1);
    await settled(device, await put(device, { to: '0712000679' }), { state: 'sent' });
    hub.moveClock(dayMs + minuteMs);
    await settled(device, await put(device), { state: 'sent' });
    expect(gateway.calls).toHaveLength(3);
    hub.moveClock(31 * dayMs);
    await vi.waitFor(() => expect(gateway.calls).toHaveLength(4), { timeout: 10_000 });
    await aWhile();
    expect(gateway.calls).toHaveLength(4);
  });

  it('is not tried without a phone that can be reached', async () => {
    const { device, gateway } = await openDesk(kind, [recipient(101)]);
    expect(await wordOn(device, await put(device, { to: null }))).toMatchObject({ state: 'failed', reason: 'no-phone' });
    expect(await wordOn(device, await put(device, { to: '12' }))).toMatchObject({ state: 'failed', reason: 'number-rejected' });
    await aWhile();
    expect(gateway.calls).toEqual([]);
  });

  it('shows no whole phone in the log or to the operator', async () => {
    const { device, hub } = await openDesk(kind, [recipient(500), recipient(403)]);
    const itemId = await put(device);
    await settled(device, itemId, { state: 'waiting', reason: 'gateway-down' });
    const table = await hub.hub.operate({ name: 'notices' });
    expect(table).toContain(itemId);
    for (const shown of [table, JSON.stringify(hub.log)]) expect(shown).not.toMatch(/712000678|secret-key|AKINYI/u);
    expect(hub.log.map(({ event }) => event)).toContain('notice.waiting');
  });
}

describe('a hub', { timeout: 60_000 }, () => {
  it.each([
    ['without a gateway', false],
    ['of practice', true],
  ])('%s sends nothing and says so', async (_title, practice) => {
    const gateway = await openGatewayDouble();
    closing.push(gateway.close);
    const hub = await openTestHub(usualDatabase, { practice, ...(practice && { messages: gateway.gateway() }) });
    closing.push(() => hub.close());
    const device = await hub.device('KSM01');
    expect(await wordOn(device, await put(device))).toMatchObject({ state: 'off', reason: null });
    await aWhile();
    expect(gateway.calls).toEqual([]);
  });

  it.skipIf(!isHere('postgres'))(`beside others sends each message once${skipNote('postgres')}`, async () => {
    const gateway = await openGatewayDouble((response) => setTimeout(() => recipient(101)(response), 20));
    closing.push(gateway.close);
    const made = await makeDatabase('postgres');
    closing.push(() => made.remove());
    const now = () => '2026-11-23T06:00:00.000Z' as never;
    const common = {
      dataDir: '/tmp/kaunta-notice-hubs',
      resourcesDir,
      port: 0,
      host: '127.0.0.1',
      practice: false,
      log: () => undefined,
      now,
    };
    const open = async () => startHub({ ...common, database: await made.open(), messages: gateway.gateway() });
    const hubs = await Promise.all([open(), open(), open()]);
    closing.push(async () => void (await Promise.all(hubs.map((hub) => hub.close()))));
    const [hub] = hubs;
    const device = await enrolDevice({ hubUrl: hub?.url ?? '', code: (await hub?.enrolCode('KSM01')) ?? '', now });
    const plates = Array.from({ length: 40 }, (_, index) => `KMGA${String(index).padStart(3, '0')}A`);
    for (const plate of plates) await put(device, { plate });
    await vi.waitFor(() => expect(gateway.calls.length).toBeGreaterThanOrEqual(40), { timeout: 20_000 });
    await aWhile();
    expect(gateway.calls).toHaveLength(40);
    expect(new Set(gateway.calls.map(({ form }) => form['message'])).size).toBe(40);
  });
});
