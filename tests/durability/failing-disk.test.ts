import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { texts } from '#shared/text/text.ts';
import { bundleChild, type BundledChild } from '#tests/support/bundle-child.ts';
import { removeOffice } from '#tests/support/made-office.ts';
import { noStrace, watchCalls } from '#tests/support/strace.ts';
import { startTalkingChild, type TalkingChild } from '#tests/support/talking-child.ts';
import { trials } from '#tests/support/tier.ts';
import { copyOfOffice, faultsInOffice, makeFlowBase } from './flow-base.ts';
import { notStored } from './answers-flow.ts';
import type { FlowOptions, Said } from './flow.ts';
import type { FlowName } from './flows.ts';

const seed = Number(process.env['KAUNTA_SEED'] ?? Date.now() % 2 ** 31);
/** Writes, and syncs, of each flow that fail on each commit; at night every one does. */
const sampled = 5;
/** No act writes more often. */
const mostCalls = 120;
/** The base office has something to do for so many attempts of each flow. */
const attemptsOfALife = 40;

let base: FlowOptions;
let child: BundledChild;
let deaf: BundledChild;
let hasty: BundledChild;
beforeAll(async () => {
  base = await makeFlowBase();
  const bundle = (instead: Readonly<Record<string, string>>) => bundleChild('tests/durability/flows-child.ts', { instead });
  child = await bundle({});
  deaf = await bundle({ 'core/db/failure.ts': 'tests/durability/planted-failure.child.ts' });
  hasty = await bundle({ 'core/storage.ts': 'tests/durability/planted-storage.child.ts' });
});
afterAll(() => Promise.all([child, deaf, hasty].map((one) => one.remove())).then(() => removeOffice(base.dataDir)));

/** What is said of each: a full disk is named; where SQLite does not say why, as of any failed sync, nothing is guessed at. */
const kinds = [
  { call: 'pwrite64', error: 'EIO', code: 'storage.read-only' },
  { call: 'pwrite64', error: 'ENOSPC', code: 'storage.disk-full' },
  { call: 'fsync', error: 'EIO', code: 'storage.read-only' },
  { call: 'fsync', error: 'ENOSPC', code: 'storage.read-only' },
] as const;

/** A call that fails, once or from then on. */
type Fault = (typeof kinds)[number] & { readonly n: number; readonly lasts: boolean };

function asking(running: TalkingChild): (n: number) => Promise<Said> {
  return async (n) => {
    running.tell(String(n));
    const line = await running.heard();
    if (line === undefined) throw new Error('The program has ended');
    return JSON.parse(line) as Said;
  };
}

interface Outcome {
  readonly faults: readonly string[];
  readonly done: string;
  /** False where the flow was over before the call that was to fail. */
  readonly happened: boolean;
}

interface Attempt {
  readonly flow: FlowName;
  readonly attempt: number;
}

/** Sync is asked by nobody and tries again by itself; of the memory it shares at the start SQLite does not say why it could not be made. */
const alsoSaid: Readonly<Partial<Record<FlowName, readonly string[]>>> = {
  'write down the answers of the hub': [notStored],
  start: ['storage.read-only'],
};

/** One attempt on a failing disk; once the disk is well again the same act must be done, without a restart. */
async function attemptOn({ call, error, code, n, lasts }: Fault, running: TalkingChild, { flow, attempt }: Attempt): Promise<Outcome> {
  const ask = asking(running);
  const watch = await watchCalls(running.pid, ['-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${n}${lasts ? '+' : ''}`]);
  const meanwhile = [await ask(attempt)];
  if (lasts) meanwhile.push(await ask(attempt));
  const calls = await watch.stop();
  const last = meanwhile.at(-1);
  // A screen asks again for what was refused, and for nothing else.
  const after = last?.done === undefined ? await ask(attempt) : last;
  const refusals = meanwhile.filter(({ refused }) => refused !== undefined);
  const rightly: readonly string[] = [code, ...(alsoSaid[flow] ?? [])];
  const wrong = refusals.filter(({ refused, readOnly }) => !rightly.includes(refused ?? '') || !(readOnly || refused === notStored));
  const done = after.done ?? '';
  const changed = meanwhile.filter((one) => one.done !== undefined && one.done !== done);
  return {
    faults: [
      ...wrong.map((one) => `it said ${JSON.stringify(one)}`),
      ...changed.map((one) => `it said ${one.done}, and then ${done}`),
      ...(after.done === undefined || after.readOnly ? [`well again, it said ${JSON.stringify(after)}`] : []),
    ],
    done,
    happened: calls.includes('INJECTED'),
  };
}

interface Trial {
  readonly flow: FlowName;
  readonly file: string;
  readonly faults: readonly Fault[];
}

/** Tries one fault after the other, all in one running program as long as its office has something to do. */
async function faultsOf({ flow, file, faults }: Trial): Promise<{ found: string[]; happened: number }> {
  const found: string[] = [];
  let happened = 0;
  for (let from = 0; from < faults.length; from += attemptsOfALife) {
    const options = await copyOfOffice(base);
    const running = startTalkingChild({ file, args: [flow, options.dataDir, options.clerkId] });
    await running.heard();
    const done: string[] = [];
    for (const [attempt, fault] of faults.slice(from, from + attemptsOfALife).entries()) {
      const outcome = await attemptOn(fault, running, { flow, attempt });
      if (outcome.happened) happened += 1;
      done.push(outcome.done);
      found.push(...outcome.faults.map((one) => `seed ${seed}, ${nameOf(fault)}: ${one}`));
    }
    await running.close();
    found.push(...(await faultsInOffice(options.dataDir, { flow, done, begun: done.length })));
  }
  return { found, happened };
}

function nameOf({ call, error, n, lasts }: Fault): string {
  return `${call} ${n} ${error}${lasts ? ' from then on' : ''}`;
}

/** Calls to fail in each kind: at night all that an act makes. */
function faultsToTry(callsOf: Readonly<Record<'pwrite64' | 'fsync', number>>): Fault[] {
  const all = kinds.flatMap((kind) =>
    Array.from({ length: callsOf[kind.call] }, (_, index) => index + 1).flatMap((n) => [
      { ...kind, n, lasts: false },
      { ...kind, n, lasts: true },
    ]),
  );
  if (trials(0, 1) === 1) return all;
  const syncs = all.filter(({ call }) => call === 'fsync');
  const writes = all.filter(({ call }) => call === 'pwrite64');
  const [some = []] = fc.sample(fc.shuffledSubarray(writes, { minLength: sampled, maxLength: sampled }), { numRuns: 1, seed });
  return [...syncs.slice(0, sampled), ...some];
}

async function countCalls(flow: FlowName): Promise<Record<'pwrite64' | 'fsync', number>> {
  const options = await copyOfOffice(base);
  const running = startTalkingChild({ file: child.file, args: [flow, options.dataDir, options.clerkId] });
  await running.heard();
  // The first act of a start may carry more, as the place that the file is in.
  await asking(running)(0);
  const acts: string[][] = [];
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const watch = await watchCalls(running.pid, ['-e', 'trace=pwrite64,fsync']);
    await asking(running)(attempt);
    acts.push((await watch.stop()).split('\n'));
  }
  await running.close();
  // While one of them runs, something else may be written, as a checkpoint.
  const count = (call: string) => Math.min(mostCalls, ...acts.map((lines) => lines.filter((line) => line.startsWith(`${call}(`)).length));
  return { pwrite64: count('pwrite64'), fsync: count('fsync') };
}

const flows = ['take a payment with its receipt', 'submit again', 'keep a draft', 'write down the answers of the hub', 'start'] as const;

describe.skipIf(noStrace)(`a disk that fails${noStrace ? ` (skipped: ${noStrace})` : ''}`, () => {
  it.each(flows)(
    '%s: at any write or sync it is refused with the right code, nothing is lost or doubled, and it is done once the disk is well',
    { timeout: 3_600_000 },
    async (flow) => {
      const callsOf = await countCalls(flow);
      const faults = faultsToTry(callsOf);
      const startedAt = Date.now();
      const { found, happened } = await faultsOf({ flow, file: child.file, faults });
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      console.log(`${flow}: ${happened} of ${faults.length} faults (${JSON.stringify(callsOf)}), ${seconds} s, seed ${seed}`);
      expect(found).toEqual([]);
      expect(happened).toBeGreaterThanOrEqual(faults.length * 0.5);
    },
  );

  const everyWrite: readonly Fault[] = [1, 4, 8, 12].map((n) => ({ ...kinds[1], n, lasts: true }));

  it('finds a full disk that is taken for a broken one', async () => {
    const { found } = await faultsOf({ flow: 'keep a draft', file: deaf.file, faults: everyWrite });
    expect(found.join('\n')).toMatch(/it said .*storage\.read-only/u);
  });

  it('finds an act that is acknowledged although its commit failed', async () => {
    const { found } = await faultsOf({ flow: 'submit again', file: hasty.file, faults: everyWrite });
    expect(found.join('\n')).toMatch(/was acknowledged and is not sent/u);
  });

  it('says in both languages what happened, that nothing was saved, and what to do', () => {
    expect(
      [texts.en, texts.sw].flatMap(({ refusals }) =>
        (['storage.read-only', 'storage.disk-full'] as const).map((code) => refusals[code]({})),
      ),
    ).toEqual([
      'The data cannot be written on this PC right now, so nothing was saved. Tell your supervisor.',
      'The disk is full, so nothing was saved. Make room on the disk, then try again.',
      'Data haziwezi kuandikwa kwenye PC hii kwa sasa, kwa hiyo hakuna kilichohifadhiwa. Mwambie msimamizi.',
      'Diski imejaa, kwa hiyo hakuna kilichohifadhiwa. Pata nafasi kwenye diski, kisha jaribu tena.',
    ]);
  });
});
