import type { Dialog, Menu as RealMenu, SafeStorage, Screen } from 'electron';
import { app } from './app.ts';
import { recorded } from './drive.ts';
import { ipcMain } from './ports.ts';
import { protocol, session } from './session.ts';
import { BrowserWindow } from './window.ts';

/**
 * A stand-in for the `electron` module, typed against electron.d.ts, for machines that cannot run Electron's binary. It shows that the
 * built main process and preload are wired and closed as they should be; it shows nothing of Electron itself.
 */
export { app, BrowserWindow, ipcMain, protocol, session };

export const dialog: Pick<Dialog, 'showErrorBox'> = recorded('dialog', { showErrorBox: () => undefined });

export const Menu: Pick<typeof RealMenu, 'buildFromTemplate' | 'setApplicationMenu'> = recorded('Menu', {
  buildFromTemplate: (template) => template as unknown as RealMenu,
  setApplicationMenu: () => undefined,
});

/** A keyring that turns the text around: enough to see that what is kept is not what was given. */
export const safeStorage: Pick<
  SafeStorage,
  'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
> = {
  getSelectedStorageBackend: () => (process.env['DOUBLE_KEYRING'] === 'none' ? 'basic_text' : 'gnome_libsecret'),
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync: (text) => Promise.resolve(Buffer.from([...text].toReversed().join(''))),
  decryptStringAsync: (bytes) => Promise.resolve({ result: [...bytes.toString()].toReversed().join(''), shouldReEncrypt: false }),
};

export const screen = {
  getPrimaryDisplay: () => ({ workAreaSize: { width: 1920, height: 1040 } }),
} satisfies { getPrimaryDisplay: () => Pick<ReturnType<Screen['getPrimaryDisplay']>, 'workAreaSize'> };

export default { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, screen, session, shell: {} };
