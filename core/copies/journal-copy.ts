import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '#shared/base/instant.ts';
import { errorCode } from '../documents/durable-file.ts';
import type { Transaction, TransactionCopy } from '../storage.ts';
import type { LogStart } from './copy-record.ts';
import type { LogWriter } from './log-writer.ts';

export type BehindWhy = 'missing' | 'full' | 'slow' | 'failing' | 'no-base';

export interface Behind {
  readonly since: Instant;
  readonly why: BehindWhy;
}

/** The append-only copy of every transaction, as far as the disk it is on allows. */
export interface JournalCopy extends TransactionCopy {
  /** Since when what is committed cannot all be brought back from the copies folder. */
  readonly behind: () => Behind | undefined;
  /** Ends the log there is and begins the next at this very moment. Where the disk does not let it, the copy is behind. */
  begin(create: () => Promise<(start: LogStart) => LogWriter>, start: () => LogStart): Promise<void>;
  /** A backup now stands that the log continues. */
  hasBase(): void;
  /** The log cannot continue what stands in the folder: until a new backup is made, it does not protect. */
  needsBase(): void;
  /** The log was taken away under the program's hands. */
  lost(): void;
  close(): Promise<void>;
}

export interface JournalCopyDeps {
  readonly now: () => Instant;
  /** The copy has fallen behind, or has caught up. */
  readonly onChange: () => void;
  /** Longer than this no clerk waits for the copies' disk. */
  readonly mostWaitMs?: number | undefined;
}

const defaultMostWaitMs = 1_500;

export function openJournalCopy({ now, onChange, mostWaitMs = defaultMostWaitMs }: JournalCopyDeps): JournalCopy {
  const state: { log: LogWriter | undefined; behind: Behind | undefined; pending: Promise<void> | undefined } = {
    log: undefined,
    behind: undefined,
    pending: undefined,
  };
  const end = () => {
    state.log?.close();
    state.log = undefined;
  };
  const fallBehind = (why: BehindWhy) => {
    if (why !== 'no-base') end();
    if (state.behind?.why === why) return;
    state.behind = { since: state.behind?.since ?? now(), why };
    onChange();
  };
  const fail = (error: unknown) => fallBehind(whyOf(error));
  const sync = (log: LogWriter) => {
    const own = log.sync().catch((error: unknown) => {
      if (state.log === log) fail(error);
    });
    state.pending = own;
    void own.then(() => {
      if (state.pending === own) state.pending = undefined;
    });
  };
  return {
    record: (transaction: Transaction) => {
      const { log } = state;
      if (!log) return;
      try {
        log.append(transaction);
        // Runs in the thread pool while COMMIT does its own on this thread.
        sync(log);
      } catch (error) {
        fail(error);
      }
    },
    settled: async () => {
      const { pending, log } = state;
      if (!pending || !log) return;
      const tooLong = new AbortController();
      const limit = sleep(mostWaitMs, 'slow', { signal: tooLong.signal }).catch(() => 'over');
      if ((await Promise.race([pending, limit])) === 'slow' && state.log === log) fallBehind('slow');
      tooLong.abort();
    },
    behind: () => state.behind,
    begin: async (create, start) => {
      try {
        const begin = await create();
        const log = begin(start());
        end();
        state.log = log;
        sync(log);
      } catch (error) {
        fail(error);
      }
    },
    hasBase: () => {
      if (!state.behind || !state.log) return;
      state.behind = undefined;
      onChange();
    },
    needsBase: () => fallBehind('no-base'),
    lost: () => fallBehind('missing'),
    close: async () => {
      await state.pending;
      end();
    },
  };
}

function whyOf(error: unknown): BehindWhy {
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENODEV' || code === 'EIO' ? 'missing' : 'failing';
}
