import { Worker } from 'node:worker_threads';
import type { TableFaultCode, TablePart, TableProgress } from '#shared/domain/table-file.ts';
import { nextPart, type TableWorkerAnswer, type TableWorkerData } from './job.ts';
import { TABLE_LIMITS, type TableLimits } from './limits.ts';
import { TableFailure } from './trouble.ts';

/** A file that came through a screen, or one that lies in a folder. */
export type TableFile = { readonly name: string; readonly bytes: Uint8Array } | { readonly name: string; readonly path: string };

export interface ReadTableOptions {
  /** `table-worker.js` of the build, `table-worker.ts` in tests. */
  readonly workerUrl: URL;
  /** The sheet a person chose out of `head.sheets`. */
  readonly sheet?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: TableProgress) => void) | undefined;
  readonly limits?: Partial<TableLimits> | undefined;
  /** How long the worker may say nothing after it was asked. */
  readonly silenceMs?: number | undefined;
  readonly heapMb?: number | undefined;
}

/** Ten seconds and 300 MB are what broken input may cost (RELIABILITY §3 D); file and buffers lie beside the heap. */
const usualSilenceMs = 10_000;
const usualHeapMb = 160;

/**
 * The head, then the rows in parts, read by a worker of its own that dies with the reading, whatever the file did to it. Throws a
 * `TableFailure` for anything the file does and `signal.reason` when it was cancelled: keep nothing before the last part came.
 */
export async function* readTable(file: TableFile, options: ReadTableOptions): AsyncGenerator<TablePart> {
  options.signal?.throwIfAborted();
  const desk = new TableDesk(file, options);
  try {
    // One part is read ahead while the one before is used.
    let coming = desk.ask();
    for (;;) {
      const part = await coming;
      if (part === undefined) return;
      coming = desk.ask();
      // It may fail while nobody waits for it yet.
      coming.catch(() => undefined);
      yield part;
    }
  } finally {
    await desk.close();
  }
}

interface Asked {
  readonly resolve: (part: TablePart | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** The worker and the one part that it was asked for. */
class TableDesk {
  readonly #fileName: string;
  readonly #options: ReadTableOptions;
  readonly #worker: Worker;
  readonly #silence: NodeJS.Timeout;
  #asked: Asked | undefined;
  /** Why nothing more will come; told at once, or with the next question. */
  #over: { readonly error: unknown } | undefined;
  #hasStarted = false;

  constructor(file: TableFile, options: ReadTableOptions) {
    this.#fileName = file.name;
    this.#options = options;
    this.#worker = startWorker(file, options);
    this.#silence = setTimeout(() => this.#fail('too-slow'), options.silenceMs ?? usualSilenceMs);
    this.#worker.on('message', (answer: TableWorkerAnswer) => this.#take(answer));
    this.#worker.on('error', (error) => (this.#hasStarted ? this.#fail(codeOf(error), error) : this.#end(error)));
    this.#worker.on('exit', () => this.#fail('reader-died'));
    options.signal?.addEventListener('abort', this.#cancel);
  }

  ask(): Promise<TablePart | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#over !== undefined) return reject(this.#over.error);
      this.#asked = { resolve, reject };
      this.#silence.refresh();
      this.#worker.postMessage(nextPart);
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#silence);
    this.#options.signal?.removeEventListener('abort', this.#cancel);
    await this.#worker.terminate();
  }

  readonly #cancel = (): void => this.#end(this.#options.signal?.reason);

  #take(answer: TableWorkerAnswer): void {
    this.#silence.refresh();
    if (answer.kind === 'ready') this.#hasStarted = true;
    else if (answer.kind === 'trouble') this.#end(new TableFailure({ ...answer.trouble, file: this.#fileName }));
    else {
      this.#options.onProgress?.(answer.progress);
      if (answer.kind !== 'progress') this.#settle(({ resolve }) => resolve(answer.kind === 'part' ? answer.part : undefined));
    }
  }

  #fail(code: TableFaultCode, cause?: unknown): void {
    // Silence is no fault while nobody asked.
    if (code === 'too-slow' && this.#asked === undefined) return;
    this.#end(new TableFailure({ code, file: this.#fileName }, { cause }));
  }

  #end(error: unknown): void {
    this.#over ??= { error };
    this.#settle(({ reject }) => reject(error));
  }

  #settle(act: (asked: Asked) => void): void {
    const asked = this.#asked;
    this.#asked = undefined;
    if (asked !== undefined) act(asked);
  }
}

function startWorker(file: TableFile, { workerUrl, sheet, limits, heapMb = usualHeapMb }: ReadTableOptions): Worker {
  const bytes = 'bytes' in file ? Uint8Array.from(file.bytes) : undefined;
  const workerData: TableWorkerData = {
    file: 'path' in file ? { path: file.path } : { bytes: bytes ?? new Uint8Array() },
    sheet,
    limits: { ...TABLE_LIMITS, ...limits },
  };
  return new Worker(workerUrl, {
    workerData,
    transferList: bytes === undefined ? [] : [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 24 },
    env: {},
  });
}

function codeOf(error: unknown): TableFaultCode {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-much-memory' : 'reader-died';
}
