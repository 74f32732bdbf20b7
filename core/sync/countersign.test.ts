import { describe, expect, it } from 'vitest';
import { hubTime } from '#tests/support/scripted-hub.ts';
import { eventually, openPc } from '#tests/support/sync-pc.ts';

describe('the hub’s signature under what it took', () => {
  it('is kept where it is the pinned hub’s, newest only', async () => {
    const pc = await openPc();
    pc.start();
    pc.write();
    await eventually(() => expect(pc.standing()).toMatchObject({ proof: { seq: 1, signedAt: hubTime }, alarms: [] }));
    pc.write();
    await eventually(() => expect(pc.standing()).toMatchObject({ proof: { seq: 2 } }));
    expect(pc.storage.reader.all('SELECT seq FROM countersign')).toHaveLength(1);
  });

  it.each([
    ['forged', 'countersign-wrong'],
    ['of-another-row', 'countersign-wrong'],
    ['none', 'countersign-missing'],
  ] as const)('that is %s raises an alarm and is not kept, and its answers are answers', async (how, code) => {
    const pc = await openPc();
    pc.hub.says.countersign = how;
    pc.start();
    pc.write();
    await eventually(() => expect(pc.outcomes()).toEqual([[1, 'applied']]));
    expect(pc.standing()).toMatchObject({ proof: null, alarms: [{ code, times: 1 }] });
  });
});
