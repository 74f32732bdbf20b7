import { useRef, type ReactNode } from 'react';
import { DataRow } from './data-row.tsx';
import { useRowKeys } from './row-keys.ts';
import { rowPx, useRowWindow } from './row-window.ts';
import classes from './data-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** CSS width of the column; columns without one share what is left. */
  readonly width?: string | undefined;
  readonly align?: 'left' | 'right' | undefined;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Whether a click opens the row at once, or only goes to it: where the row is read beside the list first. */
  readonly click?: 'opens' | 'chooses' | undefined;
  /** The page's own list: arrow keys and j, k reach it from anywhere on the page. */
  readonly isMain?: boolean | undefined;
  /** Tells the page which row the keys stand on. */
  readonly onMove?: ((row: Row) => void) | undefined;
}

/** Rows of 40 px under a head that stays; arrows or j and k move, Enter opens, Home and End jump. */
export function DataTable<Row>({ label, rows, rowKey, columns, onOpen, click = 'opens', isMain = false, onMove }: DataTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, onScroll, reveal } = useRowWindow(rows.length);
  const keys = useRowKeys({ rows, isMain, scroller, onOpen, onMove, reveal });
  return (
    <div ref={scroller} className={classes['scroller']} onScroll={onScroll}>
      <table className={classes['table']} aria-label={label} aria-rowcount={rows.length + 1}>
        <TableHead columns={columns} />
        <tbody onKeyDown={keys.onKeyDown}>
          <Gap rows={first} />
          {rows.slice(first, end).map((row, offset) => (
            <DataRow
              key={rowKey(row)}
              row={row}
              index={first + offset}
              columns={columns}
              isCurrent={first + offset === keys.current}
              onFocus={keys.onRowFocus}
              onClick={click === 'opens' ? onOpen : undefined}
            />
          ))}
          <Gap rows={rows.length - end} />
        </tbody>
      </table>
    </div>
  );
}

function TableHead<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return (
    <>
      <colgroup>
        {columns.map((column) => (
          <col key={column.key} style={column.width === undefined ? undefined : { width: column.width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-align={column.align}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

/** Room for the rows that are not drawn. */
function Gap({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr aria-hidden>
      <td style={{ height: rows * rowPx, padding: 0, border: 0 }} />
    </tr>
  );
}
