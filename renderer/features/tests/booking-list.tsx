import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '#renderer/connection/connection.ts';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { weekdayText } from '#renderer/ui/time-words.ts';
import type { BookedLine } from './tested.ts';
import classes from './tests-page.module.css';

interface BookingListProps {
  readonly startsAt: (session: string) => string;
}

/** What this office has booked and is yet to come. Enter opens the booking: its slip, another day, or its end. */
export function BookingList({ startsAt }: BookingListProps) {
  const { booked: words } = useWords().tests;
  const navigate = useNavigate();
  const list = useQuery(api.tests.bookings.queryOptions({ input: {} }));
  const open = ({ applicationId: id }: BookedLine) => void navigate({ to: '/cases/$id', params: { id } });
  const columns = useColumns(startsAt);
  return (
    <QueryView query={list}>
      {({ lines, total }) => (
        <section className={classes['list']} aria-label={words.title}>
          <h2 className={classes['title']}>{words.heading(lines.length, total)}</h2>
          {lines.length === 0 ? (
            <p className={classes['quiet']}>{words.none}</p>
          ) : (
            <DataTable label={words.title} rows={lines} rowKey={({ applicationId }) => applicationId} columns={columns} onOpen={open} />
          )}
        </section>
      )}
    </QueryView>
  );
}

function useColumns(startsAt: (session: string) => string): readonly Column<BookedLine>[] {
  const { column } = useWords().tests;
  const { locale } = useLocale();
  return [
    { key: 'day', head: column.day, width: '130px', cell: ({ day }) => weekdayText(day, locale) },
    { key: 'session', head: column.session, width: '80px', cell: ({ session }) => startsAt(session) },
    { key: 'class', head: column.class, width: '70px', cell: (row) => row.class },
    { key: 'seat', head: column.seat, width: '70px', cell: ({ seat }) => <strong>{seat}</strong> },
    { key: 'candidate', head: column.candidate, cell: ({ candidate }) => candidate },
    { key: 'centre', head: column.centre, cell: ({ centreName }) => centreName },
    { key: 'number', head: column.number, width: '180px', cell: ({ number }) => number },
  ];
}
