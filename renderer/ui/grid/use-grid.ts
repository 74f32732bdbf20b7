import { useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { setAll } from './edits.ts';
import { afterEdit, noHistory, redo, undo, type Edit } from './edit-history.ts';
import { textAt, type CellPatch, type GridFix, type Sheet } from './grid-row.ts';
import { rangeOf, single, within, type Place, type Selection } from './selection.ts';

/** `typed`: the first letter opened the cell and arrows leave it; `opened`: F2 did, and arrows move in its text. */
interface Editing {
  readonly text: string;
  readonly by: 'typed' | 'opened';
}

export interface GridOwner {
  readonly sheet: Sheet;
  readonly onEdit: (patches: readonly CellPatch[]) => void;
}

export type GridState = ReturnType<typeof useGrid>;

/** Where the keys stand in a grid, what is being typed there, and what can be undone. */
export function useGrid({ sheet, onEdit }: GridOwner, scroller: RefObject<HTMLElement | null>) {
  const [chosen, setSelection] = useState<Selection>(single({ row: 0, column: 0 }));
  const [editing, setEditing] = useState<Editing | null>(null);
  const [history, setHistory] = useState(noHistory);
  const isOpen = useRef(false);
  const size = { rows: sheet.rows.length, columns: sheet.columns.length };
  const selection: Selection = { at: within(chosen.at, size), to: within(chosen.to, size) };
  const edit = (patches: Edit) => {
    if (patches.length === 0) return;
    onEdit(patches);
    setHistory((before) => afterEdit(before, patches));
  };
  const step = (taken: ReturnType<typeof undo>) => {
    if (taken === undefined) return;
    onEdit(taken.edit);
    setHistory(taken.history);
  };
  return {
    sheet,
    selection,
    range: rangeOf(selection),
    editing,
    choose: setSelection,
    edit,
    undo: () => step(undo(history)),
    redo: () => step(redo(history)),
    /** Opens the cell at once, so that the next key of a scanner already goes into it. */
    open: (by: Editing['by'], text = textAt(sheet, selection.at.row, selection.at.column)) => {
      const row = sheet.rows[selection.at.row];
      if (row === undefined || row.isLocked === true) return;
      isOpen.current = true;
      flushSync(() => setEditing({ text, by }));
    },
    /** Ends the typing with its text, or with null as it was before, and gives the keys back to the grid. */
    close: (text: string | null, next?: Place) => {
      if (!isOpen.current) return;
      isOpen.current = false;
      const { row, column } = selection.at;
      if (text !== null) edit(setAll(sheet, { top: row, bottom: row, left: column, right: column }, text));
      if (next !== undefined) setSelection(single(within(next, size)));
      setEditing(null);
      scroller.current?.focus({ preventScroll: true });
    },
    take: (fix: GridFix) => {
      const row = sheet.rows[selection.at.row];
      if (row === undefined) return;
      edit(Object.entries(fix.cells).map(([column, after]) => ({ rowId: row.id, column, before: row.cells[column] ?? '', after })));
      fix.confirm?.();
    },
  };
}
