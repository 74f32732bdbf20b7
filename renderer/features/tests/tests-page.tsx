import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays, dayOf } from '#shared/base/instant.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import { api } from '#renderer/connection/connection.ts';
import { SeatNote } from '#renderer/features/test-booking/seat-note.tsx';
import type { Calendar } from '#renderer/features/test-booking/seats-text.ts';
import { useNow } from '#renderer/ui/clock.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import { CalendarGrid } from './calendar-grid.tsx';
import type { GridPlace } from './grid-place.ts';
import { OfficeLists } from './office-lists.tsx';
import { useOpenBooking } from './open-booking.ts';
import { PlaceChoice } from './place-choice.tsx';
import { TestTabs } from './test-tabs.tsx';
import type { Centres, Tested } from './tested.ts';
import classes from './tests-page.module.css';

/** As far ahead as the calendar goes. */
const daysAhead = 60;

/** Where and when tests are, which seats this PC may give away, and what this office has booked. */
export function TestsPage() {
  const { tests: words } = useWords();
  const centres = useQuery(api.tests.centres.queryOptions({ input: {} }));
  return (
    <Page title={words.tabs.label} words={words.hint} isFull>
      <TestTabs />
      <QueryView query={centres}>
        {(known) => {
          const [first] = known.tested.toSorted((one, other) => likelihood(other) - likelihood(one));
          return first ? <Tests known={known} first={first} /> : <EmptyState title={words.emptyTitle} words={words.empty} />;
        }}
      </QueryView>
    </Page>
  );
}

/** What a clerk most likely looks for: a centre that seats are kept of, before all the one that this office runs. */
function likelihood({ isKept, isOwn }: Tested): number {
  return (isKept ? 2 : 0) + (isOwn ? 1 : 0);
}

function Tests({ known, first }: { readonly known: Centres; readonly first: Tested }) {
  const [where, setWhere] = useState<Pick<SeatPlace, 'centre' | 'class'>>(first);
  const chosen = known.tested.find((one) => one.centre === where.centre && one.class === where.class) ?? first;
  const startsAt = (id: string) => known.sessions.find((session) => session.id === id)?.startsAt ?? id;
  const tomorrow = addDays(dayOf(useNow(60_000)), 1);
  const { centre, class: of } = chosen;
  const calendar = useQuery({
    ...api.tests.calendar.queryOptions({ input: { centre, class: of, from: tomorrow, days: daysAhead } }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PlaceChoice tested={known.tested} chosen={chosen} onChoose={setWhere} />
      <div className={classes['parts']}>
        <QueryView query={calendar}>{(found) => <OpenCalendar calendar={found} of={chosen} startsAt={startsAt} />}</QueryView>
        <OfficeLists startsAt={startsAt} />
      </div>
    </>
  );
}

interface OpenCalendarProps {
  readonly calendar: Calendar;
  readonly of: Tested;
  readonly startsAt: (session: string) => string;
}

/** Where the keys begin: tomorrow's sessions are closed from the evening on. */
function firstOpen({ days, sessions }: Calendar): GridPlace {
  const row = days.findIndex(({ cells }) => cells.some(({ state }) => state !== 'closed'));
  const open = days[row]?.cells.find(({ state }) => state !== 'closed');
  return { row: Math.max(row, 0), column: open ? sessions.indexOf(open.session) : 0 };
}

/** The calendar with a sentence about the session that the keys stand on. */
function OpenCalendar({ calendar, of, startsAt }: OpenCalendarProps) {
  const { calendar: words } = useWords().tests;
  const [place, setPlace] = useState<GridPlace>(() => firstOpen(calendar));
  const isClerk = useHasRole('clerk', 'supervisor');
  const booking = useOpenBooking();
  const cellAt = ({ row, column }: GridPlace) => calendar.days[row]?.cells.find(({ session }) => session === calendar.sessions[column]);
  const open = (at: GridPlace) => {
    const [day, cell] = [calendar.days[at.row]?.day, cellAt(at)];
    if (isClerk && day && cell && cell.state !== 'closed') booking.open({ centre: of.centre, class: of.class, day, session: cell.session });
  };
  return (
    <>
      <CalendarGrid
        label={words.label(of.class, of.name)}
        calendar={calendar}
        place={place}
        startsAt={startsAt}
        onMove={setPlace}
        onOpen={open}
      />
      <SeatNote calendar={calendar} chosen={cellAt(place)} />
      <FailureNote error={booking.error} />
    </>
  );
}
