import { useSyncExternalStore } from 'react';
import { instantOf, type Instant } from '#shared/base/instant.ts';

const tickMs = 1000;

/** One ticking clock for the whole window; it stands still while nobody looks at it. */
function createClock() {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      timer ??= setInterval(() => listeners.forEach((tell) => tell()), tickMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    /** The same value within one step, so that nothing is drawn again for nothing. */
    stepMs: (everyMs: number) => Math.floor(Date.now() / everyMs) * everyMs,
  };
}

const clock = createClock();

/** The time of day, moving in steps of `everyMs`; only for showing, never for records. */
export function useNow(everyMs: number): Instant {
  return instantOf(useSyncExternalStore(clock.subscribe, () => clock.stepMs(everyMs)));
}
