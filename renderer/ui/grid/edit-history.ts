import type { CellPatch } from './grid-row.ts';

/** One step of undo: everything that one key or paste has changed. */
export type Edit = readonly CellPatch[];

export interface EditHistory {
  readonly done: readonly Edit[];
  readonly undone: readonly Edit[];
}

/** Further back than this nobody goes; it bounds the memory of pastes of thousands of cells. */
const longest = 200;

export const noHistory: EditHistory = { done: [], undone: [] };

/** A new edit ends what could be done again. */
export function afterEdit({ done }: EditHistory, edit: Edit): EditHistory {
  return { done: [...done, edit].slice(-longest), undone: [] };
}

/** The last edit backwards and the history after it, or undefined where there is none. */
export function undo({ done, undone }: EditHistory): { readonly edit: Edit; readonly history: EditHistory } | undefined {
  const last = done.at(-1);
  return last && { edit: reversed(last), history: { done: done.slice(0, -1), undone: [...undone, last] } };
}

export function redo({ done, undone }: EditHistory): { readonly edit: Edit; readonly history: EditHistory } | undefined {
  const last = undone.at(-1);
  return last && { edit: last, history: { done: [...done, last], undone: undone.slice(0, -1) } };
}

function reversed(edit: Edit): Edit {
  return edit.toReversed().map(({ before, after, ...cell }) => ({ ...cell, before: after, after: before }));
}
