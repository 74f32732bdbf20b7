import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Change } from '#shared/protocol/messages.ts';
import { appliedAnswer, hubTime } from '#tests/support/scripted-hub.ts';
import { findHead } from '../journal/journal.ts';
import { deviceState } from '../office/device-state.ts';
import { eventually, openPc, refused, type SyncPc } from '#tests/support/sync-pc.ts';

describe('a PC that is to stop', () => {
  const word = (pc: SyncPc, deviceId = pc.identity().deviceId): Change => ({
    kind: 'device',
    key: deviceId,
    body: { deviceId, state: 'retiring', at: hubTime, reason: 'Old' },
  });

  it('sends what it has, says goodbye once with the end of its journal, and has left', async () => {
    const pc = await openPc();
    pc.hub.says.changes = [word(pc)];
    pc.hub.says.push = () => ({ kind: 'refusal', status: 503, code: 'hub.busy', facts: {}, retryAfterMs: null });
    pc.write();
    pc.start();
    await eventually(() => expect(deviceState(pc.storage.reader)).toMatchObject({ state: 'retiring', by: 'hub', reason: 'Old' }));
    expect(pc.hub.left).toEqual([]);
    pc.hub.says.push = undefined;
    await eventually(() => expect(deviceState(pc.storage.reader).state).toBe('left'));
    expect(pc.hub.left).toEqual([`1:${findHead(pc.storage.reader)?.seq}`]);
    expect(pc.sync().status().reason).toBe('device.left');
  });

  it('is not its neighbour in the same office', async () => {
    const pc = await openPc();
    pc.hub.says.changes = [word(pc, randomUUID())];
    pc.start();
    await eventually(() => expect(pc.storage.reader.get('SELECT pull_cursor AS at FROM sync_state')).toEqual({ at: '0:1' }));
    expect(deviceState(pc.storage.reader).state).toBe('working');
  });

  it('may not leave for another office while something lies here, and is told what', async () => {
    const pc = await openPc();
    pc.hub.says.answer = refused('act.wrong-state');
    const entryId = pc.write('applications.cancel', 'application:1');
    pc.start();
    await eventually(() => expect(pc.queue()).toMatchObject([{ state: 'refused' }]));
    const leave = () => pc.act('leave', { reason: 'To Kisumu' });
    expect(leave).toThrow('queue.not-empty');
    pc.hub.says.answer = appliedAnswer;
    pc.act('discard', { entryId, reason: 'Never mind' });
    await eventually(() => expect(pc.outcomes()).toHaveLength(2));
    leave();
    await eventually(() => expect(deviceState(pc.storage.reader)).toMatchObject({ state: 'left', by: 'office', reason: 'To Kisumu' }));
  });

  it('that the hub has shut out is locked at once, and is at work again as soon as the hub answers it', async () => {
    const pc = await openPc();
    pc.hub.says.pull = { kind: 'refusal', status: 401, code: 'device.revoked', facts: {}, retryAfterMs: null };
    pc.start();
    await eventually(() => expect(deviceState(pc.storage.reader).state).toBe('revoked'));
    await pc.stop();
    pc.hub.says.pull = undefined;
    pc.start();
    await eventually(() => expect(deviceState(pc.storage.reader).state).toBe('working'));
  });
});
