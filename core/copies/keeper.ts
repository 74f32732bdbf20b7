import { access } from 'node:fs/promises';
import path from 'node:path';
import { instantOf } from '#shared/base/instant.ts';
import { makeFolder } from '../documents/durable-file.ts';
import { findRecovery, recoveryFileName, storeRecovery } from '../keys/recovery-file.ts';
import { makeBackup, newestBackedUp, removeOld } from './backups.ts';
import type { CopiesDeps } from './copies.ts';
import { ownRoot } from './copies-file.ts';
import { nameOfLog, partsOf, type BackupFile, type BackupKind } from './folder.ts';
import type { JournalCopy } from './journal-copy.ts';
import { createLog } from './log-writer.ts';
import { copyScans } from './scan-copies.ts';
import { findStanding, logStartOf, nameLine, pointOf, type Standing } from './standing.ts';

/** The copies folder in use: its logs one after the other, and its backups, each with the log that continues it. */
export interface Keeper {
  readonly root: () => string;
  /** Finds out where the file stands among its copies, and begins the log of this opening. */
  readonly begin: () => Promise<Standing>;
  readonly backUp: (kind: BackupKind) => Promise<BackupFile>;
  /** A first backup in another folder; the one of before stays in use where that fails. */
  readonly moveTo: (root: string) => Promise<void>;
  /** Something was committed since the last backup. */
  readonly isChanged: () => boolean;
  readonly hasBackup: () => boolean;
  /** The log that is being written still has its name. */
  readonly isLogThere: () => Promise<boolean>;
}

export function openKeeper(deps: CopiesDeps, copy: JournalCopy): Keeper {
  const { storage, keys } = deps;
  const now = () => instantOf(deps.now());
  const state = {
    root: deps.facts.facts().root ?? ownRoot(deps.folder),
    nextLog: 1,
    /** The transaction up to which the newest backup goes. */
    backedUp: undefined as number | undefined,
  };
  const schemaVersion = storage.reader.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  const beginLog = (root: string) => {
    const name = nameOfLog(state.nextLog);
    state.nextLog += 1;
    return copy.begin(
      () => createLog({ folder: partsOf(root).logs, name, key: keys.copies }),
      () => logStartOf(storage.writer, { schemaVersion, at: now() }),
    );
  };
  /** A backup continues in a log of its own, so that no log grows for ever. */
  const backUpTo = async (root: string, kind: BackupKind): Promise<BackupFile> => {
    const log = state.nextLog;
    await beginLog(root);
    const { tx, ...backup } = await makeBackup(deps, { root, kind, at: now(), log });
    state.backedUp = tx;
    copy.hasBase();
    await copyAlongside(deps.folder, root);
    await removeOld(root);
    return backup;
  };
  const stand = (root: string) => findStanding(root, keys.copies, pointOf(storage.reader));
  return {
    root: () => state.root,
    begin: async () => {
      nameLine(storage);
      if (state.root === ownRoot(deps.folder)) await makeFolder(state.root);
      // A folder that cannot be read now is missing for the log too, and says so there.
      const found = await stand(state.root).catch(() => ({ standing: 'behind', nextLog: 1 }) as const);
      state.nextLog = found.nextLog;
      if (found.standing === 'set-back') return found.standing;
      state.backedUp = await newestBackedUp(state.root, keys.database).catch(() => undefined);
      await beginLog(state.root);
      return found.standing;
    },
    backUp: (kind) => backUpTo(state.root, kind),
    moveTo: async (root) => {
      const before = state.nextLog;
      state.nextLog = (await stand(root)).nextLog;
      try {
        await backUpTo(root, 'base');
        state.root = root;
      } catch (error) {
        state.nextLog = before;
        await beginLog(state.root);
        // What was committed meanwhile stands in the log of the other folder alone.
        copy.needsBase();
        throw error;
      }
    },
    isChanged: () => pointOf(storage.reader).tx !== state.backedUp,
    hasBackup: () => state.backedUp !== undefined,
    isLogThere: () =>
      access(path.join(partsOf(state.root).logs, nameOfLog(state.nextLog - 1))).then(
        () => true,
        () => false,
      ),
  };
}

/** What else an office needs that starts again from its copies alone. */
async function copyAlongside(folder: string, root: string): Promise<void> {
  await copyScans(path.join(folder, 'scans'), partsOf(root).scans);
  const recovery = await findRecovery(path.join(folder, recoveryFileName));
  if (recovery) await storeRecovery(partsOf(root).recovery, recovery);
}
