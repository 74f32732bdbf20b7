import { parentPort, workerData } from 'node:worker_threads';
import { measureScan } from './scan-measure.ts';
import type { ScanWorkerMessage } from './scan-worker-run.ts';

function say(message: ScanWorkerMessage): void {
  parentPort?.postMessage(message);
}

say({ kind: 'started' });
const file: Uint8Array = workerData;
const contents = await measureScan(Buffer.from(file.buffer, file.byteOffset, file.byteLength), () => say({ kind: 'page' }));
say({ kind: 'measured', contents });
