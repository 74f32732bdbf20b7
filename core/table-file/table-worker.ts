import { readFile, stat } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { TablePart } from '#shared/domain/table-file.ts';
import type { TableWorkerAnswer, TableWorkerData } from './job.ts';
import { readParts } from './read-parts.ts';
import { TroubleFound } from './trouble.ts';

/** Entry of the worker thread: reads one table, a part each time it is asked. */
if (parentPort === null) throw new Error('table-worker runs as a worker thread only');
const port = parentPort;
const { file, sheet, limits } = workerData as TableWorkerData;

const progressEveryMs = 100;
let rows = 0;
let share = 0;
let lastSaidAt = 0;

function say(answer: TableWorkerAnswer): void {
  lastSaidAt = performance.now();
  port.postMessage(answer);
}

async function* parts(): AsyncGenerator<TablePart> {
  const bytes = await bytesOfFile();
  yield* readParts({
    bytes,
    sheet,
    limits,
    onShare: (done) => {
      share = done;
      if (performance.now() - lastSaidAt > progressEveryMs) say({ kind: 'progress', progress: { rows, share } });
    },
  });
}

async function bytesOfFile(): Promise<Buffer> {
  if ('bytes' in file) return Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const found = await stat(file.path).catch(() => undefined);
  if (found === undefined || !found.isFile()) throw new TroubleFound({ code: 'unreadable' });
  if (found.size > limits.fileBytes) throw new TroubleFound({ code: 'file-too-large', limit: limits.fileBytes });
  return readFile(file.path).catch(() => {
    throw new TroubleFound({ code: 'unreadable' });
  });
}

const reading = parts();

async function answer(): Promise<TableWorkerAnswer> {
  try {
    const { done, value } = await reading.next();
    if (done === true) return { kind: 'end', progress: { rows, share: 1 } };
    if (value.kind === 'rows') rows += value.rows.length;
    return { kind: 'part', part: value, progress: { rows, share } };
  } catch (error) {
    if (error instanceof TroubleFound) return { kind: 'trouble', trouble: error.trouble };
    throw error;
  }
}

port.on('message', () => void answer().then(say));
say({ kind: 'ready' });
