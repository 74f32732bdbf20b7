import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { ScanContents } from '#shared/domain/scan.ts';
import { runFolder } from './run-folder.ts';
import { writeWhole } from './write-whole.ts';

const bytes: Uint8Array = workerData;

async function readOnce(known: string): Promise<ScanContents> {
  const { measureScan } = await import('#core/documents/scan-measure.ts');
  const contents = await measureScan(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), () => say({ kind: 'page' }));
  writeWhole(known, JSON.stringify(contents));
  return contents;
}

function say(message: object): void {
  parentPort?.postMessage(message);
}

say({ kind: 'started' });
const known = join(runFolder(), `scan-${hash('sha256', bytes)}.json`);
say({ kind: 'measured', contents: existsSync(known) ? (JSON.parse(readFileSync(known, 'utf8')) as ScanContents) : await readOnce(known) });
