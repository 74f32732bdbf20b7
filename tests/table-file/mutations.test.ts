import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { trials } from '../support/tier.ts';
import type { MutationAnswer, MutationOrder } from './mutations.child.ts';

const seed = Number(process.env['KAUNTA_SEED'] ?? Math.trunc(Math.random() * 2 ** 31));
/** RELIABILITY §3 D: broken input is answered within ten seconds; the heap is the reader's own. */
const silenceMs = 10_000;
const heapMb = 160;

test.each(['csv', 'xlsx'] as const)(
  `mutated %s is rows or a fault, never a crash, a hang or memory over the limit (KAUNTA_SEED=${seed})`,
  async (parser) => {
    expect(await failuresOf({ parser, seed, count: trials(80, 20_000) })).toEqual([]);
  },
  1_800_000,
);

function failuresOf(order: MutationOrder): Promise<readonly string[]> {
  const worker = new Worker(new URL('mutations.child.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 24 },
  });
  const failures: string[] = [];
  let last = -1;
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(silence);
      void worker.terminate();
      resolve(failures);
    };
    const fail = (what: string): void => {
      failures.push(`${order.parser} ${order.seed} number ${last}: ${what}`);
      end();
    };
    const silence = setTimeout(() => fail('no answer'), silenceMs);
    worker.on('message', (answer: MutationAnswer) => {
      silence.refresh();
      if (answer.kind === 'ended') return end();
      last = answer.number;
      if (answer.kind === 'failed') failures.push(`${order.parser} ${order.seed} number ${last}: ${answer.error}`);
    });
    worker.on('error', (error) => fail(String(error)));
  });
}
