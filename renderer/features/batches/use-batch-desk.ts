import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Store } from '#renderer/connection/store.ts';
import { openBatchDesk, type BatchDesk } from './batch-desk.ts';
import type { OpenBatch } from './batch-row.ts';

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.get(),
  );
}

/** One desk for as long as the batch is on screen; leaving keeps what is waiting. */
export function useBatchDesk(open: OpenBatch): BatchDesk {
  const [desk] = useState(() => openBatchDesk(open));
  useEffect(() => {
    const flush = () => void desk.flush().catch(() => undefined);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [desk]);
  return desk;
}
