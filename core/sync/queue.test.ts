import { describe, expect, it } from 'vitest';
import { appliedAnswer, hubTime } from '#tests/support/scripted-hub.ts';
import { noteTries } from './store.ts';
import { clerk, eventually, openPc, refused } from '#tests/support/sync-pc.ts';

describe('what a supervisor takes off the list', () => {
  it('leaves it alone, stays in the journal, and nothing else of its subject leaves with it', async () => {
    const pc = await openPc();
    pc.hub.says.answer = (entry) => (entry.kind === 'applications.cancel' ? refused('act.wrong-state')(entry) : appliedAnswer(entry));
    const [one, two] = [pc.write('applications.cancel', 'application:1'), pc.write('applications.cancel', 'application:2')];
    pc.start();
    await eventually(() => expect(pc.queue()).toMatchObject([{ state: 'refused' }, { state: 'refused' }]));
    const own = () => pc.act('discard', { entryId: one, reason: 'A reason' }, clerk);
    expect(own).toThrow('queue.own-act');
    expect(pc.act('discard', { entryId: one, reason: 'A reason' })).toMatchObject({
      subject: 'application:1',
      payload: { entryId: one, kind: 'applications.cancel', reason: 'A reason' },
    });
    expect(pc.queue().map(({ entryId }) => entryId)).toContain(two);
    expect(pc.queue().map(({ entryId }) => entryId)).not.toContain(one);
    expect(() => pc.act('discard', { entryId: one, reason: 'Once more' })).toThrow('act.not-found');
    expect(() => pc.act('offerAgain', { entryId: two })).toThrow('queue.cannot-offer');
  });

  it('does not settle another refusal of the same case', async () => {
    const pc = await openPc();
    pc.hub.says.answer = (entry) => (entry.kind === 'applications.cancel' ? refused('act.wrong-state')(entry) : appliedAnswer(entry));
    const aside = pc.write('applications.confirm', 'application:1');
    const open = pc.write('applications.cancel', 'application:1');
    pc.storage.transact((db) => noteTries(db, [1], { reason: { code: 'set-aside', facts: {} }, at: hubTime }));
    pc.start();
    await eventually(() => expect(pc.queue()).toMatchObject([{ state: 'set-aside' }, { state: 'refused' }]));
    pc.act('discard', { entryId: aside, reason: 'A reason' });
    await eventually(() => expect(pc.queue()).toMatchObject([{ entryId: open, state: 'refused' }]));
    await eventually(() => expect(pc.outcomes()).toHaveLength(2));
    expect(pc.queue()).toHaveLength(1);
  });
});

describe('what was sent', () => {
  it('is counted by entry, every try', async () => {
    const pc = await openPc();
    pc.write();
    let tries = 0;
    pc.hub.says.push = () =>
      (tries += 1) < 3 ? { kind: 'refusal', status: 500, code: 'hub.fault', facts: {}, retryAfterMs: null } : undefined;
    pc.start();
    await eventually(() => expect(pc.outcomes()).toHaveLength(1));
    expect(pc.storage.reader.get('SELECT sent FROM entry_bytes WHERE seq = 1')).toEqual({ sent: 300 });
  });
});
