import Conf from 'conf';
import { defaultSettings, type Settings, type SettingsFile } from '#core/host.ts';

/** `config.json` in the data folder: the same file and form that electron-store writes. */
export function openSettings(dataDir: string): SettingsFile {
  return new Conf<Settings>({
    cwd: dataDir,
    configName: 'config',
    defaults: defaultSettings,
    clearInvalidConfig: true,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
  });
}
