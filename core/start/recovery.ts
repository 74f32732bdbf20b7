import { existsSync } from 'node:fs';
import { readdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { instantOf } from '#shared/base/instant.ts';
import { openCopiesFile, ownRoot } from '../copies/copies-file.ts';
import { partsOf } from '../copies/folder.ts';
import { openJobDesk } from '../copies/job-desk.ts';
import type { WayBack } from '../copies/restore-job.ts';
import { copyScans } from '../copies/scan-copies.ts';
import { openReader } from '../db/database.ts';
import { storageFailureOf } from '../db/failure.ts';
import { migrations } from '../db/migrate.ts';
import { makeFolder, syncFolder } from '../documents/durable-file.ts';
import type { Host } from '../host.ts';
import { derivedKeys, findWrapping, openKeys, wrapKeys, type OfficeKeys, type Unlocking } from '../keys/key-file.ts';
import { findRecovery, openRecovery, recoveryFileName, type RecoveryFile } from '../keys/recovery-file.ts';
import { newId } from '../new-id.ts';
import { AppError } from '../refusal.ts';
import { officeFileName } from './open-file.ts';
import type { StartStatus } from './start-state.ts';

type Recovery = NonNullable<StartStatus['recovery']>;

/** What the recovery page offers, and what it does when one of the choices is taken. It moves files aside and removes none. */
export interface RecoveryDesk {
  /** What happened, and what can be done; undefined for a failure that copies do not mend. */
  readonly diagnose: (error: unknown, unlocking: Unlocking) => Promise<Recovery | undefined>;
  /** Adds a folder to look in; refuses one without copies. */
  readonly lookIn: (folder: string) => Promise<void>;
  /** Opens the secret with a printed code and wraps it for this PC. */
  readonly enterCode: (code: string, unlocking: Unlocking) => Promise<void>;
  /** Puts the file together from its copies, and in its place. The next opening finds it there. */
  readonly restore: (unlocking: Unlocking) => Promise<{ readonly wayBack: WayBack; readonly setAside: string | null }>;
}

export function openRecoveryDesk(host: Host, folder: string): RecoveryDesk {
  const desk = openJobDesk(host.workers.copies);
  const typedRoots: string[] = [];
  const roots = () => [...new Set([openCopiesFile(folder).facts().root ?? ownRoot(folder), ownRoot(folder), ...typedRoots])];
  const look = (keys: OfficeKeys, target: string | null) =>
    desk.run({
      kind: 'restore',
      roots: roots(),
      databaseKey: keys.database,
      copiesKey: keys.copies,
      steps: migrations,
      target,
      newLine: newId(),
    });
  const recoveryFiles = async () => {
    const places = [path.join(folder, recoveryFileName), ...roots().map((root) => partsOf(root).recovery)];
    const files = await Promise.all(places.map((place) => findRecovery(place).catch(() => undefined)));
    return files.filter((file): file is RecoveryFile => file !== undefined);
  };
  return {
    diagnose: async (error, unlocking) => {
      const what = whatHappened(error, folder);
      if (!what) return undefined;
      const keys = await findKeys(folder, unlocking);
      const found = keys && what !== 'newer-file' ? await look(keys, null).catch(() => undefined) : undefined;
      const isOtherKey = what === 'damaged' && found !== undefined && found.backupsSeen > 0 && found.wayBack === null;
      const real = isOtherKey ? 'wrong-key' : what;
      const wayBack = found?.wayBack ? shownWay(found.wayBack) : null;
      const hasCode = keys === undefined || real === 'wrong-key';
      return { what: real, choices: choicesFor(real, { hasWay: wayBack !== null, hasCode }), folders: roots(), wayBack };
    },
    lookIn: async (typed) => {
      const found = await rootsIn(typed);
      if (found.length === 0) throw new AppError('start.no-copies');
      typedRoots.push(...found);
    },
    enterCode: async (code, unlocking) => {
      const secret = await openRecovery(await recoveryFiles(), code);
      if (secret === 'mistyped') throw new AppError('start.recovery-code-mistyped');
      if (secret === 'wrong')
        throw new AppError((await recoveryFiles()).length > 0 ? 'start.recovery-code-wrong' : 'start.no-recovery-file');
      const keys = derivedKeys(secret);
      if (!opensFile(folder, keys) && (await look(keys, null)).wayBack === null) throw new AppError('start.recovery-code-wrong');
      await moveAside(host, folder, ['key.json']);
      await wrapKeys(folder, secret, unlocking);
    },
    restore: async (unlocking) => {
      const target = path.join(folder, 'restored.db');
      await makeFolder(folder);
      const { wayBack } = await look(await openKeys(folder, unlocking), target);
      if (!wayBack) throw new AppError('start.no-copies');
      host.log({ level: wayBack.complete ? 'info' : 'error', event: 'copies.restored', facts: factsOf(wayBack) });
      const setAside = await moveAside(
        host,
        folder,
        ['', '-wal', '-shm'].map((part) => `${officeFileName}${part}`),
      );
      await rename(target, path.join(folder, officeFileName));
      await syncFolder(folder);
      await copyScans(partsOf(wayBack.root).scans, path.join(folder, 'scans'));
      return { wayBack, setAside };
    },
  };
}

function whatHappened(error: unknown, folder: string): Recovery['what'] | undefined {
  if (storageFailureOf(error) === 'damaged') return 'damaged';
  if (!(error instanceof AppError)) return undefined;
  switch (error.refusal.code) {
    case 'start.damaged-file':
      return error.refusal.facts['file'] === 'key.json' || !isKeyThere(folder) ? 'key-missing' : 'damaged';
    case 'start.missing-file':
      return 'missing';
    case 'start.set-back':
      return 'set-back';
    case 'start.key-store-changed':
      return 'key-store-changed';
    case 'start.newer-file':
      return 'newer-file';
    case 'storage.damaged':
      return 'damaged';
    default:
      return undefined;
  }
}

function choicesFor(
  what: Recovery['what'],
  { hasWay, hasCode }: { readonly hasWay: boolean; readonly hasCode: boolean },
): Recovery['choices'] {
  if (what === 'newer-file') return ['newer-program', 'try-again'];
  const isKeyGone = what === 'key-missing' || what === 'key-store-changed' || what === 'wrong-key';
  if (isKeyGone) return ['enter-code', 'try-again', 'look-elsewhere'];
  return [...(hasWay ? (['restore'] as const) : []), 'look-elsewhere', ...(hasCode ? (['enter-code'] as const) : []), 'try-again'];
}

function isKeyThere(folder: string): boolean {
  try {
    return findWrapping(folder) !== undefined;
  } catch {
    return false;
  }
}

async function findKeys(folder: string, unlocking: Unlocking): Promise<OfficeKeys | undefined> {
  return openKeys(folder, unlocking).catch(() => undefined);
}

function opensFile(folder: string, { database }: OfficeKeys): boolean {
  const file = path.join(folder, officeFileName);
  if (!existsSync(file)) return false;
  try {
    openReader({ path: file, key: database }).close();
    return true;
  } catch {
    return false;
  }
}

/** The folder itself, or the folders in it, as far as they hold copies. */
async function rootsIn(typed: string): Promise<string[]> {
  const inside = await readdir(typed).catch(() => []);
  const candidates = [typed, ...inside.map((name) => path.join(typed, name)), ownRoot(typed)];
  const checked = await Promise.all(candidates.map(async (root) => ((await holdsCopies(root)) ? [root] : [])));
  return checked.flat();
}

async function holdsCopies(root: string): Promise<boolean> {
  return (await stat(partsOf(root).backups).catch(() => undefined))?.isDirectory() ?? false;
}

/** Where the files were put; null where none of them was there. */
async function moveAside(host: Host, folder: string, names: readonly string[]): Promise<string | null> {
  const there = names.filter((name) => existsSync(path.join(folder, name)));
  if (there.length === 0) return null;
  const aside = path.join(folder, 'set-aside', instantOf(host.now()).replaceAll(':', '-'));
  await makeFolder(aside);
  for (const name of there) await rename(path.join(folder, name), path.join(aside, name));
  await syncFolder(aside);
  await syncFolder(folder);
  return aside;
}

function factsOf({ backup, actsAfter, complete, journalFaults, stopped }: WayBack) {
  return { backup: backup.name, actsAfter, complete, journalFaults, stopped: stopped ?? '' };
}

export function shownWay({ backup, actsAfter, lastAct, damagedBackups, complete }: WayBack): NonNullable<Recovery['wayBack']> {
  return { backup: { ...backup, good: true }, actsAfter, lastAct, damagedBackups, complete };
}
