import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { addDays, dayOf, isDay } from '#shared/base/instant.ts';
import { api, client } from '#renderer/connection/connection.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { FieldGrid } from '#renderer/features/application/field-grid.tsx';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { SeatNote } from './seat-note.tsx';
import classes from './test-booking.module.css';
import { seatsText } from './seats-text.ts';

/** As far ahead as the calendar goes. */
const daysAhead = 60;

/** Class, centre, day and session, each with what seats are at hand; the seat itself is given with the money. */
export function PlaceStep({ desk }: StepProps) {
  const { place: words } = useWords().testBooking;
  const { locale } = useLocale();
  const { body, change } = typedAs(desk, 'test-booking');
  const tomorrow = addDays(dayOf(useNow(60_000)), 1);
  const where = useQuery(api.tests.centres.queryOptions({ input: {} })).data;
  const of = { centre: body.centre, class: body.class };
  const isPlaced = of.centre !== '' && of.class !== '';
  const calendar = useQuery({
    ...api.tests.calendar.queryOptions({ input: { ...of, from: tomorrow, days: daysAhead } }),
    enabled: isPlaced,
  }).data;
  const keep = useAct(client.tests.keepSeats);
  const tested = where?.tested ?? [];
  const cells = calendar?.days.find(({ day }) => day === body.day)?.cells ?? [];
  const chosen = cells.find(({ session }) => session === body.session);
  const startsAt = (id: string) => where?.sessions.find((session) => session.id === id)?.startsAt ?? id;
  const choose = (field: 'class' | 'centre' | 'day' | 'session') => (event: { readonly currentTarget: { readonly value: string } }) => {
    const { value } = event.currentTarget;
    change((before) => ({ ...before, ...emptiedBy[field], [field]: value }));
  };
  return (
    <>
      <StepHead question={words.question} hint={words.hint} />
      <FieldGrid>
        <NativeSelect
          {...desk.seat('class')}
          size="sm"
          label={words.class}
          value={body.class}
          data={['', ...new Set([...tested.map((one) => one.class), ...(body.class === '' ? [] : [body.class])])]}
          onChange={choose('class')}
        />
        <NativeSelect
          {...desk.seat('centre')}
          size="sm"
          label={words.centre}
          value={body.centre}
          data={[
            { value: '', label: '' },
            ...tested.filter((one) => one.class === body.class).map(({ centre, name }) => ({ value: centre, label: name })),
          ]}
          onChange={choose('centre')}
        />
        <NativeSelect
          {...desk.seat('day')}
          size="sm"
          label={words.day}
          value={body.day}
          data={[
            { value: '', label: '' },
            ...(calendar?.days ?? []).map(({ day, cells: ofDay }) => ({
              value: day,
              label: `${dayText(day, locale)} · ${words.seats.final(ofDay.reduce((sum, { left }) => sum + left, 0))}`,
            })),
          ]}
          onChange={choose('day')}
        />
        <NativeSelect
          {...desk.seat('session')}
          size="sm"
          label={words.session}
          value={body.session}
          data={[
            { value: '', label: '' },
            ...cells.map((cell) => ({ value: cell.session, label: `${startsAt(cell.session)} · ${seatsText(cell, words)}` })),
          ]}
          onChange={choose('session')}
        />
      </FieldGrid>
      <div className={classes['seats']}>
        {isPlaced && calendar ? <SeatNote calendar={calendar} chosen={isDay(body.day) ? chosen : undefined} /> : null}
        <FailureNote error={keep.error} />
        {isPlaced && calendar && !calendar.isKept && calendar.sessions.length > 0 ? (
          <div>
            <ActionButton label={words.keep} keys="F7" pending={keep.isPending} onAct={() => keep.mutate({ ...of, keep: true })} />
          </div>
        ) : null}
      </div>
    </>
  );
}

/** What a choice makes meaningless: another centre has other days. */
const emptiedBy = {
  class: { centre: '', day: '', session: '' },
  centre: { day: '', session: '' },
  day: { session: '' },
  session: {},
} as const;
