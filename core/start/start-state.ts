import type * as z from 'zod';
import type { start } from '#shared/contract/start.ts';
import type { RefusalCode } from '#shared/domain/refusal.ts';
import type { Changes } from '../changes.ts';
import { storageFailureOf, type StorageFailure } from '../db/failure.ts';
import type { Host } from '../host.ts';
import type { RunningOffice } from '../open-office.ts';
import { countUsers } from '../people/service.ts';
import { AppError } from '../refusal.ts';
import type { Storage } from '../storage.ts';

export type StartStatus = z.input<typeof start.status.output>;
export type Phase = StartStatus['phase'];

/** How far the start has come, and what has been opened on the way. */
export interface StartState {
  office: RunningOffice | undefined;
  storage: Storage | undefined;
  recovery: StartStatus['recovery'];
  restored: StartStatus['restored'];
  left: StartStatus['left'];
  readonly phase: () => Phase;
  readonly status: () => StartStatus;
  readonly become: (phase: Phase) => void;
  /**
   * Runs one opening at a time. Where it fails, the start stands at the phase that `afterFailure` finds, with the reason; nothing on the
   * disk is removed.
   */
  readonly open: (work: () => Promise<void>, afterFailure?: (error: unknown) => Promise<Phase>) => Promise<void>;
  /** Takes an open office out of work, whose file can be trusted no more. */
  readonly stop: (error: unknown, afterFailure: (error: unknown) => Promise<Phase>) => Promise<void>;
  /** Resolves when no opening is under way. */
  readonly settled: () => Promise<void>;
}

export function openStartState(host: Host, changes: Changes): StartState {
  let phase: Phase = 'first-start';
  let failure: StartStatus['failure'] = null;
  let opening: Promise<void> | undefined;
  const become = (next: Phase, reason: StartStatus['failure'] = null) => {
    phase = next;
    failure = reason;
    changes.announce(['start']);
  };
  const fail = async (error: unknown, afterFailure: (error: unknown) => Promise<Phase>) => {
    host.log({ level: 'error', event: 'start.failed', facts: { message: textOf(error) } });
    become(await afterFailure(error), failureOf(error));
  };
  const during = (work: Promise<void>): Promise<void> => {
    opening = work.finally(() => {
      opening = undefined;
    });
    return opening;
  };
  const state: StartState = {
    office: undefined,
    storage: undefined,
    recovery: null,
    restored: null,
    left: null,
    phase: () => phase,
    become: (next) => become(next),
    status: () => statusOf(host, { phase, failure, state }),
    settled: () => opening?.catch(() => undefined) ?? Promise.resolve(),
    open: (work, afterFailure = () => Promise.resolve('failed')) => {
      if (opening || state.office) throw new AppError('start.already-open');
      become('opening');
      return during(
        work().then(
          () => {
            state.recovery = null;
            become('ready');
          },
          async (error: unknown) => {
            await fail(error, afterFailure);
            throw error;
          },
        ),
      );
    },
    stop: async (error, afterFailure) => {
      const { office } = state;
      if (!office || opening) return;
      become('opening');
      await during(
        (async () => {
          await office.close({ isDamaged: true });
          state.office = undefined;
          state.storage = undefined;
          await fail(error, afterFailure);
        })(),
      );
    },
  };
  return state;
}

function statusOf(
  host: Host,
  { phase, failure, state }: { phase: Phase; failure: StartStatus['failure']; state: StartState },
): StartStatus {
  const identity = phase === 'ready' ? state.office?.identity() : undefined;
  const isEmpty = phase === 'ready' && state.storage !== undefined && countUsers(state.storage.reader) === 0;
  return {
    phase: isEmpty ? 'create-admin' : phase,
    practice: host.settings.get('mode') === 'practice',
    needsPassphrase: host.keyStore === null,
    office: identity ? { code: identity.officeCode, name: identity.officeName, deviceNo: identity.deviceNo } : null,
    failure,
    recovery: phase === 'recovery' ? state.recovery : null,
    restored: phase === 'ready' ? state.restored : null,
    left: phase === 'left' ? state.left : null,
    version: host.version,
    host: host.kind,
  };
}

function failureOf(error: unknown): StartStatus['failure'] {
  if (error instanceof AppError) return { code: error.refusal.code, facts: { ...error.refusal.facts } };
  const failure = storageFailureOf(error);
  return { code: failure ? refusalOfDisk[failure] : 'bug', facts: {} };
}

const refusalOfDisk = {
  'disk-full': 'storage.disk-full',
  'read-only': 'storage.read-only',
  'input-output': 'storage.read-only',
  damaged: 'start.damaged-file',
} as const satisfies Record<StorageFailure, RefusalCode>;

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
