import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ScanContents, UnreadableCause } from '#shared/domain/scan.ts';

export type ScanWorkerMessage = Readonly<{ kind: 'started' | 'page' } | { kind: 'measured'; contents: ScanContents }>;

export type ScanLimits = Readonly<{
  /** For opening the file, and for each page. */
  stepMs: number;
  totalMs: number;
  heapMb: number;
  /** Pixels and unpacked streams. Counted apart from the heap because Node's own limit covers only the heap. */
  buffersMb: number;
}>;

/**
 * Broken input is answered within 10 s and 300 MB (RELIABILITY §3 D). A 300 dpi colour page takes 0.6 s and 130 MB on the build
 * machine; the total leaves 50 such pages three times that long on a slow office PC.
 */
export const SCAN_LIMITS: ScanLimits = { stepMs: 10_000, totalMs: 90_000, heapMb: 192, buffersMb: 300 };
/** Short enough that memory cannot grow by much more than 100 MB between two looks. */
const WATCH_EVERY_MS = 25;
const BYTES_PER_MB = 1_000_000;

type Run = Readonly<{ workerUrl: URL; limits: ScanLimits; bytes: Uint8Array; signal: AbortSignal }>;
type GiveUp = (cause: UnreadableCause) => void;

/** Rejects where the worker cannot start (a fault of ours, not of the file) or `signal` ends it; whatever the file does is an answer. */
export async function readInWorker({ workerUrl, limits, bytes, signal }: Run): Promise<ScanContents> {
  const { promise, resolve, reject } = Promise.withResolvers<ScanContents>();
  const over = new AbortController();
  const worker = startWorker({ workerUrl, limits, bytes });
  const giveUp: GiveUp = (cause) => resolve({ kind: 'unreadable', cause });
  let hasStarted = false;
  worker.on('message', (message: ScanWorkerMessage) => {
    hasStarted = true;
    if (message.kind === 'measured') resolve(message.contents);
  });
  worker.on('error', (error) => (hasStarted ? giveUp(causeOf(error)) : reject(error)));
  worker.on('exit', (code) => (hasStarted ? giveUp('damaged') : reject(new Error(`the scan worker ended with ${code} before it started`))));
  signal.addEventListener('abort', () => reject(signal.reason), { signal: over.signal });
  watchTime(worker, limits, { giveUp, over: over.signal });
  void watchMemory(worker, limits, { giveUp, over: over.signal });
  try {
    return await promise;
  } finally {
    over.abort();
    await worker.terminate();
  }
}

function startWorker({ workerUrl, limits, bytes }: Omit<Run, 'signal'>): Worker {
  const copy = Uint8Array.from(bytes);
  const worker = new Worker(workerUrl, {
    workerData: copy,
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    env: {},
    // The PDF library prints warnings, some of them words from the file: none may reach the host's log.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

function watchTime(worker: Worker, limits: ScanLimits, { giveUp, over }: Readonly<{ giveUp: GiveUp; over: AbortSignal }>): void {
  const total = setTimeout(giveUp, limits.totalMs, 'too-slow');
  let step = setTimeout(giveUp, limits.stepMs, 'too-slow');
  worker.on('message', () => {
    clearTimeout(step);
    if (!over.aborted) step = setTimeout(giveUp, limits.stepMs, 'too-slow');
  });
  over.addEventListener('abort', () => {
    clearTimeout(total);
    clearTimeout(step);
  });
}

async function watchMemory(
  worker: Worker,
  limits: ScanLimits,
  { giveUp, over }: Readonly<{ giveUp: GiveUp; over: AbortSignal }>,
): Promise<void> {
  while (!over.aborted) {
    if ((await bufferBytes(worker)) > limits.buffersMb * BYTES_PER_MB) giveUp('too-much-memory');
    await sleep(WATCH_EVERY_MS);
  }
}

/** Answers in the middle of a busy loop too. 0 once the worker is gone, and on a Node before 22.16, which cannot tell. */
async function bufferBytes(worker: Worker): Promise<number> {
  try {
    return (await worker.getHeapStatistics()).external_memory;
  } catch {
    return 0;
  }
}

function causeOf(error: unknown): UnreadableCause {
  const isHeapFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isHeapFull ? 'too-much-memory' : 'damaged';
}
