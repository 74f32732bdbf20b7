import type * as z from 'zod';
import type { settings } from '#shared/contract/settings.ts';
import type { FeatureHandlers } from '../handler.ts';
import type { SettingsFile } from '../host.ts';
import { readSetting, writeSettings } from './setting.ts';

/** Settings of this PC (the host's file) and of the office (its database). */
export function settingsHandlers(file: SettingsFile): FeatureHandlers<'settings'> {
  return {
    get: (cx) => ({
      locale: file.get('locale'),
      scheme: file.get('scheme'),
      receiptWidth: readSetting(cx.db, 'receiptWidth'),
      hubUrl: cx.office.hubUrl,
      scheduleId: readSetting(cx.db, 'scheduleId'),
      cashAllowed: readSetting(cx.db, 'cashAllowed'),
      idleLockMinutes: readSetting(cx.db, 'idleLockMinutes'),
      factsAgeLimitMinutes: readSetting(cx.db, 'factsAgeLimitMinutes'),
    }),
    setScreen: (cx, screen) => {
      keepScreen(file, screen);
      cx.announce('settings');
      return {};
    },
    setOffice: (cx, decided) => {
      writeSettings(cx.db, decided);
      cx.setPayload(decided);
      cx.announce('settings', 'people');
      return {};
    },
  };
}

/** Language and colours, which belong to the PC and not to an office. */
export type Screen = z.output<typeof settings.setScreen.input>;

export function keepScreen(file: SettingsFile, { locale, scheme }: Screen): void {
  file.set('locale', locale);
  file.set('scheme', scheme);
}
