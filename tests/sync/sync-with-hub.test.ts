import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { hubPaths } from '#shared/protocol/request.ts';
import { uploadPath } from '#shared/protocol/tus.ts';
import { findApplication, updateApplication } from '#core/applications/store.ts';
import { insertScan } from '#core/documents/store.ts';
import { verifyJournal } from '#core/journal/verify.ts';
import { timelineOf } from '#core/journal/timeline.ts';
import { findVehicle } from '#core/vehicles/store.ts';
import type { DeviceDouble } from '../support/device.ts';
import { openTestHub, usualDatabase, type TestHub } from '../support/hub.ts';
import { decideAct, submissionOf, submitAct } from '../support/submission.ts';
import { openFaultProxy, type FaultProxy } from './fault-proxy.ts';
import { openOfficePc, type OfficePc } from './office-pc.ts';

const waitFor = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 20 });

describe('sync between an office and a real hub', () => {
  let test: TestHub;
  let nairobi: DeviceDouble;
  let kisumu: DeviceDouble;
  /** Behind the seeded register. */
  let seeded: string;

  beforeAll(async () => {
    test = await openTestHub(usualDatabase);
    nairobi = await test.device('NRB01');
    kisumu = await test.device('KSM01');
    seeded = (await nairobi.pullAll()).next;
  });
  afterAll(() => test?.close());

  const pcAt = (officeCode: string) => openOfficePc({ test, officeCode, cursor: seeded });
  const behindProxy = async (): Promise<{ pc: OfficePc; line: FaultProxy }> => {
    const line = await openFaultProxy(test.hub.url);
    onTestFinished(() => line.close());
    return { pc: await openOfficePc({ test, officeCode: 'NYR01', hubUrl: line.url, cursor: seeded }), line };
  };
  const atHub = <Row extends object>(sql: string, ...values: string[]) =>
    test.database.transaction(async (tx) => {
      await tx.query(`SELECT set_config('kaunta.registrar', 'on', true)`);
      return tx.query<Row>(sql, ...values);
    });
  const stateOf = (pc: OfficePc, id: string) => findApplication(pc.storage.reader, id)?.state;
  const history = (pc: OfficePc, id: string) =>
    timelineOf(pc.storage.reader, `application:${id}`, pc.office).map(({ kind, facts }) => [kind, facts['state']]);

  it('a reply dropped three times leaves exactly one application at the hub, and the queue says why it waited', async () => {
    const { pc, line } = await behindProxy();
    line.plan(hubPaths.push, 'no-reply', 'no-reply', 'no-reply');
    const { applicationId, reference } = pc.submit(test.nextVehicle());
    for (const tries of [1, 2, 3]) {
      await waitFor(() => expect(pc.queue()).toMatchObject([{ reference, state: 'retrying', tries, reason: { code: 'line-down' } }]));
      pc.sync.tryNow();
    }
    await pc.sent();
    expect(pc.queue()).toEqual([]);
    expect(stateOf(pc, applicationId)).toBe('in-review');
    expect(await atHub('SELECT id FROM application WHERE id = $1::uuid', applicationId)).toHaveLength(1);
    expect(pc.storage.reader.get('SELECT outcome FROM entry_answer WHERE seq = 1')).toEqual({ outcome: 'duplicate' });
  });

  it.each(['lost', 'half-reply', 'login-page', 'server-error'] as const)(
    'a line that gives a %s loses nothing and needs nobody',
    async (fault) => {
      const { pc, line } = await behindProxy();
      line.plan(hubPaths.push, fault, fault);
      line.plan(hubPaths.pull, fault);
      const { applicationId } = pc.submit(test.nextVehicle());
      await pc.sent();
      await waitFor(() => expect(pc.sync.status()).toMatchObject({ state: 'up', reason: null }));
      expect(await atHub('SELECT id FROM application WHERE id = $1::uuid', applicationId)).toHaveLength(1);
    },
  );

  it('after an outage the first batch leaves by itself, because a probe sees the line come back', async () => {
    const { pc, line } = await behindProxy();
    line.setDown(true);
    pc.submit(test.nextVehicle());
    await waitFor(() => expect(pc.sync.status()).toMatchObject({ state: 'down', reason: 'line-down' }));
    await waitFor(() => expect(line.seen.filter((path) => path === hubPaths.health).length).toBeGreaterThan(1));
    line.setDown(false);
    await pc.sent();
    expect(line.seen.filter((path) => path === hubPaths.push).length).toBeLessThan(4);
  });

  it('a line cut for practice touches no network, says so, and sends when it is restored', async () => {
    const { pc, line } = await behindProxy();
    await waitFor(() => expect(pc.sync.status().state).toBe('up'));
    pc.sync.cutLine(true);
    await waitFor(() => expect(line.seen.at(-1)).toBeDefined());
    const before = line.seen.length;
    pc.submit(test.nextVehicle());
    await expect(pc.hub.lookUp({ plate: 'KMFP324B', chassis: null })).rejects.toMatchObject({ refusal: { code: 'hub.unreachable' } });
    pc.sync.tryNow();
    expect(pc.sync.status()).toMatchObject({ state: 'cut', reason: 'line-cut' });
    expect(pc.queue()).toMatchObject([{ state: 'waiting', reason: { code: 'line-cut' }, nextTryAt: null }]);
    expect(line.seen.length).toBe(before);
    pc.sync.cutLine(false);
    await pc.sent();
  });

  it('a program that dies between sending and hearing sends again, and the hub has it once', async () => {
    const { pc, line } = await behindProxy();
    line.plan(hubPaths.push, 'no-reply');
    const { applicationId } = pc.submit(test.nextVehicle());
    await waitFor(() => expect(line.seen).toContain(hubPaths.push));
    await pc.restart();
    await pc.sent();
    expect(await atHub('SELECT id FROM application WHERE id = $1::uuid', applicationId)).toHaveLength(1);
  });

  it('an approval comes back as a ready application with its logbook, and every entry of the office stands at the hub in one chain', async () => {
    const pc = await pcAt('KSM01');
    const vehicle = test.nextVehicle();
    const { applicationId } = pc.submit(vehicle);
    await waitFor(() => expect(stateOf(pc, applicationId)).toBe('in-review'));
    expect(await nairobi.act(decideAct(nairobi, applicationId, 'approved'))).toMatchObject({ outcome: 'applied' });
    pc.sync.tryNow();
    await waitFor(() => expect(stateOf(pc, applicationId)).toBe('ready'));
    await pc.sent();
    expect(findVehicle(pc.storage.reader, vehicle.plate)).toMatchObject({ previousOwners: vehicle.previousOwners + 1 });
    expect(pc.storage.reader.get('SELECT collection_office AS office FROM logbook WHERE application_id = ?', applicationId)).toEqual({
      office: 'KSM01',
    });
    expect(history(pc, applicationId)).toContainEqual(['hub.application', 'ready']);
    const verified = verifyJournal(pc.storage.reader, pc.office.deviceId);
    expect(verified.faults).toEqual([]);
    expect(await atHub('SELECT head_seq::int AS seq, head_hash AS hash FROM device WHERE id = $1::uuid', pc.office.deviceId)).toEqual([
      { seq: verified.headSeq, hash: verified.headHash },
    ]);
  });

  it('a submission that the hub refuses goes back to the clerk with its reason, and the unrelated go on', async () => {
    const pc = await pcAt('NYR01');
    const refused = pc.submit(test.nextVehicle(), { payment: { amountCents: 1 } });
    const good = pc.submit(test.nextVehicle());
    await pc.sent();
    expect(stateOf(pc, good.applicationId)).toBe('in-review');
    expect(findApplication(pc.storage.reader, refused.applicationId)).toMatchObject({
      state: 'returned',
      decision: { outcome: 'returned', by: 'Hub', reasons: ['payment.amount-differs'] },
    });
    const facts = { code: 'payment.amount-differs', paidCents: 1 };
    expect(pc.queue()).toMatchObject([{ applicationId: refused.applicationId, state: 'refused', reason: { code: 'refused', facts } }]);
    pc.act({
      kind: 'applications.cancel',
      subject: `application:${refused.applicationId}`,
      payload: { applicationId: refused.applicationId, reference: refused.reference, reason: 'The customer left' },
    });
    await pc.sent();
    expect(pc.queue()).toEqual([]);
  });

  it('of two offices that sell one vehicle the second gets a conflict that names the first', async () => {
    const pc = await pcAt('NYR01');
    const vehicle = test.nextVehicle();
    pc.sync.cutLine(true);
    const mine = pc.submit(vehicle);
    expect(await kisumu.act(submitAct(submissionOf(kisumu, vehicle, test.now())))).toMatchObject({ outcome: 'applied' });
    pc.sync.cutLine(false);
    await pc.sent();
    expect(findApplication(pc.storage.reader, mine.applicationId)).toMatchObject({
      state: 'conflict',
      decision: { outcome: 'conflict', by: 'Clerk KSM01', office: 'KSM01' },
    });
    expect(pc.queue()).toMatchObject([{ state: 'conflict', reason: { code: 'conflict', facts: { who: 'Clerk KSM01', office: 'KSM01' } } }]);
  });

  it('an answer that comes late moves nothing that has moved on', async () => {
    const { pc, line } = await behindProxy();
    line.plan(hubPaths.push, 'no-reply');
    const { applicationId } = pc.submit(test.nextVehicle());
    await waitFor(() => expect(pc.queue()).toMatchObject([{ state: 'retrying' }]));
    pc.storage.transact((db) => updateApplication(db, applicationId, { state: 'cancelled', at: test.now() }));
    pc.sync.tryNow();
    await pc.sent();
    await waitFor(() => expect(pc.storage.reader.get(`SELECT pull_cursor <> ? AS moved FROM sync_state`, seeded)).toEqual({ moved: 1 }));
    expect(stateOf(pc, applicationId)).toBe('cancelled');
  });

  it('an entry that the hub cannot read goes as its hash, stays in the queue, and holds up no other', async () => {
    const pc = await pcAt('NYR01');
    pc.sync.cutLine(true);
    pc.act({ kind: 'settings.change', subject: 'office:NYR01', payload: { n: 1 } });
    const entryId = pc.act({ kind: 'settings.change', subject: 'office:NYR01', payload: { text: 'x'.repeat(600_000) } });
    const { applicationId } = pc.submit(test.nextVehicle());
    pc.sync.cutLine(false);
    await pc.sent();
    expect(stateOf(pc, applicationId)).toBe('in-review');
    expect(pc.queue()).toMatchObject([{ entryId, state: 'set-aside', reason: { code: 'set-aside', facts: { code: 'request.invalid' } } }]);
  });

  it('a page of changes and its cursor are kept together or not at all', async () => {
    const pc = await pcAt('NYR01');
    await waitFor(() => expect(pc.sync.status().state).toBe('up'));
    const vehicle = test.nextVehicle();
    pc.storage.transact((db) => db.run(`CREATE TRIGGER no_cursor BEFORE UPDATE ON sync_state BEGIN SELECT RAISE(ABORT, 'disk'); END`));
    const before = pc.storage.reader.get('SELECT pull_cursor AS cursor FROM sync_state');
    const submission = submissionOf(kisumu, vehicle, test.now());
    await kisumu.act(submitAct(submission));
    await nairobi.act(decideAct(nairobi, submission.applicationId, 'approved'));
    pc.sync.tryNow();
    await waitFor(() => expect(pc.log).toContainEqual(expect.objectContaining({ event: 'sync.fault' })));
    expect(findVehicle(pc.storage.reader, vehicle.plate)).toBeUndefined();
    expect(pc.storage.reader.get('SELECT pull_cursor AS cursor FROM sync_state')).toEqual(before);
    pc.storage.transact((db) => db.run('DROP TRIGGER no_cursor'));
    await waitFor(() =>
      expect(findVehicle(pc.storage.reader, vehicle.plate)).toMatchObject({ previousOwners: vehicle.previousOwners + 1 }),
    );
  });

  it('a fact that the hub has not changed is as fresh as the last time it had nothing more to tell', async () => {
    const pc = await openOfficePc({ test, officeCode: 'NYR01' });
    const heardAll = () => pc.storage.reader.get<{ at: string | null }>('SELECT heard_all_at AS at FROM sync_state')?.at ?? '';
    await waitFor(() => expect(heardAll()).not.toBe(''));
    const { plate, source } = test.nextVehicle();
    expect(source.asOf < heardAll()).toBe(true);
    expect(findVehicle(pc.storage.reader, plate)?.source.asOf).toBe(heardAll());
  });

  it('a change of a kind that this version does not know is kept, and stops nothing', async () => {
    const pc = await pcAt('NYR01');
    await atHub(`INSERT INTO change (audience, kind, key, body) VALUES ('office:NYR01', 'lease', 'L-1', '{"until":"later"}'),
      ('office:NYR01', 'vehicle', 'KXX000A', '{"plate":"KXX000A"}')`);
    pc.sync.tryNow();
    await waitFor(() =>
      expect(pc.storage.reader.all('SELECT kind, key, body FROM deferred_change')).toEqual([
        { kind: 'lease', key: 'L-1', body: '{"until":"later"}' },
        { kind: 'vehicle', key: 'KXX000A', body: '{"plate":"KXX000A"}' },
      ]),
    );
  });

  it('scans follow their row, one that is lost here stops no other, and an office gets back what it sent', async () => {
    const { pc, line } = await behindProxy();
    const bytes = Buffer.from('%PDF-1.7 made up');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    line.plan(hubPaths.scans, 'no-reply');
    line.plan(uploadPath({ sha256, bytes: bytes.length }), 'no-reply');
    pc.scans.set(sha256, bytes);
    const { applicationId } = pc.submit(test.nextVehicle());
    const scan = { kind: 'logbook', fileName: 'logbook.pdf', bytes: bytes.length, pages: 1, attachedAt: test.now() } as const;
    pc.storage.transact((db) => {
      insertScan(db, applicationId, { ...scan, id: crypto.randomUUID(), sha256: 'f'.repeat(64) });
      insertScan(db, applicationId, { ...scan, id: crypto.randomUUID(), sha256 });
    });
    await waitFor(() => expect(pc.storage.reader.all('SELECT sha256 FROM scan_at_hub')).toEqual([{ sha256 }]));
    expect(line.seen.indexOf(hubPaths.push)).toBeLessThan(line.seen.findIndex((path) => path.startsWith(hubPaths.scans)));
    expect(await pc.hub.getScan(sha256)).toEqual(bytes);
    await expect(pc.hub.getScan('e'.repeat(64))).rejects.toMatchObject({ refusal: { code: 'scan.lost' } });
  });

  it('a PC that the hub has shut out stops, says so, and keeps its queue', async () => {
    const { pc, line } = await behindProxy();
    await waitFor(() => expect(pc.sync.status().state).toBe('up'));
    await atHub('UPDATE device SET revoked_at = now() WHERE id = $1::uuid', pc.office.deviceId);
    pc.submit(test.nextVehicle());
    await waitFor(() => expect(pc.sync.status()).toMatchObject({ reason: 'device.revoked' }));
    expect(pc.queue()).toMatchObject([{ reason: { code: 'device.revoked' }, nextTryAt: null }]);
    await atHub('UPDATE device SET revoked_at = NULL WHERE id = $1::uuid', pc.office.deviceId);
    const before = line.seen.length;
    pc.submit(test.nextVehicle());
    expect(line.seen.length).toBe(before);
    pc.sync.tryNow();
    await pc.sent();
  });

  it('the whole seeded register arrives, page by page', async () => {
    const pc = await openOfficePc({ test, officeCode: 'NYR01' });
    await waitFor(() => expect(pc.storage.reader.get('SELECT count(*) AS vehicles FROM vehicle')).toEqual({ vehicles: 5000 }));
    await waitFor(() =>
      expect(pc.storage.reader.get<{ people: number }>('SELECT count(*) AS people FROM person')?.people).toBeGreaterThan(1999),
    );
  });
});
