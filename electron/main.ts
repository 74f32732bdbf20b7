import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog, type BrowserWindow } from 'electron';
import { logFault, openLogFile } from '#core/hosting/log-file.ts';
import { keepStartOptions, readStartOptions, type StartOptions } from '#core/hosting/start-options.ts';
import type { Host } from '#core/host.ts';
import { startCore, type Core } from '#core/start-core.ts';
import { openKeyStore } from './key-store.ts';
import { answerLines } from './lines.ts';
import { lockDown } from './lockdown.ts';
import { setMenu } from './menu.ts';
import { PAGE_ORIGIN, registerPageScheme, servePage } from './page-scheme.ts';
import { openSettings } from './settings.ts';
import { focusWindow, openWindow } from './window.ts';

const built = import.meta.dirname;

async function openHost(options: StartOptions): Promise<Host> {
  const dataDir = app.getPath('userData');
  const settings = openSettings();
  keepStartOptions(options, settings);
  return {
    kind: 'electron',
    version: app.getVersion(),
    dataDir,
    resourcesDir: app.isPackaged ? path.join(process.resourcesPath, 'resources') : path.join(built, '../../resources'),
    settings,
    keyStore: await openKeyStore(),
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

/** The core is closed after the last window and before the process: nothing is written once it has ended. */
function closeCoreBeforeEnd(core: Core, host: Host): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    core
      .close()
      .catch((fault: unknown) => logFault(host.log, 'host.close-failed', fault))
      .finally(() => {
        isClosed = true;
        host.log({ level: 'info', event: 'host.closed' });
        app.quit();
      });
  });
}

async function start(options: StartOptions): Promise<BrowserWindow> {
  await app.whenReady();
  const host = await openHost(options);
  process.on('unhandledRejection', (fault) => void logFault(host.log, 'host.unhandled-rejection', fault));
  lockDown(host.log);
  setMenu();
  servePage();
  const core = await startCore(host);
  closeCoreBeforeEnd(core, host);
  answerLines(core, host.log);
  const window = await openWindow(host.settings, host.log);
  host.log({ level: 'info', event: 'host.ready', facts: { kind: host.kind, version: host.version } });
  console.log(`Kaunta is ready at ${PAGE_ORIGIN}/`);
  return window;
}

function takePlace(options: StartOptions): void {
  app.enableSandbox();
  registerPageScheme();
  const dataDir = path.resolve(options.dataDir ?? path.join(app.getPath('appData'), 'Kaunta'));
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  app.setPath('userData', dataDir);
  // One Kaunta for each data folder: a second start brings the first to the front.
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.on('window-all-closed', () => app.quit());
  const opening = start(options);
  app.on('second-instance', () => void opening.then(focusWindow));
  opening.catch(giveUp);
}

function giveUp(error: unknown): void {
  dialog.showErrorBox('Kaunta', error instanceof Error ? error.message : String(error));
  app.exit(1);
}

try {
  takePlace(readStartOptions(process.argv.slice(app.isPackaged ? 1 : 2)));
} catch (error) {
  giveUp(error);
}
