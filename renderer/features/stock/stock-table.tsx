import { displayPlate } from '#shared/domain/plate.ts';
import type { StockState } from '#shared/domain/stock-unit.ts';
import type { Words } from '#shared/text/text.ts';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { Tag, type TagTone } from '#renderer/ui/tag.tsx';
import type { StockLine } from './stock-line.ts';
import classes from './stock-page.module.css';

interface StockTableProps {
  readonly units: readonly StockLine[];
  readonly chosen: readonly StockLine[];
  readonly current: StockLine | undefined;
  readonly onMove: (unit: StockLine) => void;
  readonly onOpen: (unit: StockLine) => void;
  readonly onToggle: (id: string) => void;
  readonly onChooseAll: () => void;
  readonly onChooseNone: () => void;
}

/** The motorcycles in rows; x chooses one, a all that are shown, u none; Enter sells it or opens the batch it was sold into. */
export function StockTable({ units, chosen, current, onMove, onOpen, onToggle, onChooseAll, onChooseNone }: StockTableProps) {
  const words = useWords();
  const { stock } = words;
  useKeys([
    { keys: 'x', label: stock.choose, run: () => current && onToggle(current.id) },
    { keys: 'a', label: stock.chooseAll, run: onChooseAll },
    { keys: 'u', label: stock.chooseNone, run: onChooseNone, disabled: chosen.length === 0 },
  ]);
  // A dealer's clerk has one dealer only, and an office often too.
  const hasDealers = units.some(({ dealerName }) => dealerName !== units[0]?.dealerName);
  const chosenIds = new Set(chosen.map(({ id }) => id));
  return (
    <DataTable
      label={words.frame.nav.stock}
      rows={units}
      rowKey={({ id }) => id}
      columns={columns(words, { chosen: chosenIds, onToggle, hasDealers })}
      click="chooses"
      isMain
      onMove={onMove}
      onOpen={onOpen}
    />
  );
}

const tones: Readonly<Record<StockState, TagTone>> = {
  'in-stock': 'grey',
  sold: 'blue',
  registered: 'amber',
  plated: 'green',
  'handed-over': 'green',
  withdrawn: 'grey',
  elsewhere: 'red',
};

/** A number of the metal is told from its neighbours by its end: where it is too long for its column it can be read by the mouse. */
function Code({ text }: { readonly text: string }) {
  return (
    <span className={classes['code']} title={text}>
      {text}
    </span>
  );
}

interface ColumnsFor {
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly hasDealers: boolean;
}

function columns({ stock: words }: Words, { chosen, onToggle, hasDealers }: ColumnsFor): readonly Column<StockLine>[] {
  const { column } = words;
  return [
    {
      key: 'chosen',
      head: column.chosen,
      width: '60px',
      cell: ({ id, chassis }) => (
        <input
          type="checkbox"
          aria-label={`${words.choose}: ${chassis}`}
          tabIndex={-1}
          checked={chosen.has(id)}
          onChange={() => onToggle(id)}
        />
      ),
    },
    {
      key: 'chassis',
      head: column.chassis,
      width: '212px',
      cell: (row) => (
        <strong>
          <Code text={row.chassis} />
        </strong>
      ),
    },
    { key: 'engine', head: column.engine, width: '140px', cell: (row) => <Code text={row.engineNumber} /> },
    { key: 'model', head: column.model, width: '180px', cell: (row) => `${row.make} ${row.model}` },
    ...(hasDealers ? [{ key: 'dealer', head: column.dealer, width: '150px', cell: (row: StockLine) => row.dealerName }] : []),
    { key: 'days', head: column.days, width: '60px', align: 'right', cell: (row) => <span className="tabular">{row.days}</span> },
    { key: 'state', head: column.state, width: '150px', cell: (row) => <Tag tone={tones[row.state]}>{words.state[row.state]}</Tag> },
    {
      key: 'plate',
      head: column.plate,
      width: '132px',
      cell: (row) => (row.plate === null ? null : <PlateChip plate={displayPlate(row.plate)} />),
    },
    {
      key: 'buyer',
      head: column.buyer,
      cell: ({ sale }) => (sale === null ? null : <span title={sale.batchNumber}>{sale.buyerName}</span>),
    },
  ];
}
