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
    setScreen: (cx, { locale, scheme }) => {
      file.set('locale', locale);
      file.set('scheme', scheme);
      cx.announce('settings');
      return {};
    },
    setOffice: (cx, settings) => {
      writeSettings(cx.db, settings);
      cx.setPayload(settings);
      cx.announce('settings', 'people');
      return {};
    },
  };
}
