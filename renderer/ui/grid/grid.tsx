import { useId, useMemo, useRef, type ClipboardEvent, type CSSProperties, type MouseEvent, type ReactNode } from 'react';
import { useWords } from '../locale.tsx';
import { CellEditor } from './cell-editor.tsx';
import { copied, pasted, setAll } from './edits.ts';
import { cellId, GridLine } from './grid-line.tsx';
import type { GridColumn } from './grid-row.ts';
import { gridRowPx, numbersPx, useGridArrival, useGridWindow, useReveal } from './grid-window.ts';
import { ProblemLine } from './problem-line.tsx';
import { single, type Place } from './selection.ts';
import { fromTsv, toTsv } from './tsv.ts';
import { gridKeyDown, useGridBindings } from './use-grid-keys.ts';
import { useGrid, type GridOwner, type GridState } from './use-grid.ts';
import classes from './grid.module.css';

interface GridProps extends GridOwner {
  readonly label: string;
  /** Takes lines of a paste for which the sheet has no row, as texts by column from the left-most pasted one. */
  readonly onOverflow?: ((cells: readonly Readonly<Record<string, string>>[]) => void) | undefined;
  /** Stands above the grid and works on what is chosen in it. */
  readonly children?: ((grid: GridState) => ReactNode) | undefined;
}

/** A spreadsheet under a head and beside row numbers that stay: only the rows in sight are drawn, and the keys stay with the grid itself. */
export function Grid({ label, onOverflow, children, ...owner }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const grid = useGrid(owner, scroller);
  const { sheet, selection } = grid;
  const { columns, rows } = sheet;
  const { first, end, measure } = useGridWindow(rows.length, scroller);
  useReveal(selection.to, columns, scroller);
  useGridBindings(grid, scroller);
  useGridArrival(scroller);
  const template = useMemo(() => `${numbersPx}px ${columns.map(({ widthPx }) => `${widthPx}px`).join(' ')}`, [columns]);
  const { at } = selection;
  return (
    <>
      {children?.(grid)}
      <div
        ref={scroller}
        role="grid"
        className={classes['grid']}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-activedescendant={rows.length === 0 ? undefined : cellId(gridId, at)}
        tabIndex={0}
        data-autofocus
        style={{ '--grid-columns': template } as CSSProperties}
        onScroll={measure}
        onKeyDown={(event) => gridKeyDown(grid, event)}
        {...clipboardOf(grid, onOverflow)}
        {...mouseOf(grid)}
      >
        <GridHead columns={columns} />
        <GridBody grid={grid} gridId={gridId} first={first} end={end} />
      </div>
      <ProblemLine grid={grid} />
    </>
  );
}

interface GridBodyProps {
  readonly grid: GridState;
  readonly gridId: string;
  readonly first: number;
  readonly end: number;
}

function GridBody({ grid, gridId, first, end }: GridBodyProps) {
  const { sheet, selection, range, editing } = grid;
  const { rows, columns } = sheet;
  const { at } = selection;
  const drawn = drawnRows(first, end, at.row);
  const editor = editing === null ? undefined : <CellEditor grid={grid} label={columns[at.column]?.head ?? ''} />;
  return (
    <div role="rowgroup" className={classes['body']} style={{ height: rows.length * gridRowPx }}>
      {drawn.map((index) => {
        const row = rows[index];
        if (row === undefined) return null;
        const isChosen = index >= range.top && index <= range.bottom;
        return (
          <GridLine
            key={row.id}
            row={row}
            index={index}
            columns={columns}
            gridId={gridId}
            left={isChosen ? range.left : -1}
            right={isChosen ? range.right : -1}
            at={index === at.row ? at.column : -1}
            editor={index === at.row ? editor : undefined}
          />
        );
      })}
    </div>
  );
}

/** The rows in sight, and always the one where the keys stand: what is open in it stays open while the wheel turns. */
function drawnRows(first: number, end: number, at: number): readonly number[] {
  const inSight = Array.from({ length: end - first }, (_, offset) => first + offset);
  if (at < first) return [at, ...inSight];
  return at >= end ? [...inSight, at] : inSight;
}

function GridHead({ columns }: { readonly columns: readonly GridColumn[] }) {
  const { rowNumber } = useWords().grid;
  return (
    <div role="rowgroup" className={classes['head']}>
      <div role="row" className={classes['heads']} aria-rowindex={1}>
        <div role="columnheader" className={classes['corner']} aria-colindex={1}>
          <span className={classes['spoken']}>{rowNumber}</span>
        </div>
        {columns.map(({ key, head, align }, column) => (
          <div key={key} role="columnheader" className={classes['name']} aria-colindex={column + 2} data-align={align}>
            {head}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Ranges go to and come from the clipboard as spreadsheets write them; an open cell keeps its own clipboard. */
function clipboardOf(grid: GridState, onOverflow: GridProps['onOverflow']) {
  const { sheet, range, editing } = grid;
  const put = (event: ClipboardEvent) => {
    if (editing !== null) return false;
    event.clipboardData.setData('text/plain', toTsv(copied(sheet, range)));
    event.preventDefault();
    return true;
  };
  return {
    onCopy: (event: ClipboardEvent) => void put(event),
    onCut: (event: ClipboardEvent) => {
      if (put(event)) grid.edit(setAll(sheet, range, ''));
    },
    onPaste: (event: ClipboardEvent) => {
      if (editing !== null) return;
      event.preventDefault();
      const paste = pasted(sheet, range, fromTsv(event.clipboardData.getData('text/plain')));
      grid.edit(paste.patches);
      grid.choose({
        at: { row: paste.range.top, column: paste.range.left },
        to: { row: paste.range.bottom, column: paste.range.right },
      });
      if (paste.overflow.length > 0) onOverflow?.(paste.overflow.map((line) => cellsOf(line, sheet.columns.slice(range.left))));
    },
  };
}

function cellsOf(line: readonly string[], columns: readonly GridColumn[]): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.slice(0, line.length).map(({ key }, index) => [key, line[index] ?? '']));
}

function mouseOf(grid: GridState) {
  const placeOf = ({ target }: MouseEvent): Place | undefined => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
    return cell === null ? undefined : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
  };
  return {
    onMouseDown: (event: MouseEvent) => {
      const place = placeOf(event);
      if (place === undefined || event.target instanceof HTMLInputElement) return;
      grid.choose(event.shiftKey ? { at: grid.selection.at, to: place } : single(place));
    },
    onMouseOver: (event: MouseEvent) => {
      const place = event.buttons === 1 ? placeOf(event) : undefined;
      if (place !== undefined && grid.editing === null) grid.choose({ at: grid.selection.at, to: place });
    },
    onDoubleClick: (event: MouseEvent) => {
      if (placeOf(event) !== undefined) grid.open('opened');
    },
  };
}
