import { describe, expect, it } from 'vitest';
import { findVehicle } from '../vehicles/store.ts';
import { eventually, openPc, vehicles, plateOf, type SyncPc, gone } from '#tests/support/sync-pc.ts';

describe('removals beyond measure', () => {
  const openWithRemovals = async (count: number) => {
    const pc = await openPc();
    pc.hub.says.changes = vehicles(100);
    pc.start();
    await eventually(() => expect(findVehicle(pc.storage.reader, plateOf(99))).toBeDefined());
    pc.hub.says.changes = [...pc.hub.says.changes, ...gone(...Array.from({ length: count }, (_, n) => plateOf(n))), ...vehicles(1)];
    pc.pullAgain();
    return pc;
  };
  const known = (pc: SyncPc) => pc.storage.reader.get<{ count: number }>('SELECT count(*) AS count FROM vehicle')?.count;

  it('below a tenth go through unasked', async () => {
    const pc = await openWithRemovals(9);
    await eventually(() => expect(known(pc)).toBe(92));
    expect(pc.guard()).toBeNull();
  });

  it('stand still with their whole page until a supervisor allows them', async () => {
    const pc = await openWithRemovals(10);
    await eventually(() => expect(pc.guard()).toMatchObject({ state: 'asking', kind: 'vehicle', gone: 10, known: 100 }));
    expect([known(pc), pc.sync().status().reason]).toEqual([100, 'pull-held']);
    pc.act('letPull', { decision: 'allow' });
    await eventually(() => expect(known(pc)).toBe(91));
    expect([pc.guard(), pc.sync().status().reason]).toEqual([null, null]);
  });

  it('that somebody said no to stay out, also after a restart', async () => {
    const pc = await openWithRemovals(60);
    await eventually(() => expect(pc.guard()).toMatchObject({ state: 'asking' }));
    pc.act('letPull', { decision: 'keep' });
    expect(pc.guard()).toMatchObject({ state: 'kept', decidedBy: 'Mutiso' });
    await pc.stop();
    pc.start();
    await eventually(() => expect(pc.sync().status().reason).toBe('pull-held'));
    expect([known(pc), pc.guard()]).toMatchObject([100, { state: 'kept' }]);
  });

  it('are counted over all pages of a run', async () => {
    const pc = await openPc();
    pc.hub.says.changes = vehicles(100);
    pc.start();
    await eventually(() => expect(findVehicle(pc.storage.reader, plateOf(99))).toBeDefined());
    const quiet = vehicles(46);
    pc.hub.says.changes = [
      ...pc.hub.says.changes,
      ...gone(...[1, 2, 3, 4].map(plateOf)),
      ...quiet,
      ...gone(...[5, 6, 7, 8, 9, 10].map(plateOf)),
    ];
    pc.pullAgain();
    await eventually(() => expect(pc.guard()).toMatchObject({ gone: 10, known: 100 }));
  });
});
