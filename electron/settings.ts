import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { defaultSettings, type Settings, type SettingsFile } from '#core/host.ts';

/** `config.json` in the data folder: the same file and form that the web host writes. */
export function openSettings(): SettingsFile {
  const settings = new ElectronStore<Settings>({
    name: 'config',
    defaults: defaultSettings,
    clearInvalidConfig: true,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
  });
  // The library answers any page that asks for the data folder; no page has a reason to.
  ipcMain.removeAllListeners('electron-store-get-data');
  return settings;
}
