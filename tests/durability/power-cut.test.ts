import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRandom } from '#hub/practice/random.ts';
import { bundleChild, type BundledChild } from '#tests/support/bundle-child.ts';
import { removeOffice } from '#tests/support/made-office.ts';
import { noStrace } from '#tests/support/strace.ts';
import { root } from '#tests/support/test-host.ts';
import { trials } from '#tests/support/tier.ts';
import { readDiskCalls, recordingOptions, type DiskCall } from './disk-calls.ts';
import { copyOfOffice, faultsInOffice, makeFlowBase } from './flow-base.ts';
import type { Course } from './flow-faults.ts';
import type { FlowOptions, Said } from './flow.ts';
import { flowNames, type FlowName } from './flows.ts';
import { losses, openUnsafeDisk } from './unsafe-disk.ts';

const seed = Number(process.env['KAUNTA_SEED'] ?? Date.now() % 2 ** 31);

let base: FlowOptions;
let child: BundledChild;
let planted: BundledChild;
beforeAll(async () => {
  base = await makeFlowBase();
  child = await bundleChild('tests/durability/flows-child.ts');
  planted = await bundleChild('tests/durability/flows-child.ts', {
    instead: { 'core/db/database.ts': 'tests/durability/planted-database.child.ts' },
  });
});
afterAll(() => Promise.all([child.remove(), planted.remove(), removeOffice(base.dataDir)]));

interface Recording {
  readonly flow: FlowName;
  readonly dataDir: string;
  readonly before: ReadonlyMap<string, Buffer>;
  readonly calls: readonly DiskCall[];
}

/** Has a child attempt so much of a flow from its start to its end, and writes down all that it does to the disk. */
async function record(flow: FlowName, attempts: number, file: string): Promise<Recording> {
  const { dataDir } = await copyOfOffice(base);
  const before = await filesIn(dataDir);
  const recording = path.join(dataDir, 'recording');
  const args = ['-o', recording, ...recordingOptions, process.execPath, file, flow, dataDir, base.clerkId];
  const running = spawn('strace', args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  for (let n = 0; n < attempts; n += 1) running.stdin.write(`${n}\n`);
  running.stdin.end();
  running.stdout.resume();
  await once(running, 'close');
  return { flow, dataDir, before, calls: readDiskCalls(readFileSync(recording, 'utf8')) };
}

async function filesIn(dataDir: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file)] as const)));
}

interface Cuts {
  readonly states: number;
  readonly mostFaults: number;
}

/** Builds states that a power cut could have left, each at a moment of the recording, and opens each as the program would. */
async function faultsAfterCuts({ flow, dataDir, before, calls }: Recording, { states, mostFaults }: Cuts): Promise<string[]> {
  const random = openRandom(seed);
  const moments = Array.from({ length: states }, () => random.int(1, calls.length)).toSorted((one, other) => one - other);
  const disk = openUnsafeDisk(before);
  const said: Said[] = [];
  const faults: string[] = [];
  let played = 0;
  for (const [state, moment] of moments.entries()) {
    for (; played < moment; played += 1) {
      const call = calls[played];
      if (call) disk.do(call);
      if (call?.kind === 'said') said.push(JSON.parse(call.text) as Said);
    }
    const loss = losses[state % losses.length] ?? 'lost';
    const done = said.flatMap((one) => one.done ?? []);
    const found = await faultsInState(disk.cut(loss, random), dataDir, { flow, done, begun: said.length + 1 });
    faults.push(...found.map((fault) => `seed ${seed}, call ${moment}, ${loss}: ${fault}`));
    if (faults.length >= mostFaults) break;
  }
  return faults;
}

/** What a power cut left is written out and opened; the shared memory of SQLite never is on a disk. */
async function faultsInState(files: ReadonlyMap<string, Buffer>, from: string, course: Course): Promise<string[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kaunta-state-'));
  try {
    for (const [file, bytes] of files) {
      const name = path.relative(from, file);
      if (name.startsWith('..') || name.endsWith('-shm')) continue;
      await mkdir(path.join(dataDir, path.dirname(name)), { recursive: true });
      await writeFile(path.join(dataDir, name), bytes);
    }
    return await faultsInOffice(dataDir, course);
  } catch (error) {
    return [`does not open: ${String(error)}`];
  } finally {
    await rm(dataDir, { recursive: true });
  }
}

/** How many times each flow is done in a recording, and how many states are made of it. */
const plan: Readonly<Record<FlowName, readonly [attempts: number, states: number]>> = {
  'take a payment with its receipt': [70, trials(14, 2_600)],
  'submit again': [20, trials(10, 500)],
  'keep a draft': [40, trials(10, 500)],
  'write down the answers of the hub': [20, trials(10, 600)],
  migrate: [1, trials(9, 400)],
  start: [3, trials(9, 200)],
  'back up': [2, trials(9, 200)],
};

const checkpointed: ReadonlySet<FlowName> = new Set(['take a payment with its receipt', 'migrate']);

/** The main file is written only when the journal of SQLite is taken over into it. */
function hasCheckpoint({ calls }: Recording): boolean {
  const lastWord = calls.findLastIndex(({ kind }) => kind === 'said');
  return calls.slice(0, lastWord).some((call) => call.kind === 'write' && call.file.endsWith('office.db'));
}

describe.skipIf(noStrace)(`a power cut at any moment${noStrace ? ` (skipped: ${noStrace})` : ''}`, () => {
  it.each(flowNames)(
    '%s: nothing acknowledged is lost, whatever was not synced is lost, kept or torn',
    { timeout: 3_600_000 },
    async (flow) => {
      const [attempts, states] = plan[flow];
      const recording = await record(flow, attempts, child.file);
      const startedAt = Date.now();
      const faults = await faultsAfterCuts(recording, { states, mostFaults: 20 });
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      console.log(`${flow}: ${states} states out of ${recording.calls.length} calls, ${seconds} s, seed ${seed}`);
      expect(faults).toEqual([]);
      expect(recording.calls.filter(({ kind }) => kind === 'said')).toHaveLength(attempts + 1);
      expect(hasCheckpoint(recording) || !checkpointed.has(flow)).toBe(true);
    },
  );

  it('finds synchronous=NORMAL, with which a commit returns before it is on the disk', { timeout: 120_000 }, async () => {
    const recording = await record('take a payment with its receipt', 10, planted.file);
    const faults = await faultsAfterCuts(recording, { states: 100, mostFaults: 1 });
    expect(faults.join('\n')).toMatch(/acknowledged and is lost/u);
  });
});
