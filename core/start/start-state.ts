import type * as z from 'zod';
import type { start } from '#shared/contract/start.ts';
import type { Changes } from '../changes.ts';
import type { Host } from '../host.ts';
import type { RunningOffice } from '../open-office.ts';
import { countUsers } from '../people/service.ts';
import { AppError } from '../refusal.ts';
import type { Storage } from '../storage.ts';

export type StartStatus = z.input<typeof start.status.output>;
type Phase = StartStatus['phase'];

/** How far the start has come, and what has been opened on the way. */
export interface StartState {
  office: RunningOffice | undefined;
  storage: Storage | undefined;
  readonly phase: () => Phase;
  readonly status: () => StartStatus;
  readonly become: (phase: Phase) => void;
  /**
   * Runs one opening at a time. Where it fails, the start stands at `failedPhase` with the reason; nothing on the disk is removed.
   */
  readonly open: (work: () => Promise<void>, failedPhase?: Phase) => Promise<void>;
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
  const state: StartState = {
    office: undefined,
    storage: undefined,
    phase: () => phase,
    become: (next) => become(next),
    status: () => statusOf(host, { phase, failure, state }),
    settled: () => opening?.catch(() => undefined) ?? Promise.resolve(),
    open: (work, failedPhase = 'failed') => {
      if (opening || state.office) throw new AppError('start.already-open');
      become('opening');
      opening = work()
        .then(() => become('ready'))
        .catch((error: unknown) => {
          host.log({ level: 'error', event: 'start.failed', facts: { message: textOf(error) } });
          become(failedPhase, failureOf(error));
          throw error;
        })
        .finally(() => {
          opening = undefined;
        });
      return opening;
    },
  };
  return state;
}

function statusOf(
  host: Host,
  { phase, failure, state }: { phase: Phase; failure: StartStatus['failure']; state: StartState },
): StartStatus {
  const identity = state.office?.identity();
  const isEmpty = phase === 'ready' && state.storage !== undefined && countUsers(state.storage.reader) === 0;
  return {
    phase: isEmpty ? 'create-admin' : phase,
    practice: host.settings.get('mode') === 'practice',
    needsPassphrase: host.keyStore === null,
    office: identity ? { code: identity.officeCode, name: identity.officeName, deviceNo: identity.deviceNo } : null,
    failure,
    version: host.version,
    host: host.kind,
  };
}

function failureOf(error: unknown): StartStatus['failure'] {
  return error instanceof AppError ? { code: error.refusal.code, facts: { ...error.refusal.facts } } : { code: 'bug', facts: {} };
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
