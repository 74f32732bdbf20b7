import ElectronStore from 'electron-store';
import { defaultSettings, type Settings, type SettingsFile } from '#core/host.ts';

/** `config.json` in the data folder: the same file and form that the web host writes. */
export function openSettings(): SettingsFile {
  return new ElectronStore<Settings>({
    name: 'config',
    defaults: defaultSettings,
    clearInvalidConfig: true,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
  });
}
