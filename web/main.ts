import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { logFault, openLogFile } from '#core/hosting/log-file.ts';
import { keepStartOptions, readStartOptions, StartOptionProblem, type StartOptions } from '#core/hosting/start-options.ts';
import type { Host } from '#core/host.ts';
import { startCore, type Core } from '#core/start-core.ts';
import packageFile from '../package.json' with { type: 'json' };
import { defaultDataDir } from './data-folder.ts';
import { openWebServer, type WebServer, type WebServerOptions } from './server.ts';
import { openSettings } from './settings.ts';

/** Always the same while it is free, so that the page keeps its address and what the browser remembers for it. */
const USUAL_PORT = 8230;

const built = import.meta.dirname;
const root = path.resolve(built, '../..');

function openHost(options: StartOptions): Host {
  const dataDir = path.resolve(options.dataDir ?? defaultDataDir());
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const settings = openSettings(dataDir);
  keepStartOptions(options, settings);
  return {
    kind: 'web',
    version: packageFile.version,
    dataDir,
    resourcesDir: path.join(root, 'resources'),
    settings,
    keyStore: null,
    workers: {
      paper: pathToFileURL(path.join(built, 'pdf-worker.js')),
      scanCheck: pathToFileURL(path.join(built, 'scan-check-worker.js')),
      tableFile: pathToFileURL(path.join(built, 'table-worker.js')),
      copies: pathToFileURL(path.join(built, 'copies-worker.js')),
      practiceHub: pathToFileURL(path.join(built, 'practice-hub.js')),
      drill: pathToFileURL(path.join(built, 'drill-worker.js')),
    },
    log: openLogFile(path.join(dataDir, 'logs'), Date.now),
    now: Date.now,
  };
}

async function serve(core: Core, host: Host, port: number | undefined): Promise<WebServer> {
  let links = 0;
  const options: Omit<WebServerOptions, 'port'> = {
    core,
    pageRoot: path.join(root, 'out/renderer'),
    log: host.log,
    onLink: (url) => {
      links += 1;
      console.log(links === 1 ? `Kaunta is ready at ${url}` : `Open Kaunta in another browser with ${url}`);
    },
  };
  if (port !== undefined) return openWebServer({ ...options, port });
  return openWebServer({ ...options, port: USUAL_PORT }).catch((error: unknown) => {
    if (!isPortTaken(error)) throw error;
    return openWebServer({ ...options, port: 0 });
  });
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function closeOnSignal(host: Host, core: Core, server: WebServer): void {
  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    await server.close();
    await core.close();
    host.log({ level: 'info', event: 'host.closed' });
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close());
  // Started by `npm start`, the host ends with it, however that ended.
  process.once('disconnect', () => void close());
}

async function start(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2));
  const host = openHost(options);
  process.on('unhandledRejection', (fault) => void logFault(host.log, 'host.unhandled-rejection', fault));
  const core = await startCore(host);
  const server = await serve(core, host, options.port);
  closeOnSignal(host, core, server);
  host.log({ level: 'info', event: 'host.ready', facts: { kind: host.kind, version: host.version, port: server.port } });
}

/** One sentence for whoever started it, whatever went wrong. */
function sentenceOf(error: unknown): string {
  if (error instanceof StartOptionProblem) return error.message;
  if (isPortTaken(error)) return 'That port is taken by another program: choose another with --port, or --port 0 for any free one.';
  return `Kaunta could not start: ${error instanceof Error ? error.message : String(error)}`;
}

start().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exit(1);
});
