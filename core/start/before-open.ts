import type { Changes } from '../changes.ts';
import type { Host } from '../host.ts';
import { defaultOfficeSettings } from '../office/setting.ts';
import { AppError } from '../refusal.ts';

/** What a screen may ask while no office is open: how it looks, who sits there (nobody), and what changes. */
export function answerBeforeOpen(name: string, host: Host, changes: Changes): unknown {
  switch (name) {
    case 'settings.get':
      return {
        ...defaultOfficeSettings,
        locale: host.settings.get('locale'),
        scheme: host.settings.get('scheme'),
        hubUrl: host.settings.get('hubUrl'),
      };
    case 'people.seat':
      return { user: null, locked: false, idleLockMinutes: defaultOfficeSettings.idleLockMinutes };
    case 'people.tiles':
      return [];
    case 'office.changes':
      return changes.watch(undefined);
    default:
      throw new AppError('sign-in.required');
  }
}
