import path from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import type { LogLine, SettingsFile } from '#core/host.ts';
import { PAGE_ORIGIN } from './page-scheme.ts';

/** A page that crashes at once on every load must not be reloaded in a tight circle. */
const RELOAD_AFTER_CRASH_MS = 1_000;

/** Opens the one window where it was left last time. */
export async function openWindow(settings: SettingsFile, log: (line: LogLine) => void): Promise<BrowserWindow> {
  const { maximized } = settings.get('window');
  const window = new BrowserWindow({
    ...sizeThatFits(settings),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Kaunta',
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // The spelling checker fetches dictionaries from outside.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.setMenuBarVisibility(false);
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keepSize(window, settings));
  reloadAfterCrash(window, log);
  await window.loadURL(`${PAGE_ORIGIN}/`);
  return window;
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function sizeThatFits(settings: SettingsFile): { width: number; height: number } {
  const { width, height } = settings.get('window');
  const room = screen.getPrimaryDisplay().workAreaSize;
  return { width: Math.min(width, room.width), height: Math.min(height, room.height) };
}

function keepSize(window: BrowserWindow, settings: SettingsFile): void {
  const { width, height } = window.getNormalBounds();
  settings.set('window', { width, height, maximized: window.isMaximized() });
}

/** Drafts are kept by the core every second, so a page that comes back shows what was typed. */
function reloadAfterCrash(window: BrowserWindow, log: (line: LogLine) => void): void {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log({ level: 'error', event: 'window.page-gone', facts: { reason, exitCode } });
    if (reason === 'clean-exit') return;
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, RELOAD_AFTER_CRASH_MS);
  });
}
