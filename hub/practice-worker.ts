import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { instantOf } from '#shared/base/instant.ts';
import { openPglite } from './db/pglite.ts';
import { templateName } from './db/template-name.ts';
import { registrarOffice } from './devices/office.ts';
import { startHub } from './start-hub.ts';

/** What the host gives the practice office's hub: a folder of its own, and the program's resources. */
interface PracticeWorkerData {
  readonly dataDir: string;
  readonly resourcesDir: string;
}

const { dataDir, resourcesDir } = workerData as PracticeWorkerData;
mkdirSync(dataDir, { recursive: true, mode: 0o700 });
const hub = await startHub({
  database: await openPglite(join(dataDir, 'register'), join(import.meta.dirname, templateName)),
  port: 0,
  host: '127.0.0.1',
  practice: true,
  dataDir,
  resourcesDir,
  log: ({ level, event, facts }) => {
    if (level !== 'info') console.error(JSON.stringify({ level, event, ...facts }));
  },
  now: () => instantOf(Date.now()),
});
parentPort?.once('message', () => {
  void hub.close().then(() => parentPort?.close());
});
// The trainee's PC is at the registrar's own office, so that one PC can show both desks.
parentPort?.postMessage({ url: hub.url, enrolCode: await hub.enrolCode(registrarOffice) });
