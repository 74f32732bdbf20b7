import { useEffect } from 'react';

/** A scanner types at least this many characters, each this soon after the one before; no person does. */
const scanLength = 6;
const scanGapMs = 30;

/** Tells a scanner from a person by the time between keys. Feed every key; it answers whether this Enter ended a scan. */
export function createScanWatch(): (key: string, atMs: number) => boolean {
  let fastCount = 0;
  let lastMs = Number.NEGATIVE_INFINITY;
  return (key, atMs) => {
    // Ctrl and Shift go down with the key they change and tell nothing of the pace.
    if (key !== 'Enter' && key.length > 1) return false;
    const isFast = atMs - lastMs <= scanGapMs;
    lastMs = atMs;
    if (key === 'Enter') {
      const isScan = isFast && fastCount >= scanLength;
      fastCount = 0;
      return isScan;
    }
    fastCount = isFast ? fastCount + 1 : 1;
    return false;
  };
}

/** Passwords come from no scanner but from quick password keepers; a field marked `data-takes-scans` acts on a scan itself. */
function takesEnter(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && (target.type === 'password' || target.dataset['takesScans'] !== undefined);
}

/** The Enter at the end of a scan fills the field and stops there: it never submits a form (UI.md, Style). */
export function useScanGuard(): void {
  useEffect(() => {
    const endsScan = createScanWatch();
    const guard = (event: KeyboardEvent) => {
      // No scanner holds Ctrl or Alt: Ctrl+Enter is a person who finishes, however soon behind the last character.
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const isScan = endsScan(event.key, event.timeStamp);
      if (!isScan || takesEnter(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', guard, true);
    return () => window.removeEventListener('keydown', guard, true);
  }, []);
}
