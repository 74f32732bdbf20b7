import type { Column } from './data-table.tsx';

interface DataRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  /** The row the Tab key comes to. */
  readonly isCurrent: boolean;
  readonly onFocus: (index: number) => void;
  readonly onClick: ((row: Row) => void) | undefined;
}

/** One line of a table; the mouse reaches it with a click, the keyboard opens it with Enter. */
export function DataRow<Row>({ row, index, columns, isCurrent, onFocus, onClick }: DataRowProps<Row>) {
  return (
    <tr
      tabIndex={isCurrent ? 0 : -1}
      data-index={index}
      data-opens={onClick === undefined ? undefined : true}
      aria-rowindex={index + 2}
      onFocus={() => onFocus(index)}
      onClick={() => onClick?.(row)}
    >
      {columns.map((column) => (
        <td key={column.key} data-align={column.align}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
