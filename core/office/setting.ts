import type { ReadDb, WriteDb } from '../db/database.ts';

/** What the office decides for all its clerks; this PC's own settings are in the host's settings file. */
export interface OfficeSettings {
  readonly receiptWidth: 'a4' | '80mm';
  readonly scheduleId: string;
  readonly cashAllowed: boolean;
  readonly idleLockMinutes: number;
  /** Registry facts older than this need a supervisor before a risky act. */
  readonly factsAgeLimitMinutes: number;
}

export const defaultOfficeSettings: OfficeSettings = {
  receiptWidth: '80mm',
  scheduleId: 'seed-2026',
  cashAllowed: false,
  idleLockMinutes: 5,
  factsAgeLimitMinutes: 3 * 24 * 60,
};

export function readSetting<K extends keyof OfficeSettings>(db: ReadDb, key: K): OfficeSettings[K] {
  const row = db.get<{ value: string }>('SELECT value FROM office_setting WHERE key = ?', key);
  return row ? (JSON.parse(row.value) as OfficeSettings[K]) : defaultOfficeSettings[key];
}

export function writeSettings(db: WriteDb, settings: OfficeSettings): void {
  for (const [key, value] of Object.entries(settings)) {
    db.run(
      'INSERT INTO office_setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      JSON.stringify(value),
    );
  }
}
