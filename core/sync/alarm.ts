/** A clock may be set while a timer runs; looking again this often is enough. */
const longestSleepMs = 60_000;

export interface Alarm {
  /** Replaces what was set; null: none. */
  readonly set: (atMs: number | null) => void;
}

/** One timer that holds no process open. It may ring early; whoever is rung looks at the clock. */
export function openAlarm({ now, ring }: { readonly now: () => number; readonly ring: () => void }): Alarm {
  let timer: NodeJS.Timeout | undefined;
  let setting = 0;
  const set = (atMs: number | null): void => {
    clearTimeout(timer);
    setting += 1;
    if (atMs === null) return;
    const own = setting;
    const again = () => {
      ring();
      if (own === setting) set(atMs);
    };
    timer = setTimeout(again, Math.min(Math.max(atMs - now(), 0), longestSleepMs));
    timer.unref();
  };
  return { set };
}
