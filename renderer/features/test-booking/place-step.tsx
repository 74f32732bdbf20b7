import { NativeSelect } from '@mantine/core';
import { isDay } from '#shared/base/instant.ts';
import { client } from '#renderer/connection/connection.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { FieldGrid } from '#renderer/features/application/field-grid.tsx';
import { useProblemText } from '#renderer/features/application/problem-text.ts';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { usePlaceOptions } from './place-options.ts';
import { SeatNote } from './seat-note.tsx';
import classes from './test-booking.module.css';
import { WaitButton } from './wait-button.tsx';

/** Class, centre, day and session, each with what seats are at hand; the seat itself is given with the money. */
export function PlaceStep({ desk }: StepProps) {
  const { place: words } = useWords().testBooking;
  const { body, change } = typedAs(desk, 'test-booking');
  const { calendar, cell, ...options } = usePlaceOptions(body);
  const sentence = useProblemText();
  const keep = useAct(client.tests.keepSeats);
  const of = { centre: body.centre, class: body.class };
  const chosen = isDay(body.day) ? cell : undefined;
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
          data={['', ...new Set([...options.classes, ...(body.class === '' ? [] : [body.class])])]}
          onChange={choose('class')}
        />
        <NativeSelect
          {...desk.seat('centre')}
          size="sm"
          label={words.centre}
          value={body.centre}
          data={options.centres}
          onChange={choose('centre')}
        />
        <NativeSelect {...desk.seat('day')} size="sm" label={words.day} value={body.day} data={options.days} onChange={choose('day')} />
        <NativeSelect
          {...desk.seat('session')}
          size="sm"
          label={words.session}
          value={body.session}
          data={options.sessions}
          onChange={choose('session')}
        />
      </FieldGrid>
      {calendar ? (
        <div className={classes['seats']}>
          <SeatNote calendar={calendar} chosen={chosen} />
          {desk.warnings.map((warning) => (
            <Note key={warning.code} tone="amber">
              {sentence(warning)}
            </Note>
          ))}
          <FailureNote error={keep.error} />
          <div className={classes['ways']}>
            {chosen?.state === 'wait-list' || chosen?.state === 'asked' ? <WaitButton desk={desk} /> : null}
            {!calendar.isKept && calendar.sessions.length > 0 ? (
              <ActionButton label={words.keep} keys="F7" pending={keep.isPending} onAct={() => keep.mutate({ ...of, keep: true })} />
            ) : null}
          </div>
        </div>
      ) : null}
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
