import type { Words } from '#shared/text/text.ts';
import type { BatchUnit } from '#renderer/features/batches/batch-unit.ts';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { useExceptions } from './batch-verdicts.ts';
import classes from './registrar.module.css';

interface ReviewTableProps {
  readonly units: readonly BatchUnit[];
  readonly exceptions: ReturnType<typeof useExceptions>['exceptions'];
  readonly onMove: (unit: BatchUnit) => void;
  readonly onOpen: ((unit: BatchUnit) => void) | undefined;
}

/** The motorcycles under review; those that are marked to go back say so with their reasons. */
export function ReviewTable({ units, exceptions, onMove, onOpen }: ReviewTableProps) {
  const words = useWords();
  return (
    <DataTable
      label={words.batchSent.page.list}
      rows={units}
      rowKey={({ unit }) => unit.id}
      columns={columnsOf(words, exceptions)}
      isMain
      click="chooses"
      onMove={onMove}
      onOpen={onOpen}
    />
  );
}

function columnsOf({ batchSent, batches }: Words, exceptions: ReviewTableProps['exceptions']): readonly Column<BatchUnit>[] {
  const { page, registrar } = batchSent;
  const code = (text: string) => <span className="tabular">{text}</span>;
  return [
    { key: 'row', head: page.column.row, width: '60px', align: 'right', cell: ({ unit }) => unit.position },
    { key: 'chassis', head: page.column.chassis, width: '184px', cell: ({ unit }) => code(unit.chassis) },
    { key: 'engine', head: page.column.engine, width: '140px', cell: ({ unit }) => code(unit.engineNumber) },
    {
      key: 'model',
      head: registrar.column.model,
      width: '214px',
      cell: ({ unit }) => `${unit.make} ${unit.model}, ${unit.ratingCc} cc`,
    },
    { key: 'entry', head: registrar.column.entry, width: '164px', cell: ({ unit }) => code(unit.customsEntry) },
    { key: 'owner', head: page.column.owner, cell: ({ unit }) => unit.owners.map(({ name }) => name).join(' & ') },
    {
      key: 'verdict',
      head: registrar.column.verdict,
      width: '196px',
      cell: ({ unit }) => {
        const marked = exceptions.get(unit.id);
        if (marked === undefined) return null;
        return (
          <span className={classes['verdict']}>
            <Tag tone="amber">{registrar.goesBack}</Tag> {marked.reasons.map((reason) => batches.returnedFor[reason]).join('; ')}
          </span>
        );
      },
    },
  ];
}
