import { describe, expect, it } from 'vitest';
import { verifyJournal } from '../journal/verify.ts';
import { eventually, openPc } from '#tests/support/sync-pc.ts';

describe('a file that was set back', () => {
  it('goes on under the next letter from the hub’s last row, keeps what stands on its branch for a supervisor, and sends the rest', async () => {
    const pc = await openPc();
    const answered = pc.write();
    pc.start();
    await eventually(() => expect(pc.outcomes()).toEqual([[1, 'applied']]));
    await pc.stop();
    const lost = pc.write('applications.cancel', 'application:1');
    const theirs = { epoch: 1, seq: 7, hash: 'cd'.repeat(32) };
    pc.hub.says.head = theirs;
    pc.hub.says.push = ([first]) => {
      if (first?.epoch !== 1) return undefined;
      return { kind: 'refusal', status: 409, code: 'chain.fork', facts: { seq: first.seq }, retryAfterMs: null };
    };
    pc.start();
    await eventually(() =>
      expect(pc.outcomes()).toEqual([
        [1, 'applied'],
        [8, 'applied'],
      ]),
    );
    expect(pc.standing()).toMatchObject({ epoch: { epoch: 2, seriesLetter: 'B', why: 'set-back' } });
    expect(pc.hub.pushed.at(-1)).toMatchObject([{ seq: 8, epoch: 2, kind: 'devices.openEpoch', previousHash: theirs.hash }]);
    expect(pc.queue()).toMatchObject([{ entryId: lost, state: 'set-aside', reason: { code: 'forked', facts: { code: 'chain.fork' } } }]);
    expect(verifyJournal(pc.storage.reader, pc.identity().deviceId).faults).toEqual([]);
    expect(answered).not.toBe(lost);

    pc.act('offerAgain', { entryId: lost });
    await eventually(() => expect(pc.outcomes().map(([seq]) => seq)).toEqual([1, 8, 9, 10]));
    expect(pc.hub.pushed.flat().filter(({ epoch, kind }) => epoch === 2 && kind === 'applications.cancel')).toMatchObject([
      { actor: { name: 'Wanjiru' }, payload: '{"n":1}' },
    ]);
    expect(pc.queue()).toEqual([]);
  });

  it('begins one new epoch only; where the hub then has a newer one, another copy is at work, and nothing is sent until a person looks', async () => {
    const pc = await openPc();
    pc.write();
    pc.hub.says.push = () => ({ kind: 'refusal', status: 409, code: 'chain.epoch', facts: {}, retryAfterMs: null });
    pc.hub.says.head = { epoch: 2, seq: 7, hash: 'cd'.repeat(32) };
    pc.start();
    await eventually(() => expect(pc.identity().epoch).toBe(3));
    pc.hub.says.head = { epoch: 4, seq: 9, hash: 'ef'.repeat(32) };
    await eventually(() => {
      pc.sync().wake();
      expect(pc.sync().status().reason === 'twin' || pc.identity().epoch > 3).toBe(true);
    });
    expect([pc.identity().epoch, pc.standing()]).toMatchObject([3, { alarms: [{ code: 'twin' }] }]);
  });
});
