import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Store } from '#renderer/connection/store.ts';
import type { JudgedRow } from './judged-row.ts';
import { openRowDesk, type RowDesk, type RowHost } from './row-desk.ts';

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.get(),
  );
}

/** One desk for as long as the list is on screen; leaving keeps what is waiting. */
export function useRowDesk(first: readonly JudgedRow[], host: RowHost): RowDesk {
  const [desk] = useState(() => openRowDesk(first, host));
  useEffect(() => {
    let isOpen = true;
    desk.recheck(() => isOpen);
    const flush = () => void desk.flush().catch(() => undefined);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      isOpen = false;
      flush();
    };
  }, [desk]);
  return desk;
}
