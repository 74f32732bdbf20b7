/** How the last typing stands: `waiting` is at most one wait old. */
export type KeptState = 'kept' | 'waiting' | 'failed';

interface DraftKeeperOptions<Draft> {
  readonly keep: (draft: Draft) => Promise<unknown>;
  readonly waitMs: number;
  readonly onState: (state: KeptState) => void;
  /** Whether trying again cannot help, such as when the application may no longer be typed in. */
  readonly isFinal: (error: unknown) => boolean;
}

export interface DraftKeeper<Draft> {
  /** Takes the newest state; it is kept within one wait, however fast the typing goes on. */
  readonly note: (draft: Draft) => void;
  /** Keeps what is waiting now; rejects where that did not work, and goes on trying where that can help. */
  readonly flush: () => Promise<void>;
}

/** Keeps the newest draft once a wait, one at a time and in order, and tries again until it is kept or finally refused. */
export function createDraftKeeper<Draft>({ keep, waitMs, onState, isFinal }: DraftKeeperOptions<Draft>): DraftKeeper<Draft> {
  let waiting: { readonly draft: Draft } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> = Promise.resolve();

  const plan = () => {
    timer ??= setTimeout(() => void flush().catch(() => undefined), waitMs);
  };
  const send = async () => {
    const taken = waiting;
    if (taken === undefined) return;
    waiting = undefined;
    try {
      await keep(taken.draft);
    } catch (error) {
      onState('failed');
      if (!isFinal(error)) {
        waiting ??= taken;
        plan();
      }
      throw error;
    }
    if (waiting === undefined) onState('kept');
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const before = sending.catch(() => undefined);
    sending = before.then(send);
    return sending;
  };

  return {
    note(draft) {
      waiting = { draft };
      onState('waiting');
      plan();
    },
    flush,
  };
}
