import { useState } from 'react';
import type { StockLine } from './stock-line.ts';

/** Which motorcycles of the list an act is about; one that is no longer shown is not chosen. */
export function useChosen(units: readonly StockLine[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    chosen: ids.size === 0 ? [] : units.filter(({ id }) => ids.has(id)),
    toggle: (id: string) =>
      setIds((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]))),
    chooseAll: () => setIds(new Set(units.map(({ id }) => id))),
    clear: () => setIds(new Set()),
  };
}
