import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { BookingList } from './booking-list.tsx';
import { ListActions, type ListedTest } from './list-actions.tsx';
import classes from './tests-page.module.css';
import { WaitList } from './wait-list.tsx';

interface OfficeListsProps {
  /** `08:00` for the id of a session. */
  readonly startsAt: (session: string) => string;
}

/** What this office has booked, and who waits; where a seat has come for somebody who waits, they are shown first. */
export function OfficeLists({ startsAt }: OfficeListsProps) {
  const { lists: words } = useWords().tests;
  const [chosen, setChosen] = useState<'waiting' | 'booked' | null>(null);
  const [current, setCurrent] = useState<ListedTest | null>(null);
  const waiting = useQuery(api.tests.waiting.queryOptions({ input: {} })).data ?? [];
  const booked = useQuery(api.tests.bookings.queryOptions({ input: {} })).data;
  const free = waiting.filter(({ state }) => state === 'free').length;
  const show = chosen ?? (free > 0 ? 'waiting' : 'booked');
  const rows = show === 'waiting' ? waiting : (booked?.lines ?? []);
  const row = rows.find(({ applicationId }) => applicationId === current?.applicationId) ?? rows[0];
  return (
    <section className={classes['list']} aria-label={words.label}>
      <div className={classes['listHead']} data-filters>
        <SegmentedControl<'waiting' | 'booked'>
          size="xs"
          aria-label={words.label}
          value={show}
          onChange={setChosen}
          data={[
            { value: 'booked', label: words.booked(booked?.total ?? 0) },
            { value: 'waiting', label: words.waiting(waiting.length, free) },
          ]}
        />
        {row ? <ListActions key={row.applicationId} test={row} /> : null}
      </div>
      {show === 'waiting' ? (
        <WaitList waiters={waiting} startsAt={startsAt} onMove={setCurrent} />
      ) : (
        <BookingList lines={booked?.lines ?? []} startsAt={startsAt} onMove={setCurrent} />
      )}
    </section>
  );
}
