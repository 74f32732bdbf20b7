import { useMemo, useState } from 'react';
import { actId } from '#renderer/connection/act.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { CountLine } from '#renderer/ui/grid/count-line.tsx';
import { Grid } from '#renderer/ui/grid/grid.tsx';
import { createGridRows, gridColumns, useRowProblemText } from './grid-rows.ts';
import type { JudgedRow } from './judged-row.ts';
import { countsOf, nextPosition } from './judged-rows.ts';
import type { RowDesk } from './row-desk.ts';
import type { RowKind } from './row-kind.ts';
import { SheetTools } from './sheet-tools.tsx';
import { useStore } from './use-row-desk.ts';
import classes from './rows.module.css';

interface RowSheetProps {
  readonly kind: RowKind;
  readonly desk: RowDesk;
  /** Numbers of the rows that came back, where the list was sent; null shows every row. */
  readonly mending: ReadonlySet<number> | null;
}

/** The rows of a list as a spreadsheet, with one empty row at the end to type or scan into as long as it takes more. */
export function RowSheet({ kind, desk, mending }: RowSheetProps) {
  const { words } = kind;
  const sentence = useRowProblemText(words);
  const all = useStore(desk.rows);
  const rows = mending === null ? all : all.filter(({ position }) => mending.has(position));
  const kept = useStore(desk.kept);
  const error = useStore(desk.error);
  const [shownIds, setShownIds] = useState<ReadonlySet<string> | null>(null);
  const [makeRows] = useState(createGridRows);
  const [spareId, setSpareId] = useState(actId);
  const columns = useMemo(() => gridColumns(kind), [kind]);
  const shown = shownIds === null ? rows : rows.filter(({ id }) => shownIds.has(id));
  const gridRows = makeRows(shown, { words, sentence, onConfirm: desk.confirm });
  const spare = { id: spareId, number: nextPosition(all), cells: {}, problems: [] };
  return (
    <>
      <FailureNote error={error} />
      <Grid
        label={words.sheet.label}
        sheet={{ rows: shownIds === null && mending === null ? [...gridRows, spare] : gridRows, columns }}
        onOverflow={desk.add}
        onEdit={(patches) => {
          if (patches.some(({ rowId }) => rowId === spareId)) setSpareId(actId());
          desk.edit(patches);
        }}
      >
        {(grid) => (
          <div className={classes['tools']}>
            <CountLine {...countsOf(rows)} />
            <span className={classes['kept']} role="status">
              {words.sheet[kept]}
            </span>
            <SheetTools
              words={words}
              grid={grid}
              asideIds={asideIds(rows)}
              isFiltered={shownIds !== null}
              onFilter={(isOn) => setShownIds(isOn ? badIds(rows) : null)}
              onAside={desk.setAside}
            />
          </div>
        )}
      </Grid>
    </>
  );
}

/** Rows that are bad now; they stay in sight while they are mended. */
function badIds(rows: readonly JudgedRow[]): ReadonlySet<string> {
  return new Set(rows.filter(({ state }) => state === 'bad').map(({ id }) => id));
}

function asideIds(rows: readonly JudgedRow[]): ReadonlySet<string> {
  return new Set(rows.filter(({ state }) => state === 'aside').map(({ id }) => id));
}
