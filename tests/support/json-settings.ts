import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defaultSettings, type Settings, type SettingsFile } from '#core/host.ts';

/** The settings file of a PC in its plainest form: one JSON file, written at every change. */
export function openJsonSettings(dataDir: string): SettingsFile {
  const file = path.join(dataDir, 'config.json');
  const stored: Partial<Settings> = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Settings>) : {};
  const settings: Settings = { ...defaultSettings, ...stored };
  return {
    get: (key) => settings[key],
    set: (key, value) => {
      settings[key] = value;
      writeFileSync(file, JSON.stringify(settings));
    },
  };
}
