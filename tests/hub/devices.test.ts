import { createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealContexts } from '#shared/protocol/seal.ts';
import { hubPaths } from '#shared/protocol/request.ts';
import { sealFor } from '#core/crypto/seal.ts';
import { postEnrol, type DeviceDouble } from '../support/device.ts';
import { databaseKinds, isHere, openTestHub, skipNote, type DatabaseKind, type TestHub } from '../support/hub.ts';
import { submissionOf, submitAct } from '../support/submission.ts';

for (const kind of databaseKinds) {
  describe.skipIf(!isHere(kind))(`the life of a device over ${kind}${skipNote(kind)}`, () => {
    behaviour(kind);
  });
}

const protocol = 1;
const nameOf = ({ answer }: DeviceDouble) => `${answer.office.code}/${answer.deviceNo}`;

function behaviour(kind: DatabaseKind): void {
  let test: TestHub;
  beforeAll(async () => {
    test = await openTestHub(kind);
  });
  afterAll(() => test?.close());

  const note = (device: DeviceDouble) => device.write({ kind: 'note.write', payload: 'a note' });
  const pull = (device: DeviceDouble) => device.post(hubPaths.pull, { protocol, after: '0:0', limit: 1 });
  const headOf = async (device: DeviceDouble) => (await pull(device)).json.head;
  const leave = async (device: DeviceDouble, head: unknown) =>
    device.post(hubPaths.leave, { protocol, head, reason: 'Moves to another office' });
  const wordsOn = async (device: DeviceDouble) =>
    (await device.pullAll()).changes.filter((change) => change.kind === 'device' && change.key === device.answer.deviceId);

  it('told to retire it is told so, sends what it has, leaves, and is answered no more', async () => {
    const device = await test.device('KSM01');
    await test.hub.operate({ name: 'retire', device: nameOf(device), reason: 'Replaced by a new PC' });
    expect(await wordsOn(device)).toMatchObject([{ body: { state: 'retiring', reason: 'Replaced by a new PC' } }]);
    expect((await device.push([note(device)])).status).toBe(200);
    expect((await leave(device, await headOf(device))).status).toBe(200);
    for (const reply of [
      await pull(device),
      await device.push([note(device)]),
      await leave(device, { epoch: 1, seq: 1, hash: '0'.repeat(64) }),
    ]) {
      expect([reply.status, reply.json]).toEqual([401, { code: 'device.left', facts: {} }]);
    }
  });

  it('revoked it is answered no more from that moment, and the other PCs of its office hear of it', async () => {
    const [lost, other] = [await test.device('KSM01'), await test.device('KSM01')];
    await test.hub.operate({ name: 'revoke', device: nameOf(lost), reason: 'Stolen' });
    expect((await lost.push([note(lost)])).json).toEqual({ code: 'device.revoked', facts: {} });
    const { changes } = await other.pullAll();
    expect(changes.find(({ kind, key }) => kind === 'device' && key === lost.answer.deviceId)).toMatchObject({
      kind: 'device',
      body: { state: 'revoked', reason: 'Stolen' },
    });
    await expect(test.hub.operate({ name: 'retire', device: nameOf(lost), reason: 'Too late' })).rejects.toThrow('is revoked');
  });

  it('does not leave while the hub lacks an entry of its, has another one, or has not answered one', async () => {
    const device = await test.device('KSM01');
    await device.push([note(device)]);
    const unsent = note(device);
    const gap = await leave(device, { epoch: 1, seq: 2, hash: unsent.hash });
    expect([gap.status, gap.json]).toEqual([409, { code: 'chain.gap', facts: { seq: 2, expected: 2 } }]);
    expect((await leave(device, { epoch: 1, seq: 1, hash: unsent.hash })).json.code).toBe('chain.fork');
    const submission = submissionOf(device, test.nextVehicle(), test.now());
    const breakIt = `ALTER TABLE application ADD CONSTRAINT broken CHECK (reference <> '${submission.reference}')`;
    await test.database.transaction((sql) => sql.script(breakIt));
    const entries = [unsent, device.write(submitAct(submission))];
    await device.push(entries);
    expect((await leave(device, await headOf(device))).json).toEqual({ code: 'chain.gap', facts: { seq: 3, expected: 3 } });
    await test.database.transaction((sql) => sql.script('ALTER TABLE application DROP CONSTRAINT broken'));
    await device.push(entries);
    expect((await leave(device, await headOf(device))).status).toBe(200);
  });

  it('never enrols again with its old key, once it has left', async () => {
    const device = await test.device('KSM01');
    expect((await leave(device, await headOf(device))).status).toBe(200);
    const code = await test.hub.enrolCode('NYR01');
    expect((await postEnrol(test.hub.url, code, createPublicKey(device.privateKey))).status).toBe(400);
  });

  it('is listed with its state and where its journal ends', async () => {
    const device = await test.device('ELD01');
    await device.push([note(device), note(device)]);
    device.setBack(1);
    await device.push([device.openEpoch('restored')]);
    await test.hub.operate({ name: 'retire', device: nameOf(device), reason: 'Old' });
    const lines = (await test.hub.operate({ name: 'devices' })).split('\n');
    expect(lines[0]?.split(/ {2,}/u)).toEqual(['name', 'state', 'series', 'epoch', 'head', 'branch', 'enrolled', 'reason']);
    const line = lines.find((one) => one.startsWith(nameOf(device)));
    expect(line?.split(/ {2,}/u)).toEqual([nameOf(device), 'retiring', 'B', '2', '2', '1', test.now(), 'Old']);
  });

  it('leaves its recovery code with the hub, which an operator reads only with a reason that is kept', async () => {
    const device = await test.device('KSM01');
    const sealed = (text: string, context = sealContexts.escrow(device.answer.deviceId)) =>
      sealFor(Buffer.from(device.answer.hubSealKey, 'base64'), context, Buffer.from(text)).toString('base64');
    const escrow = (text: string, context?: string) => device.post(hubPaths.escrow, { protocol, sealed: sealed(text, context) });
    const ask = { name: 'escrow', device: nameOf(device), reason: 'Disk failed, form 12' } as const;
    await expect(test.hub.operate(ask)).rejects.toThrow('has left no recovery code');
    expect((await escrow('first')).status).toBe(200);
    test.moveClock(1_000);
    expect((await escrow('second')).json).toEqual({ hubTime: test.now() });
    expect(await test.hub.operate(ask)).toContain(': second');
    const unreadable = await escrow('third', 'escrow another-device');
    expect([unreadable.status, unreadable.json]).toEqual([400, { code: 'request.invalid', facts: { field: 'sealed' } }]);
    const acts = await test.database.transaction((sql) =>
      sql.query(`SELECT command, reason FROM operator_act WHERE subject = $1`, nameOf(device)),
    );
    expect(acts).toEqual([{ command: 'escrow', reason: 'Disk failed, form 12' }]);
    const kept = await test.database.transaction((sql) =>
      sql.query('SELECT sealed FROM device_escrow WHERE device_id = $1::uuid', device.answer.deviceId),
    );
    expect(kept).toHaveLength(2);
  });

  it('that no office has is named', async () => {
    await expect(test.hub.operate({ name: 'revoke', device: 'KSM01/999', reason: 'None' })).rejects.toThrow('No device KSM01/999');
  });
}
