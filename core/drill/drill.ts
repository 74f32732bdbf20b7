import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type * as z from 'zod';
import type { system } from '#shared/contract/system.ts';
import { AppError } from '../refusal.ts';
import { openOfficeFile } from '../start/open-file.ts';
import { cutPoints, type AtCut, type DrillMessage, type DrillOrder, type Found } from './drill-order.ts';
import { copyAsCut } from './torn-copy.ts';

export type DrillReport = z.input<typeof system.drill.output>;

/** Practises power cuts on this PC's own disk. */
export interface Drill {
  /** One at a time; refused while another runs. */
  run(cuts: number): Promise<DrillReport>;
  /** Ends a drill under way. */
  close(): Promise<void>;
}

export interface DrillDeps {
  /** Stands on the same disk as the data; it is emptied before and after. */
  readonly folder: string;
  /** The built drill-worker. */
  readonly workerUrl: URL;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

/**
 * A practice counter in a thread of its own takes money into a file of its own, with the engine, the settings and the code of the real
 * one. At a random point of an act it is stopped dead; its files are copied as a cut would leave them, with what was not yet forced to the
 * disk kept, lost or torn; and the next counter opens that copy and looks at the books. A thread that is merely ended would prove less:
 * the system still writes what a killed program has handed to it.
 *
 * What it cannot prove: a disk that says a write is safe when it is not, and a cut in the middle of a checkpoint.
 */
export function openDrill({ folder, workerUrl, random }: DrillDeps): Drill {
  const state: { running: Promise<unknown> | undefined; closing: AbortController } = { running: undefined, closing: new AbortController() };
  const run = async (cuts: number): Promise<DrillReport> => {
    try {
      await rm(folder, { recursive: true, force: true });
      return await practise({ folder, workerUrl, random, cuts, signal: state.closing.signal });
    } finally {
      await rm(folder, { recursive: true, force: true });
      state.running = undefined;
    }
  };
  return {
    run: (cuts) => {
      if (state.running) return Promise.reject(new AppError('drill.running'));
      const running = run(cuts);
      state.running = running;
      return running;
    },
    close: async () => {
      state.closing.abort(new AppError('drill.ended'));
      await state.running?.catch(() => undefined);
    },
  };
}

interface Practice extends DrillDeps {
  readonly cuts: number;
  readonly signal: AbortSignal;
}

async function practise({ folder, workerUrl, random, cuts, signal }: Practice): Promise<DrillReport> {
  const startedAt = performance.now();
  const key = randomBytes(32);
  const sum = { acknowledged: 0, lost: 0, broken: 0, gaps: 0, inMidAct: 0 };
  /** What the last counter had told people; undefined where there is none to go on from. */
  let told: number | undefined;
  for (let n = 0; n <= cuts; n += 1) {
    const here = path.join(folder, String(n));
    if (told === undefined) (await openOfficeFile(here, key)).close();
    const cut = n === cuts ? null : { afterActs: Math.floor(random() * mostActsBetween), at: pick(cutPoints, random) };
    const onCut = ({ forcedBytes }: AtCut) => copyAsCut({ from: here, to: path.join(folder, String(n + 1)), forcedBytes, random });
    const { found, at } = await live({ folder: here, key, cut }, { workerUrl, signal, onCut });
    addFound(sum, found, told ?? 0);
    sum.acknowledged += at ? at.told - found.acts : 0;
    told = at?.told;
    await rm(here, { recursive: true, force: true });
  }
  return { cuts, ...sum, tookMs: Math.round(performance.now() - startedAt) };
}

const mostActsBetween = 25;

type Sum = Pick<DrillReport, 'lost' | 'broken' | 'gaps' | 'inMidAct'>;

function addFound(sum: { -readonly [K in keyof Sum]: Sum[K] }, { acts, gaps, isBroken }: Found, told: number): void {
  sum.gaps += gaps;
  if (isBroken) {
    sum.broken += 1;
    sum.lost += told;
    return;
  }
  sum.lost += Math.max(0, told - acts);
  if (acts > told) sum.inMidAct += 1;
}

interface Life {
  readonly found: Found;
  /** Undefined for a counter that only looked, or that could not open its file. */
  readonly at: AtCut | undefined;
}

interface LifeOptions extends Pick<Practice, 'workerUrl' | 'signal'> {
  readonly onCut: (at: AtCut) => Promise<void>;
}

/** Lets one counter live until its cut, or until it has looked; it is gone when this returns. */
async function live(order: DrillOrder, { workerUrl, signal, onCut }: LifeOptions): Promise<Life> {
  signal.throwIfAborted();
  const worker = new Worker(workerUrl, { workerData: order, env: {} });
  const { promise, resolve, reject } = Promise.withResolvers<Life>();
  const life: { found: Found | undefined } = { found: undefined };
  const end = (at?: AtCut) =>
    life.found ? resolve({ found: life.found, at }) : reject(new Error('The practice counter ended before it looked'));
  worker.on('message', (message: DrillMessage) => {
    if (message.kind === 'found') life.found = message.found;
    else onCut(message.at).then(() => end(message.at), reject);
  });
  worker.on('error', reject);
  worker.on('exit', () => end());
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort);
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

function pick<T>(of: readonly [T, ...T[]], random: () => number): T {
  return of[Math.floor(random() * of.length)] ?? of[0];
}
