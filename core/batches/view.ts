import type { BatchRow } from './row-store.ts';

/** A row as a screen sees it. */
export function viewOf({ id, position, cells, problems, state }: BatchRow) {
  return { id, position, cells, problems: [...problems], state };
}
