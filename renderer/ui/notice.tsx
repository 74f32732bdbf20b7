import { useEffect, useSyncExternalStore } from 'react';
import { told, unsay } from './tell.ts';
import classes from './notice.module.css';

/** The place where the office says that something has worked. It covers nothing, and goes with whoever it was said to. */
export function Notice() {
  const message = useSyncExternalStore(
    (listener) => told.subscribe(listener),
    () => told.get(),
  );
  useEffect(() => unsay, []);
  return (
    <div className={classes['place']} role="status" aria-live="polite">
      {message === null ? null : <p className={classes['notice']}>{message}</p>}
    </div>
  );
}
