import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleChild, type BundledChild } from '#tests/support/bundle-child.ts';
import { removeOffice } from '#tests/support/made-office.ts';
import { noStrace, watchCalls } from '#tests/support/strace.ts';
import { startTalkingChild } from '#tests/support/talking-child.ts';
import { trials } from '#tests/support/tier.ts';
import { copyOfOffice, faultsInOffice, makeFlowBase } from './flow-base.ts';
import type { FlowOptions, Said } from './flow.ts';
import { flowNames, openFlow, type FlowName } from './flows.ts';

/** Every call by which anything reaches the disk, or gets another name there. */
const writes = 'pwrite64,write,fdatasync,fsync,ftruncate,rename,unlink';
/** Points of each flow on each commit; at night every one. */
const sampled = 6;
const seed = Number(process.env['KAUNTA_SEED'] ?? Date.now() % 2 ** 31);

/** Points at which the child was killed, and not over already. */
let deaths = 0;
let base: FlowOptions;
let child: BundledChild;
let planted: BundledChild;
beforeAll(async () => {
  base = await makeFlowBase();
  child = await bundleChild('tests/durability/flows-child.ts');
  planted = await bundleChild('tests/durability/flows-child.ts', {
    instead: { 'core/payments/take-payment.ts': 'tests/durability/planted-take-payment.child.ts' },
  });
});
afterAll(() => Promise.all([child.remove(), planted.remove(), removeOffice(base.dataDir)]));

/** The n-th call of that name; strace counts each name by itself. */
interface Point {
  readonly call: string;
  readonly n: number;
}

interface Death {
  readonly flow: FlowName;
  readonly at: Point;
  readonly file: string;
}

/** Lets a child do one act and end, and kills it at its n-th write. Says what it acknowledged, and whether it lived to the end. */
async function dieAtWrite({ flow, at, file }: Death, { dataDir, clerkId }: FlowOptions): Promise<{ done: string[]; calls: string }> {
  const running = startTalkingChild({ file, args: [flow, dataDir, clerkId] });
  await running.heard();
  const watch = await watchCalls(running.pid, ['-e', `trace=${writes}`, '-e', `inject=${at.call}:signal=KILL:when=${at.n}`]);
  running.tell('0');
  const line = await running.heard();
  await running.close();
  const said = line === undefined ? undefined : (JSON.parse(line) as Said);
  const calls = await watch.stop();
  if (calls.includes('killed by SIGKILL')) deaths += 1;
  return { done: said?.done === undefined ? [] : [said.done], calls };
}

/** After such a death: the file as it stands, then the same act once more by a new program, then the file again. */
async function faultsOfDeath(death: Death): Promise<string[]> {
  const options = await copyOfOffice(base);
  const { done } = await dieAtWrite(death, options);
  const course = { flow: death.flow, done, begun: 1 };
  const found = await faultsInOffice(options.dataDir, course);
  if (found.length > 0) return found;
  const again = await openFlow(death.flow, options);
  const repeated = await again.attempt(0);
  await again.close();
  const changed = done.filter((one) => one !== repeated).map((one) => `${one} was acknowledged, and then ${repeated}`);
  return [...changed, ...(await faultsInOffice(options.dataDir, { ...course, done: [repeated] }))];
}

/** Goes through the points, two at a time. */
async function faultsAtPoints(flow: FlowName, file: string, points: readonly Point[]): Promise<string[]> {
  const faults: string[] = [];
  const left = [...points];
  deaths = 0;
  const lane = async () => {
    for (let at = left.shift(); at !== undefined; at = left.shift()) {
      const { call, n } = at;
      const found = await faultsOfDeath({ flow, at, file });
      faults.push(...found.map((fault) => `seed ${seed}, ${call} ${n}: ${fault}`));
    }
  };
  await Promise.all([lane(), lane()]);
  return faults;
}

/** Every write of a flow that nobody kills. A slow life may last until a backup is due, which the others do not reach: the shorter counts. */
async function pointsOf(flow: FlowName): Promise<Point[]> {
  const [one, other] = [await writesOfLife(flow), await writesOfLife(flow)];
  return one.length < other.length ? one : other;
}

async function writesOfLife(flow: FlowName): Promise<Point[]> {
  const { calls } = await dieAtWrite({ flow, at: { call: 'unlink', n: 65_535 }, file: child.file }, await copyOfOffice(base));
  const seen = new Map<string, number>();
  return calls.split('\n').flatMap((line) => {
    const call = /^(\w+)\(/u.exec(line)?.[1];
    // The first run also stores what Node compiled.
    if (call === undefined || line.includes('.kaunta-child')) return [];
    const n = (seen.get(call) ?? 0) + 1;
    seen.set(call, n);
    return [{ call, n }];
  });
}

describe.skipIf(noStrace)(`the n-th write is the last${noStrace ? ` (skipped: ${noStrace})` : ''}`, () => {
  it.each(flowNames)(
    '%s: killed at any write, it is whole or not there, and done once when repeated',
    { timeout: 3_600_000 },
    async (flow) => {
      const every = await pointsOf(flow);
      const [sample = []] = fc.sample(fc.shuffledSubarray(every, { minLength: sampled, maxLength: sampled }), { numRuns: 1, seed });
      const points = trials(0, 1) === 1 ? every : sample;
      const startedAt = Date.now();
      const faults = await faultsAtPoints(flow, child.file, points);
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      console.log(`${flow}: killed at ${deaths} of ${every.length} writes, ${seconds} s, seed ${seed}`);
      expect(faults).toEqual([]);
      // The line's own writes fall where they like, so that the last writes of one run may never come in another; of few
      // points they may be half.
      expect(deaths).toBeGreaterThanOrEqual(points.length * trials(0.5, 0.7));
    },
  );

  it('finds the bug of a number that is committed before the rest of its act', async () => {
    const flow = 'take a payment with its receipt';
    const points = Array.from({ length: 10 }, (_, index) => ({ call: 'pwrite64', n: 6 * (index + 1) }));
    expect((await faultsAtPoints(flow, planted.file, points)).join('\n')).toMatch(/gap/u);
  });
});
