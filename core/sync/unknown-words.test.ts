import { describe, expect, it } from 'vitest';
import type { Change, EntryAnswer } from '#shared/protocol/messages.ts';
import { hubTime } from '#tests/support/scripted-hub.ts';
import { findVehicle } from '../vehicles/store.ts';
import { pushReply } from './push-reply.ts';
import { eventually, openPc, vehicles } from '#tests/support/sync-pc.ts';

describe('words that this version does not know', () => {
  it('are kept and applied once it does, in the order in which they came, unless something newer was said since', async () => {
    const pc = await openPc();
    const [first, second] = vehicles(2);
    const kept = (change: Change | undefined, colour: string) => ({ ...change, body: { ...(change?.body as object), colour } });
    pc.storage.transact((db) => {
      for (const { kind, key, body } of [kept(first, 'red'), kept(first, 'blue'), kept(second, 'old')] as Change[])
        db.run('INSERT INTO deferred_change (kind, key, body, received_at) VALUES (?, ?, ?, ?)', kind, key, JSON.stringify(body), hubTime);
      db.run(`INSERT INTO deferred_change (kind, key, body, received_at) VALUES ('lease', 'L-1', '{}', ?)`, hubTime);
      db.run('UPDATE deferred_change SET outdated_at = ? WHERE key = ?', hubTime, second?.key ?? '');
    });
    pc.start();
    expect(findVehicle(pc.storage.reader, first?.key ?? '')).toMatchObject({ colour: 'blue' });
    expect(findVehicle(pc.storage.reader, second?.key ?? '')).toBeUndefined();
    expect(pc.storage.reader.all('SELECT key FROM deferred_change WHERE outdated_at IS NULL')).toEqual([{ key: 'L-1' }]);
    expect(pc.standing()).toMatchObject({ deferredChanges: 1 });
  });

  it('in one answer spoil no other, and its entry waits', async () => {
    const pc = await openPc();
    const ids = [pc.write(), pc.write()];
    const read = pushReply.parse({
      answers: [
        { entryId: ids[0], outcome: 'parked', until: 'later' },
        { entryId: ids[1], outcome: 'applied', hubReceipt: 'r', note: 'of tomorrow' },
      ],
      countersign: { of: 'tomorrow' },
      head: { epoch: 1, seq: 2, hash: '0'.repeat(64) },
      hubTime,
    });
    expect(read.countersign).toBeNull();
    pc.hub.says.answer = ({ entryId }) => read.answers.find((answer) => answer.entryId === entryId) as EntryAnswer;
    pc.start();
    await eventually(() => expect(pc.outcomes()).toEqual([[2, 'applied']]));
    expect(pc.queue()).toMatchObject([
      { entryId: ids[0], state: 'waiting-for', reason: { code: 'answer-unknown', facts: { outcome: 'parked' } } },
    ]);
  });
});
