import type { Words } from '#shared/text/text.ts';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { unitTones, type BatchUnit } from './batch-unit.ts';
import { useUnitReason } from './unit-reason.ts';
import classes from './batches.module.css';

interface UnitTableProps {
  readonly units: readonly BatchUnit[];
  readonly onMove: (unit: BatchUnit) => void;
}

/** Each motorcycle that was paid for, with its plate and logbook or with why it came back. */
export function UnitTable({ units, onMove }: UnitTableProps) {
  const words = useWords();
  const unitReason = useUnitReason();
  return (
    <DataTable
      label={words.batchSent.page.list}
      rows={units}
      rowKey={({ unit }) => unit.id}
      columns={columnsOf(words, unitReason)}
      isMain
      click="chooses"
      onMove={onMove}
    />
  );
}

function columnsOf({ batchSent: words }: Words, unitReason: (code: string) => string): readonly Column<BatchUnit>[] {
  const { column } = words.page;
  const code = (text: string) => <span className={classes['code']}>{text}</span>;
  return [
    { key: 'row', head: column.row, width: '64px', align: 'right', cell: ({ unit }) => unit.position },
    { key: 'chassis', head: column.chassis, width: '190px', cell: ({ unit }) => code(unit.chassis) },
    { key: 'engine', head: column.engine, width: '140px', cell: ({ unit }) => code(unit.engineNumber) },
    { key: 'owner', head: column.owner, cell: ({ unit }) => unit.owners.map(({ name }) => name).join(' & ') },
    { key: 'state', head: column.state, width: '150px', cell: ({ state }) => <Tag tone={unitTones[state]}>{words.state[state]}</Tag> },
    {
      key: 'plate',
      head: column.plate,
      width: '144px',
      cell: ({ outcome }) => (outcome?.plate ? <PlateChip plate={outcome.plate} plateClass="motorcycle" /> : null),
    },
    {
      key: 'outcome',
      head: column.outcome,
      width: '264px',
      cell: ({ state, outcome }) => {
        if (state === 'registered') return code(outcome?.logbookNumber ?? '');
        if (state !== 'returned' || outcome === null) return null;
        const why = outcome.reasons.map(unitReason);
        return [...why, ...(outcome.note === '' ? [] : [`“${outcome.note}”`])].join('; ');
      },
    },
  ];
}
