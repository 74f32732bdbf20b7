import { displayPlate } from '#shared/domain/plate.ts';
import type { TradePlateWords } from '#shared/text/en/trade-plates.ts';
import { WhenText } from '#renderer/ui/age-text.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { TwoLines } from '#renderer/ui/two-lines.tsx';
import type { Movement } from './movement.ts';
import classes from './trade-plates-page.module.css';

interface MovementTableProps {
  readonly movements: readonly Movement[];
  readonly onMove: (movement: Movement) => void;
  readonly onOpen: (movement: Movement) => void;
}

/** The lines of the register, newest first; Enter writes a plate that is out back in. */
export function MovementTable({ movements, onMove, onOpen }: MovementTableProps) {
  const words = useWords().tradePlates;
  const hasDealers = movements.some(({ dealerName }) => dealerName !== movements[0]?.dealerName);
  return (
    <DataTable
      label={words.print.title}
      rows={movements}
      rowKey={({ id }) => id}
      columns={columns(words, hasDealers)}
      click="chooses"
      isMain
      onMove={onMove}
      onOpen={onOpen}
    />
  );
}

function columns(words: TradePlateWords, hasDealers: boolean): readonly Column<Movement>[] {
  const { column } = words;
  return [
    { key: 'plate', head: column.plate, width: '116px', cell: (row) => <PlateChip plate={displayPlate(row.plate)} plateClass="dealer" /> },
    { key: 'out', head: column.out, width: '110px', cell: (row) => <WhenText at={row.outAt} /> },
    { key: 'back', head: column.back, width: '190px', cell: (row) => <Back movement={row} words={words} /> },
    {
      key: 'vehicle',
      head: column.vehicle,
      width: '200px',
      cell: (row) => <TwoLines first={row.chassis} second={row.vehicle} title={`${row.chassis} · ${row.vehicle}`} />,
    },
    {
      key: 'journey',
      head: column.journey,
      cell: (row) => (
        <TwoLines
          first={words.purpose[row.purpose]}
          second={row.destination}
          title={`${words.purpose[row.purpose]} · ${row.destination}`}
        />
      ),
    },
    {
      key: 'driver',
      head: column.driver,
      width: '170px',
      cell: (row) => <TwoLines first={row.driverName} second={row.driverMaskedId} title={`${row.driverName} · ${row.driverMaskedId}`} />,
    },
    ...(hasDealers ? [{ key: 'dealer', head: column.dealer, width: '150px', cell: (row: Movement) => row.dealerName }] : []),
  ];
}

function Back({ movement: { back, isLate, isDoubled }, words }: { readonly movement: Movement; readonly words: TradePlateWords }) {
  return (
    <TwoLines
      first={
        <span className={classes['marks']}>
          {back === null ? <Tag tone="amber">{words.isOut}</Tag> : <WhenText at={back.at} />}
          {isLate ? <Mark text={words.isLate} hint={words.lateHint} /> : null}
          {isDoubled ? <Mark text={words.isDoubled} hint={words.doubledHint} /> : null}
        </span>
      }
      second={back?.note}
      title={back?.note}
    />
  );
}

function Mark({ text, hint }: { readonly text: string; readonly hint: string }) {
  return (
    <span title={hint}>
      <Tag tone="red">{text}</Tag>
    </span>
  );
}
