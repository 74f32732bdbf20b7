import { statSync } from 'node:fs';
import path from 'node:path';
import { instantOf, type Instant } from '#shared/base/instant.ts';
import type { Topic } from '../context.ts';
import type { DatabaseFile } from '../db/database.ts';
import { makeFolder } from '../documents/durable-file.ts';
import { takeTurns } from '../documents/take-turns.ts';
import type { LogLine } from '../host.ts';
import type { OfficeKeys } from '../keys/key-file.ts';
import { makeRecovery, recoveryFileName, storeRecovery } from '../keys/recovery-file.ts';
import type { OfficeIdentity } from '../office/identity.ts';
import { AppError } from '../refusal.ts';
import type { Storage } from '../storage.ts';
import { recheckNewest } from './backups.ts';
import type { CheckResult } from './check-job.ts';
import { prepareChosen } from './chosen-folder.ts';
import { ownRoot, type CopiesFile } from './copies-file.ts';
import { listBackups, partsOf, type BackupFile, type BackupKind } from './folder.ts';
import type { JobDesk } from './job-desk.ts';
import { openJournalCopy, type Behind } from './journal-copy.ts';
import { openKeeper, type Keeper } from './keeper.ts';
import { backupDue, fullCheckDue } from './schedule.ts';

/** Keeps the office's copies: every transaction at once, a backup each half hour, and looks after both. */
export interface Copies {
  readonly root: () => string;
  readonly behind: () => Behind | undefined;
  readonly working: () => Working | null;
  readonly backUp: (kind: BackupKind) => Promise<BackupFile>;
  readonly check: (kind: CheckKind) => Promise<Checked>;
  /** Null goes back to the folder beside the office's file. */
  readonly setFolder: (folder: string | null) => Promise<void>;
  readonly makeRecoveryCode: () => Promise<{ readonly code: string; readonly madeAt: Instant }>;
  /** Makes the last backup of the day and ends the log; the office's file is still open. */
  readonly close: () => Promise<void>;
  /** Ends the log and makes no backup: the file is not to be trusted, or was never opened for work. */
  readonly abandon: () => Promise<void>;
}

type Working = 'backing-up' | 'checking';
type CheckKind = 'quick' | 'full';

export interface Checked {
  readonly at: Instant;
  readonly kind: CheckKind;
  readonly ok: boolean;
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

/** How soon a disk that is back, or a folder that is gone, is noticed. */
const lookEveryMs = 30_000;

/** Joins the copies to a file that was just opened, before anything is written to it. Refuses one that its copies are ahead of. */
export async function openCopies(deps: CopiesDeps): Promise<Copies> {
  const { storage, facts, keys } = deps;
  const announce = () => deps.announce(['copies']);
  const copy = openJournalCopy({ now: () => instantOf(deps.now()), onChange: announce });
  const keeper = openKeeper(deps, copy);
  const turns = openTurns(announce);
  const backUp = (kind: BackupKind) => turns.take('backing-up', () => noted(deps, keeper.backUp(kind)));
  const check = (kind: CheckKind) => turns.take('checking', () => runCheck(deps, keeper, kind));
  const look = async () => {
    if (!copy.behind() && !(await keeper.isLogThere())) copy.lost();
    const due = copy.behind() ? 'base' : await dueNow(deps, keeper);
    if (due) await backUp(due);
    if (fullCheckDue(deps.now(), facts.facts().lastFullCheckAt)) await check('full');
  };
  const quietly = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => deps.log({ level: 'error', event: 'copies.failed', facts: { message: String(error) } }));

  const standing = await keeper.begin();
  if (standing === 'set-back') throw new AppError('start.set-back');
  storage.copyTo(copy);
  if (standing === 'behind' || !keeper.hasBackup()) {
    copy.needsBase();
    quietly(backUp('base'));
  }
  const timer = setInterval(() => quietly(look()), lookEveryMs);
  timer.unref();
  const end = () => {
    clearInterval(timer);
    return turns.end();
  };
  return {
    root: keeper.root,
    behind: () => copy.behind(),
    working: turns.working,
    backUp,
    check,
    setFolder: async (folder) => {
      const root = folder === null ? ownRoot(deps.folder) : await rootIn(deps, folder);
      if (folder === null) await makeFolder(root);
      await turns.take('backing-up', () => noted(deps, keeper.moveTo(root)));
      await facts.keep({ root: folder === null ? null : root });
    },
    makeRecoveryCode: async () => {
      const { code, file } = await makeRecovery(keys.secret, instantOf(deps.now()));
      await storeRecovery(path.join(deps.folder, recoveryFileName), file);
      // Where the copies cannot be reached, the next backup takes it along.
      await storeRecovery(partsOf(keeper.root()).recovery, file).catch(() => undefined);
      return { code, madeAt: file.madeAt };
    },
    close: async () => {
      const isFirst = await end();
      if (isFirst && keeper.isChanged()) await noted(deps, keeper.backUp('closing')).catch(() => undefined);
      await copy.close();
    },
    abandon: async () => {
      await end();
      await copy.close();
    },
  };
}

interface Turns {
  readonly take: <T>(what: Working, work: () => Promise<T>) => Promise<T>;
  readonly working: () => Working | null;
  /** Waits for the last; whether this is the first time. */
  readonly end: () => Promise<boolean>;
}

/** One backup or check at a time, and what it is. */
function openTurns(announce: () => void): Turns {
  const inTurn = takeTurns();
  const state: { working: Working | null; ended: boolean } = { working: null, ended: false };
  return {
    take: (what, work) =>
      inTurn('copies', async () => {
        state.working = what;
        announce();
        try {
          return await work();
        } finally {
          state.working = null;
          announce();
        }
      }),
    working: () => state.working,
    end: async () => {
      const isFirst = !state.ended;
      state.ended = true;
      await inTurn.allOver();
      return isFirst;
    },
  };
}

async function noted<T>({ log }: CopiesDeps, backup: Promise<T>): Promise<T> {
  try {
    return await backup;
  } catch (error) {
    log({ level: 'error', event: 'copies.backup-failed', facts: { message: String(error) } });
    throw new AppError('copies.backup-failed');
  }
}

async function runCheck(deps: CopiesDeps, keeper: Keeper, kind: CheckKind): Promise<Checked> {
  const result = await deps.desk.run({ kind: 'check', file: deps.file, depth: kind });
  const isBackupGood = kind === 'quick' || (await recheckNewest(keeper.root(), deps));
  const at = instantOf(deps.now());
  const checked = { at, kind, ok: result.damage.length === 0 && result.journalFaults === 0 && isBackupGood };
  await deps.facts.keep({ lastCheck: checked, ...(kind === 'full' && { lastFullCheckAt: at }) });
  const { damage, journalFaults } = result;
  const found = { damage: damage.slice(0, 3).join('; '), journalFaults, isBackupGood };
  if (!checked.ok) deps.log({ level: 'error', event: 'copies.check-failed', facts: found });
  if (damage.length > 0) deps.onDamaged(result);
  return checked;
}

async function dueNow(deps: CopiesDeps, keeper: Keeper): Promise<BackupKind | undefined> {
  const backups = await listBackups(keeper.root());
  return backupDue({
    nowMs: deps.now(),
    lastBackupAt: backups.at(-1)?.at ?? null,
    lastDayEndAt: backups.findLast(({ kind }) => kind === 'day-end')?.at ?? null,
    isChanged: keeper.isChanged(),
  });
}

function rootIn({ dataDir, file, office }: CopiesDeps, folder: string): Promise<string> {
  return prepareChosen({ folder, dataDir, officeBytes: statSync(file.path).size, office: office() });
}
