import { useNavigate } from '@tanstack/react-router';
import { displayPhone } from '#shared/domain/phone.ts';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Tag, type TagTone } from '#renderer/ui/tag.tsx';
import { shortText, weekdayText } from '#renderer/ui/time-words.ts';
import { bookingStep, type Waiter } from './tested.ts';
import classes from './tests-page.module.css';

interface WaitListProps {
  readonly waiters: readonly Waiter[];
  readonly startsAt: (session: string) => string;
  readonly onMove: (waiter: Waiter) => void;
}

/** Who waits for a seat, those first for whom one is free. Enter opens what was typed, to book it. */
export function WaitList({ waiters, startsAt, onMove }: WaitListProps) {
  const { lists: words } = useWords().tests;
  const navigate = useNavigate();
  const columns = useColumns(startsAt);
  if (waiters.length === 0) return <p className={classes['quiet']}>{words.noneWaiting}</p>;
  const open = (waiter: Waiter) =>
    void navigate({ to: '/cases/$id/edit/$step', params: { id: waiter.applicationId, step: bookingStep(waiter) } });
  return (
    <DataTable
      label={words.waitingTable}
      rows={waiters}
      rowKey={({ applicationId }) => applicationId}
      columns={columns}
      click="chooses"
      onMove={onMove}
      onOpen={open}
    />
  );
}

const tones: Readonly<Record<Waiter['state'], TagTone>> = { free: 'green', waiting: 'amber', over: 'grey' };

function useColumns(startsAt: (session: string) => string): readonly Column<Waiter>[] {
  const { column, lists: words } = useWords().tests;
  const { locale } = useLocale();
  return [
    {
      key: 'state',
      head: column.state,
      width: '210px',
      cell: ({ state, place }) => <Tag tone={tones[state]}>{words.state[state](place)}</Tag>,
    },
    { key: 'candidate', head: column.candidate, cell: ({ candidate }) => candidate },
    { key: 'phone', head: column.phone, width: '150px', cell: ({ phone }) => (phone === '' ? '' : displayPhone(phone)) },
    { key: 'day', head: column.day, width: '190px', cell: ({ day, session }) => `${weekdayText(day, locale)} ${startsAt(session)}` },
    { key: 'class', head: column.class, width: '70px', cell: (row) => row.class },
    { key: 'centre', head: column.centre, cell: ({ centreName }) => centreName },
    { key: 'since', head: column.since, width: '130px', cell: ({ since }) => shortText(since, locale) },
  ];
}
