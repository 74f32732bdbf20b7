/** One column of a grid, by the key under which its rows keep their text. */
export interface GridColumn {
  readonly key: string;
  readonly head: string;
  readonly widthPx: number;
  readonly align?: 'right' | undefined;
}

/** A way out of a problem that one key takes. */
export interface GridFix {
  readonly label: string;
  /** What the row's cells become, by column. */
  readonly cells: Readonly<Record<string, string>>;
  /** Where the way out is not another text but a word of the person: it is right as it stands. */
  readonly confirm?: (() => void) | undefined;
}

export interface GridProblem {
  readonly column: string;
  /** `asked` stops the row only until somebody has said that it is right. */
  readonly tone: 'wrong' | 'asked';
  readonly sentence: string;
  readonly fixes: readonly GridFix[];
}

/** One row as the grid shows it; what the texts mean is its owner's affair. */
export interface GridRow {
  readonly id: string;
  /** By which people name it, whatever rows are shown beside it. */
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly problems: readonly GridProblem[];
  /** Shown and copied, never changed. */
  readonly isLocked?: boolean | undefined;
  /** Shown pale: it does not go with the others. */
  readonly isAside?: boolean | undefined;
}

/** One cell's text before and after: all that undo needs. */
export interface CellPatch {
  readonly rowId: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export interface Sheet {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
}

export function textAt({ rows, columns }: Sheet, row: number, column: number): string {
  const key = columns[column]?.key;
  return key === undefined ? '' : (rows[row]?.cells[key] ?? '');
}
