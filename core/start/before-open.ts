import type { Changes } from '../changes.ts';
import type { Host } from '../host.ts';
import { defaultOfficeSettings } from '../office/setting.ts';
import { keepScreen, type Screen } from '../office/settings-handlers.ts';
import { AppError } from '../refusal.ts';

interface BeforeOpenDeps {
  readonly host: Host;
  readonly changes: Changes;
}

/** What a screen may ask while no office is open: how it looks, who sits there (nobody), and what changes. */
export function answerBeforeOpen(name: string, input: unknown, { host, changes }: BeforeOpenDeps): unknown {
  switch (name) {
    case 'settings.get':
      return {
        ...defaultOfficeSettings,
        locale: host.settings.get('locale'),
        scheme: host.settings.get('scheme'),
        hubUrl: host.settings.get('hubUrl'),
      };
    case 'settings.setScreen':
      keepScreen(host.settings, input as Screen);
      changes.announce(['settings']);
      return {};
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
