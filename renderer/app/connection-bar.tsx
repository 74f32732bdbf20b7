import { useSyncExternalStore } from 'react';
import { connectionState } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './connection-bar.module.css';

/** Stands over the page while the window has lost its host; typing goes on below it. */
export function ConnectionBar() {
  const words = useWords().frame;
  const isLost =
    useSyncExternalStore(
      (listener) => connectionState.subscribe(listener),
      () => connectionState.get(),
    ) === 'lost';
  return (
    <div role="status" aria-live="polite" className={isLost ? classes['bar'] : undefined}>
      {isLost ? words.reconnecting : null}
    </div>
  );
}
