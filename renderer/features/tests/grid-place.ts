/** A cell of the calendar: which day from the top, and which session from the left. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

const pageOf = 7;

/** Where a key leads from a cell of `rows` days by `columns` sessions; undefined where it leads nowhere. */
export function placeAfter(key: string, { row, column }: GridPlace, size: { readonly rows: number; readonly columns: number }) {
  const moves: Readonly<Record<string, GridPlace>> = {
    ArrowDown: { row: row + 1, column },
    j: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    k: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + pageOf, column },
    PageUp: { row: row - pageOf, column },
    Home: { row: 0, column },
    End: { row: size.rows - 1, column },
  };
  const to = moves[key];
  if (!to || size.rows === 0 || size.columns === 0) return undefined;
  return { row: within(to.row, size.rows), column: within(to.column, size.columns) };
}

function within(value: number, count: number): number {
  return Math.min(Math.max(value, 0), count - 1);
}
