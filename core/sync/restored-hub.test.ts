import { describe, expect, it } from 'vitest';
import { appliedAnswer } from '#tests/support/scripted-hub.ts';
import { findVehicle } from '../vehicles/store.ts';
import { eventually, openPc, refused, vehicles, plateOf } from '#tests/support/sync-pc.ts';

describe('a hub that was restored from an older state', () => {
  it('gets again what it has lost, also with nothing new to send, and another answer than before is kept for a person', async () => {
    const pc = await openPc();
    const ids = [pc.write(), pc.write('applications.cancel', 'application:1'), pc.write()];
    pc.start();
    await eventually(() => expect(pc.outcomes()).toHaveLength(3));
    const first = pc.hub.pushed.flat()[0];
    pc.hub.says.head = { epoch: 1, seq: 1, hash: first?.hash ?? '' };
    pc.hub.says.answer = (entry) => (entry.entryId === ids[1] ? refused('act.wrong-state')(entry) : appliedAnswer(entry));
    pc.pullAgain();
    await eventually(() => expect(pc.hub.pushed.at(-1)?.map(({ seq }) => seq)).toEqual([2, 3]));
    await eventually(() => expect(pc.queue()).toMatchObject([{ entryId: ids[1], state: 'conflict', reason: { code: 'answer-differs' } }]));
    expect(pc.queue()[0]?.reason?.facts).toMatchObject({ before: 'applied', now: 'refused', code: 'act.wrong-state' });
    expect(pc.outcomes()).toEqual([
      [1, 'applied'],
      [2, 'applied'],
      [3, 'applied'],
    ]);
    expect(pc.storage.reader.all('SELECT seq FROM entry_again')).toEqual([]);

    pc.act('discard', { entryId: ids[1], reason: 'Looked at with the head office' });
    expect(pc.queue().filter(({ entryId }) => entryId === ids[1])).toEqual([]);
  });

  it('is sent everything from where it says that it expects more', async () => {
    const pc = await openPc();
    for (let n = 0; n < 4; n += 1) pc.write();
    pc.start();
    await eventually(() => expect(pc.outcomes()).toHaveLength(4));
    pc.hub.says.push = (batch) =>
      (batch[0]?.seq ?? 0) > 2
        ? { kind: 'refusal', status: 409, code: 'chain.gap', facts: { expected: 2 }, retryAfterMs: null }
        : undefined;
    pc.write();
    await eventually(() => expect(pc.outcomes()).toHaveLength(5));
    expect(pc.hub.pushed.at(-1)?.map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
  });

  it('counts its changes anew, so that all of them are asked for and applied again', async () => {
    const pc = await openPc();
    pc.hub.says.changes = vehicles(3);
    pc.start();
    await eventually(() => expect(pc.storage.reader.get('SELECT pull_cursor AS at FROM sync_state')).toEqual({ at: '0:3' }));
    pc.storage.transact((db) => db.run('DELETE FROM vehicle'));
    pc.hub.says.feed = 'feed 2';
    pc.pullAgain();
    await eventually(() => expect(findVehicle(pc.storage.reader, plateOf(2))).toBeDefined());
    expect(pc.storage.reader.get('SELECT pull_cursor AS at, feed FROM sync_state')).toEqual({ at: '0:3', feed: 'feed 2' });
  });
});
