import { statSync } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { instantOf, type Instant } from '#shared/base/instant.ts';
import type { Topic } from '../context.ts';
import type { DatabaseFile } from '../db/database.ts';
import { takeTurns } from '../documents/take-turns.ts';
import type { LogLine } from '../host.ts';
import type { OfficeKeys } from '../keys/key-file.ts';
import { findRecovery, makeRecovery, recoveryFileName, storeRecovery } from '../keys/recovery-file.ts';
import type { OfficeIdentity } from '../office/identity.ts';
import { AppError } from '../refusal.ts';
import type { Storage } from '../storage.ts';
import { makeBackup, newestBackedUp, recheckNewest, removeOld } from './backups.ts';
import type { CheckResult } from './check-job.ts';
import { prepareChosen } from './chosen-folder.ts';
import { ownRoot, type CopiesFile } from './copies-file.ts';
import { listBackups, nameOfLog, partsOf, type BackupFile, type BackupKind } from './folder.ts';
import type { JobDesk } from './job-desk.ts';
import { openJournalCopy, type Behind } from './journal-copy.ts';
import { createLog } from './log-writer.ts';
import { copyScans } from './scan-copies.ts';
import { backupDue, fullCheckDue } from './schedule.ts';
import { findStanding, logStartOf, nameLine, pointOf } from './standing.ts';

/** Keeps the office's copies: every transaction at once, a backup each half hour, and looks after both. */
export interface Copies {
  readonly root: () => string;
  readonly behind: () => Behind | undefined;
  readonly working: () => 'backing-up' | 'checking' | null;
  readonly backUp: (kind: BackupKind) => Promise<BackupFile>;
  readonly check: (depth: 'quick' | 'full') => Promise<{ readonly at: Instant; readonly kind: 'quick' | 'full'; readonly ok: boolean }>;
  /** Null goes back to the folder beside the office's file. */
  readonly setFolder: (folder: string | null) => Promise<void>;
  readonly makeRecoveryCode: () => Promise<{ readonly code: string; readonly madeAt: Instant }>;
  /** What is due by the clock, and whatever a disk that is back makes possible. */
  readonly tick: () => Promise<void>;
  /** Makes the last backup of the day and ends the log; the office's file is still open. */
  readonly close: () => Promise<void>;
  /** Ends the log and makes no backup: the file is not to be trusted, or was never opened for work. */
  readonly abandon: () => Promise<void>;
}

export interface CopiesDeps {
  readonly storage: Storage;
  readonly file: DatabaseFile;
  readonly folder: string;
  readonly dataDir: string;
  readonly keys: OfficeKeys;
  readonly facts: CopiesFile;
  readonly desk: JobDesk;
  readonly office: () => OfficeIdentity;
  readonly now: () => number;
  readonly log: (line: LogLine) => void;
  readonly announce: (topics: readonly Topic[]) => void;
  /** The file is damaged: nothing more may be written to it. */
  readonly onDamaged: (result: CheckResult) => void;
}

const tickMs = 30_000;

/** Joins the copies to a file that was just opened, before anything is written to it. Refuses one that its copies are ahead of. */
export async function openCopies(deps: CopiesDeps): Promise<Copies> {
  const { storage, facts, keys } = deps;
  const inTurn = takeTurns();
  const now = () => instantOf(deps.now());
  const state = {
    root: facts.facts().root ?? ownRoot(deps.folder),
    nextLog: 1,
    backedUp: undefined as number | undefined,
    working: null as ReturnType<Copies['working']>,
    closed: false,
  };
  const announce = () => deps.announce(['copies']);
  const copy = openJournalCopy({ now, onChange: announce });
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
    await alongside(root);
    await removeOld(root);
    return backup;
  };
  /** What else an office needs that starts again from its copies alone. */
  const alongside = async (root: string) => {
    await copyScans(path.join(deps.folder, 'scans'), partsOf(root).scans);
    const recovery = await findRecovery(path.join(deps.folder, recoveryFileName));
    if (recovery) await storeRecovery(partsOf(root).recovery, recovery);
  };
  const working = <T>(what: NonNullable<typeof state.working>, work: () => Promise<T>): Promise<T> =>
    inTurn('copies', async () => {
      state.working = what;
      announce();
      try {
        return await work();
      } finally {
        state.working = null;
        announce();
      }
    });
  const backUp = (kind: BackupKind) =>
    working('backing-up', () =>
      backUpTo(state.root, kind).catch((error: unknown) => {
        deps.log({ level: 'error', event: 'copies.backup-failed', facts: { message: String(error) } });
        throw new AppError('copies.backup-failed');
      }),
    );
  const check = (kind: 'quick' | 'full') =>
    working('checking', async () => {
      const result = await deps.desk.run({ kind: 'check', file: deps.file, depth: kind });
      const isBackupGood = kind === 'quick' || (await recheckNewest(state.root, deps));
      const own = { at: now(), kind, ok: result.damage.length === 0 && result.journalFaults === 0 && isBackupGood };
      await facts.keep({ lastCheck: own, ...(kind === 'full' && { lastFullCheckAt: own.at }) });
      if (!own.ok) deps.log({ level: 'error', event: 'copies.check-failed', facts: { ...factsOf(result), isBackupGood } });
      if (result.damage.length > 0) deps.onDamaged(result);
      return own;
    });
  const isChanged = () => pointOf(storage.reader).tx !== state.backedUp;
  const backupNow = async (): Promise<BackupKind | undefined> => {
    const list = await listBackups(state.root);
    return backupDue({
      nowMs: deps.now(),
      lastBackupAt: list.at(-1)?.at ?? null,
      lastDayEndAt: list.findLast(({ kind }) => kind === 'day-end')?.at ?? null,
      isChanged: isChanged(),
    });
  };
  const tick = async () => {
    if (!copy.behind() && !(await isThere(path.join(partsOf(state.root).logs, nameOfLog(state.nextLog - 1))))) copy.lost();
    const due = copy.behind() ? 'base' : await backupNow();
    if (due) await backUp(due);
    if (fullCheckDue(deps.now(), facts.facts().lastFullCheckAt)) await check('full');
  };
  const end = async () => {
    state.closed = true;
    clearInterval(timer);
    await inTurn.allOver();
  };
  const quietly = (work: () => Promise<unknown>) => void work().catch((error: unknown) => deps.log(failed(error)));

  nameLine(storage);
  const found = await findStanding(state.root, keys.copies, pointOf(storage.reader)).catch(() => undefined);
  if (found?.standing === 'set-back') throw new AppError('start.set-back');
  state.nextLog = found?.nextLog ?? 1;
  state.backedUp = await newestBackedUp(state.root, keys.database).catch(() => undefined);
  await beginLog(state.root);
  storage.copyTo(copy);
  if (found?.standing !== 'continues' || state.backedUp === undefined) {
    copy.needsBase();
    quietly(() => backUp('base'));
  }
  const timer = setInterval(() => quietly(tick), tickMs);
  timer.unref();

  return {
    root: () => state.root,
    behind: copy.behind,
    working: () => state.working,
    backUp,
    check,
    tick,
    setFolder: async (folder) => {
      const officeBytes = statSync(deps.file.path).size;
      const root = folder === null ? ownRoot(deps.folder) : await prepareChosen({ ...deps, folder, officeBytes, office: deps.office() });
      await working('backing-up', async () => {
        const before = { root: state.root, nextLog: state.nextLog };
        state.nextLog = (await findStanding(root, keys.copies, pointOf(storage.reader))).nextLog;
        try {
          await backUpTo(root, 'base');
          state.root = root;
          await facts.keep({ root: folder === null ? null : root });
        } catch (error) {
          deps.log({ level: 'error', event: 'copies.backup-failed', facts: { message: String(error) } });
          state.nextLog = before.nextLog;
          await beginLog(before.root);
          // What was committed meanwhile stands in the log of the other folder alone.
          copy.needsBase();
          throw new AppError('copies.backup-failed');
        }
      });
    },
    makeRecoveryCode: async () => {
      const { code, file } = await makeRecovery(keys.secret, now());
      await storeRecovery(path.join(deps.folder, recoveryFileName), file);
      await storeRecovery(partsOf(state.root).recovery, file).catch((error: unknown) => deps.log(failed(error)));
      announce();
      return { code, madeAt: file.madeAt };
    },
    close: async () => {
      const isFirst = !state.closed;
      await end();
      if (isFirst && isChanged()) await backUp('closing').catch(() => undefined);
      await copy.close();
    },
    abandon: async () => {
      await end();
      await copy.close();
    },
  };
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function factsOf({ damage, journalFaults }: CheckResult) {
  return { damage: damage.slice(0, 3).join('; '), journalFaults };
}

function failed(error: unknown): LogLine {
  return { level: 'error', event: 'copies.failed', facts: { message: String(error) } };
}
