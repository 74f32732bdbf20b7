import path from 'node:path';
import { toInstant } from '#shared/base/instant.ts';
import type { Host } from '../host.ts';
import { findWrapping, type Unlocking } from '../keys/key-file.ts';
import { AppError } from '../refusal.ts';
import type { FolderDeps } from './open-folder.ts';
import { preparePractice, type PracticeOffice } from './practice-office.ts';
import { openRecoveryDesk, type RecoveryDesk } from './recovery.ts';
import type { Phase } from './start-state.ts';

/** What every way into an office needs, and every way back. */
export interface Ways extends FolderDeps {
  readonly newId: () => string;
  readonly practice: PracticeOffice;
  /** The folder of the office that this PC opens. */
  readonly folder: () => string;
  readonly recovery: () => RecoveryDesk;
  /** What opens the key: as the key file says, else as this host would wrap a new one. */
  readonly unlockingWith: (passphrase: string | null) => Unlocking;
  /** As it was last tried. */
  unlocking: Unlocking;
  lastFailure: unknown;
  /** Finds the page for a failure, or goes back to `from`. */
  readonly afterFailure: (from: Phase, unlocking: Unlocking) => (error: unknown) => Promise<Phase>;
}

export function officeFolder(host: Host): string {
  return path.join(host.dataDir, 'office');
}

export function openWays(deps: Omit<FolderDeps, 'onDamaged'> & { readonly newId: () => string }): Ways {
  const { host, state } = deps;
  const isPractice = () => host.settings.get('mode') === 'practice';
  const folder = () => (isPractice() ? path.join(host.dataDir, 'practice') : officeFolder(host));
  const desks = new Map<string, RecoveryDesk>();
  const recovery = () => {
    const desk = desks.get(folder()) ?? openRecoveryDesk(host, folder());
    desks.set(folder(), desk);
    return desk;
  };
  const unlockingWith = (passphrase: string | null) => unlockingOf(host, folder(), passphrase);
  const afterFailure = (from: Phase, unlocking: Unlocking) => async (error: unknown) => {
    const found = await recovery().diagnose(error, unlocking);
    if (found) {
      ways.unlocking = unlocking;
      ways.lastFailure = error;
      state.recovery = found;
      return 'recovery';
    }
    const left = leftOf(error);
    if (left) state.left = left;
    return left ? 'left' : from;
  };
  const onDamaged = () =>
    void state
      .stop(new AppError('storage.damaged'), afterFailure('failed', ways.unlocking))
      .catch((error: unknown) => host.log({ level: 'error', event: 'start.not-stopped', facts: { message: String(error) } }));
  const folderDeps: FolderDeps = { ...deps, onDamaged };
  const ways: Ways = {
    ...folderDeps,
    newId: deps.newId,
    practice: preparePractice(folderDeps, deps.newId),
    folder,
    recovery,
    unlockingWith,
    unlocking: unlockingWith(null),
    lastFailure: undefined,
    afterFailure,
  };
  return ways;
}

/** A key file that cannot be read says nothing; opening it will say so. */
function unlockingOf(host: Host, folder: string, passphrase: string | null): Unlocking {
  const wrapping = wrappingOf(folder);
  if (wrapping === 'none') return { wrapping: 'none' };
  const byStore = host.keyStore !== null && wrapping !== 'passphrase';
  return byStore && host.keyStore
    ? { wrapping: 'key-store', keyStore: host.keyStore }
    : { wrapping: 'passphrase', passphrase: passphrase ?? '' };
}

function wrappingOf(folder: string): ReturnType<typeof findWrapping> {
  try {
    return findWrapping(folder);
  } catch {
    return undefined;
  }
}

function leftOf(error: unknown) {
  if (!(error instanceof AppError)) return undefined;
  const { code, facts } = error.refusal;
  const why = code === 'device.left' ? 'left' : code === 'device.revoked' ? 'revoked' : undefined;
  if (!why) return undefined;
  return { why, at: toInstant(String(facts['since'])), reason: String(facts['reason'] ?? '') } as const;
}
