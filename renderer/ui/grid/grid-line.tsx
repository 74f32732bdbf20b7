import { memo, type ReactNode } from 'react';
import type { GridColumn, GridRow } from './grid-row.ts';
import { gridRowPx } from './grid-window.ts';
import type { Place } from './selection.ts';
import classes from './grid.module.css';

interface GridLineProps {
  readonly row: GridRow;
  readonly index: number;
  readonly columns: readonly GridColumn[];
  readonly gridId: string;
  /** Chosen columns from `left` to `right`; −1 where none of this row is. */
  readonly left: number;
  readonly right: number;
  /** The column where the keys stand, −1 in every other row. */
  readonly at: number;
  /** Stands in the cell of the keys while it is open. */
  readonly editor?: ReactNode;
}

/** One row as drawn: only rows whose own facts have changed are drawn again. */
export const GridLine = memo(function GridLine({ row, index, columns, gridId, left, right, at, editor }: GridLineProps) {
  const marks = new Map(row.problems.toReversed().map(({ column, tone }) => [column, tone]));
  for (const { column, tone } of row.problems) if (tone === 'wrong') marks.set(column, tone);
  return (
    <div
      role="row"
      className={classes['line']}
      aria-rowindex={index + 2}
      data-aside={row.isAside || undefined}
      data-locked={row.isLocked || undefined}
      style={{ top: index * gridRowPx }}
    >
      <div role="rowheader" className={classes['number']} aria-colindex={1} data-mark={row.isAside ? undefined : toneOf(row)}>
        {row.number}
      </div>
      {columns.map(({ key, align }, column) => (
        <div
          key={key}
          id={cellId(gridId, { row: index, column })}
          role="gridcell"
          className={classes['cell']}
          aria-colindex={column + 2}
          aria-selected={column >= left && column <= right}
          aria-invalid={marks.has(key) || undefined}
          aria-readonly={row.isLocked || undefined}
          data-row={index}
          data-column={column}
          data-at={column === at || undefined}
          data-align={align}
          data-mark={row.isAside ? undefined : marks.get(key)}
        >
          {column === at && editor !== undefined ? editor : row.cells[key]}
        </div>
      ))}
    </div>
  );
});

export function cellId(gridId: string, { row, column }: Place): string {
  return `${gridId}-${row}-${column}`;
}

function toneOf({ problems }: GridRow): 'wrong' | 'asked' | undefined {
  if (problems.some(({ tone }) => tone === 'wrong')) return 'wrong';
  return problems.length > 0 ? 'asked' : undefined;
}
