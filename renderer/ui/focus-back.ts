import { useEffect, useMemo } from 'react';

/** Dialogs are often taken away whole instead of closed, so the focus is given back here; one that never opened took none. */
export function useFocusBack(isOpen: boolean): void {
  const before = useMemo(() => (isOpen ? document.activeElement : null), [isOpen]);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
}
