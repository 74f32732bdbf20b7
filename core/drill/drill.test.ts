import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { trials } from '#tests/support/tier.ts';
import { openDrill, type Drill } from './drill.ts';

const drillWorker = new URL('drill-worker.ts', import.meta.url);

async function drillWith(workerUrl: URL, random = Math.random): Promise<{ readonly drill: Drill; readonly parent: string }> {
  const parent = await mkdtemp(path.join(tmpdir(), 'kaunta-drill-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return { drill: openDrill({ folder: path.join(parent, 'drill'), workerUrl, random }), parent };
}

describe('a power-cut drill', () => {
  const cuts = trials(4, 200);

  it(
    'loses nothing that was acknowledged, leaves no gap and no broken file, and cleans up',
    { timeout: trials(120_000, 900_000) },
    async () => {
      const { drill, parent } = await drillWith(drillWorker);
      const report = await drill.run(cuts);
      expect(report).toMatchObject({ cuts, lost: 0, broken: 0, gaps: 0 });
      expect(report.acknowledged).toBeGreaterThan(0);
      expect(await readdir(parent)).toEqual([]);
    },
  );

  it.each(['OFF', 'NORMAL'])(
    'catches an engine that was set to synchronous = %s',
    { timeout: trials(120_000, 900_000) },
    async (synchronous) => {
      /** The cut falls into the eighth act and takes what was not forced. */
      const random = () => 0.3;
      const { drill } = await drillWith(new URL(`planted-settings.child.ts?synchronous=${synchronous}`, import.meta.url), random);
      expect(await drill.run(1)).toMatchObject({ acknowledged: 7, lost: 7 });
    },
  );

  it('runs once at a time, and ends with the program that runs it', async () => {
    const { drill, parent } = await drillWith(drillWorker);
    const first = drill.run(50).catch((error: unknown) => error);
    await expect(drill.run(1)).rejects.toMatchObject({ refusal: { code: 'drill.running' } });
    await drill.close();
    expect([await first, await readdir(parent)]).toMatchObject([{ refusal: { code: 'drill.ended' } }, []]);
  });

  it('that cannot start its counter says so instead of finding nothing wrong', async () => {
    const { drill } = await drillWith(new URL('no-such-worker.ts', import.meta.url));
    await expect(drill.run(1)).rejects.toThrow('no-such-worker');
  });
});
