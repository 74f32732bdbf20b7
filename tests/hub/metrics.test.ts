import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubPaths } from '#shared/protocol/request.ts';
import type { DeviceDouble } from '../support/device.ts';
import { databaseKinds, isHere, openTestHub, skipNote, type DatabaseKind, type TestHub } from '../support/hub.ts';

for (const kind of databaseKinds) {
  describe.skipIf(!isHere(kind))(`the metrics over ${kind}${skipNote(kind)}`, () => {
    behaviour(kind);
  });
}

function behaviour(kind: DatabaseKind): void {
  let test: TestHub;
  let device: DeviceDouble;
  beforeAll(async () => {
    test = await openTestHub(kind, { practice: false, metricsPort: 0 });
    device = await test.device('KSM01');
  });
  afterAll(() => test?.close());

  const metrics = async () => (await fetch(test.hub.metricsUrl ?? '')).text();

  it('count requests, entries and faults, and tell of devices and waiting entries', async () => {
    const entries = [device.write({ kind: 'note.write', payload: 1 })];
    await device.push(entries);
    await device.push(entries);
    device.setBack(0);
    await device.push([device.write({ kind: 'note.write', payload: 'another' })]);
    await device.send({ method: 'GET', path: '/nothing' });
    await test.hub.operate({ name: 'retire', device: 'KSM01/1', reason: 'Old' });
    const text = await metrics();
    for (const line of [
      'kaunta_hub_requests_total{path="/v1/push",status="200"} 2',
      'kaunta_hub_requests_total{path="/v1/push",status="409"} 1',
      'kaunta_hub_requests_total{path="other",status="404"} 1',
      'kaunta_hub_push_entries_total{outcome="applied"} 1',
      'kaunta_hub_push_entries_total{outcome="duplicate"} 1',
      'kaunta_hub_push_seconds_count 3',
      'kaunta_hub_devices{state="retiring"} 1',
      'kaunta_hub_chain_alarms{fault="chain.fork"} 1',
      'kaunta_hub_waiting_entries 0',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(await test.hub.operate({ name: 'alarms' })).toMatch(/KSM01\/1 +1 +1 +chain\.fork/u);
  });

  it('are on a port of their own, and nothing else is there', async () => {
    expect((await device.send({ method: 'GET', path: hubPaths.metrics })).status).toBe(404);
    const origin = new URL(test.hub.metricsUrl ?? '').origin;
    expect((await fetch(`${origin}${hubPaths.health}`)).status).toBe(404);
  });

  it.skipIf(kind === 'pglite')('tell the age of a transaction that changes wait for', async () => {
    await test.database.transaction(async (sql) => {
      await sql.query('SELECT pg_current_xact_id(), pg_sleep(1.1)');
      const seconds = Number(/^kaunta_hub_horizon_seconds (.+)$/mu.exec(await metrics())?.[1]);
      expect(seconds).toBeGreaterThan(1);
    });
  });
}
