import { displayPlate } from '#shared/domain/plate.ts';
import { useOffices } from '#renderer/features/application/offices.ts';
import { WhenText } from '#renderer/ui/age-text.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { EndedTag } from '#renderer/ui/ended-tag.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { StateBadge } from '#renderer/ui/state-badge.tsx';
import type { Words } from '#shared/text/text.ts';
import type { LogbookLine } from './logbook-line.ts';

interface LogbookTableProps {
  readonly logbooks: readonly LogbookLine[];
  readonly onMove: (logbook: LogbookLine) => void;
  readonly onOpen: (logbook: LogbookLine) => void;
}

/** Approved eLogbooks in rows; Enter shows the preview. */
export function LogbookTable({ logbooks, onMove, onOpen }: LogbookTableProps) {
  const words = useWords();
  const offices = useOffices();
  const nameOf = (code: string) => offices.find((office) => office.code === code)?.name ?? code;
  return (
    <DataTable
      label={words.frame.nav.logbooks}
      rows={logbooks}
      rowKey={(row) => row.applicationId}
      columns={columns(words, nameOf)}
      isMain
      onMove={onMove}
      onOpen={onOpen}
    />
  );
}

function columns({ logbooks: words }: Words, nameOf: (officeCode: string) => string): readonly Column<LogbookLine>[] {
  const { column } = words;
  return [
    { key: 'plate', head: column.plate, width: '130px', cell: (row) => <PlateChip plate={displayPlate(row.plate)} /> },
    { key: 'number', head: column.number, width: '172px', cell: (row) => <span className="tabular">{row.number}</span> },
    { key: 'owner', head: column.owner, cell: (row) => row.owner },
    { key: 'approved', head: column.approved, width: '116px', cell: (row) => <WhenText at={row.approvedAt} /> },
    { key: 'office', head: column.office, width: '148px', cell: (row) => nameOf(row.collectionOffice) },
    { key: 'copies', head: column.copies, width: '112px', cell: (row) => words.copies(row.copies) },
    {
      key: 'state',
      head: column.state,
      width: '256px',
      cell: (row) => (row.endedBy ? <EndedTag endedBy={row.endedBy} /> : <StateBadge state={row.state} />),
    },
  ];
}
