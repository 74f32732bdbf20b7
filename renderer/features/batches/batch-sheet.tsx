import { useMemo, useState } from 'react';
import { actId } from '#renderer/connection/act.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { CountLine } from '#renderer/ui/grid/count-line.tsx';
import { Grid } from '#renderer/ui/grid/grid.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { createGridRows, gridColumns, useBatchProblemText } from './batch-grid-rows.ts';
import type { BatchRow } from './batch-row.ts';
import { countsOf } from './batch-rows.ts';
import { SheetTools } from './sheet-tools.tsx';
import type { BatchDesk } from './batch-desk.ts';
import { useStore } from './use-batch-desk.ts';
import classes from './batches.module.css';

interface BatchSheetProps {
  readonly desk: BatchDesk;
  /** Numbers of the rows that came back, where the batch was sent; null shows every row. */
  readonly mending: ReadonlySet<number> | null;
}

/** The motorcycles of a batch as a spreadsheet, with one empty row at the end to type or scan into as long as it takes more. */
export function BatchSheet({ desk, mending }: BatchSheetProps) {
  const words = useWords().batches;
  const sentence = useBatchProblemText();
  const all = useStore(desk.rows);
  const rows = mending === null ? all : all.filter(({ position }) => mending.has(position));
  const kept = useStore(desk.kept);
  const error = useStore(desk.error);
  const [shownIds, setShownIds] = useState<ReadonlySet<string> | null>(null);
  const [makeRows] = useState(createGridRows);
  const [spareId, setSpareId] = useState(actId);
  const columns = useMemo(() => gridColumns(words), [words]);
  const shown = shownIds === null ? rows : rows.filter(({ id }) => shownIds.has(id));
  const gridRows = makeRows(shown, { words, sentence, onConfirm: desk.confirm });
  const spare = { id: spareId, cells: {}, problems: [] };
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
function badIds(rows: readonly BatchRow[]): ReadonlySet<string> {
  return new Set(rows.filter(({ state }) => state === 'bad').map(({ id }) => id));
}

function asideIds(rows: readonly BatchRow[]): ReadonlySet<string> {
  return new Set(rows.filter(({ state }) => state === 'aside').map(({ id }) => id));
}
