import { useNavigate } from '@tanstack/react-router';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { weekdayText } from '#renderer/ui/time-words.ts';
import type { BookedLine } from './tested.ts';
import classes from './tests-page.module.css';

interface BookingListProps {
  readonly lines: readonly BookedLine[];
  readonly startsAt: (session: string) => string;
  readonly onMove: (line: BookedLine) => void;
}

/** What this office has booked and is yet to come, the next day first. Enter opens the case. */
export function BookingList({ lines, startsAt, onMove }: BookingListProps) {
  const { lists: words } = useWords().tests;
  const navigate = useNavigate();
  const columns = useColumns(startsAt);
  if (lines.length === 0) return <p className={classes['quiet']}>{words.noneBooked}</p>;
  return (
    <DataTable
      label={words.bookedTable}
      rows={lines}
      rowKey={({ applicationId }) => applicationId}
      columns={columns}
      click="chooses"
      onMove={onMove}
      onOpen={({ applicationId: id }) => void navigate({ to: '/cases/$id', params: { id } })}
    />
  );
}

function useColumns(startsAt: (session: string) => string): readonly Column<BookedLine>[] {
  const { column } = useWords().tests;
  const { locale } = useLocale();
  return [
    { key: 'day', head: column.day, width: '150px', cell: ({ day }) => weekdayText(day, locale) },
    { key: 'session', head: column.session, width: '80px', cell: ({ session }) => startsAt(session) },
    { key: 'class', head: column.class, width: '80px', cell: (row) => row.class },
    { key: 'seat', head: column.seat, width: '80px', cell: ({ seat }) => <strong>{seat}</strong> },
    { key: 'candidate', head: column.candidate, cell: ({ candidate }) => candidate },
    { key: 'centre', head: column.centre, cell: ({ centreName }) => centreName },
    { key: 'number', head: column.number, width: '180px', cell: ({ number }) => number },
  ];
}
