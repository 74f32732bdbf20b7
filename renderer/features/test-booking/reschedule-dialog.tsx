import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { isDay } from '#shared/base/instant.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { usePlaceOptions } from './place-options.ts';
import { SeatNote } from './seat-note.tsx';
import classes from './test-booking.module.css';

interface RescheduleDialogProps {
  readonly id: string;
  /** Where the test is now. */
  readonly from: SeatPlace;
  readonly onClose: () => void;
}

const shortestReason = 3;
const longestReason = 200;

/** Moves a booked test to another session: the old seat is free at once and the new one final. */
export function RescheduleDialog({ id, from, onClose }: RescheduleDialogProps) {
  const { frame, testBooking } = useWords();
  const { place: words, reschedule } = testBooking;
  const [to, setTo] = useState({ centre: from.centre, day: '', session: '' });
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { calendar, cell, centres, days, sessions } = usePlaceOptions({ ...to, class: from.class });
  const move = useAct(client.tests.reschedule, ({ seat }) => {
    tell(reschedule.done(seat));
    onClose();
  });
  const isShort = reason.trim().length < shortestReason;
  const missing = (value: string) => (isTried && value === '' ? frame.required : undefined);
  const send = () => {
    setIsTried(true);
    if (isDay(to.day) && to.session !== '' && !isShort) move.mutate({ id, ...to, day: to.day, reason: reason.trim() });
  };
  return (
    <ModalForm
      isOpen
      title={reschedule.title}
      submitLabel={reschedule.action}
      cancelLabel={reschedule.keep}
      pending={move.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{reschedule.hint}</p>
      <div className={classes['dialog']}>
        <NativeSelect
          label={words.centre}
          value={to.centre}
          data={centres.slice(1)}
          onChange={(event) => setTo({ centre: event.currentTarget.value, day: '', session: '' })}
        />
        <NativeSelect
          label={words.day}
          value={to.day}
          data={days}
          data-autofocus
          error={missing(to.day)}
          onChange={(event) => setTo({ ...to, day: event.currentTarget.value, session: '' })}
        />
        <NativeSelect
          label={words.session}
          value={to.session}
          data={sessions}
          error={missing(to.session)}
          onChange={(event) => setTo({ ...to, session: event.currentTarget.value })}
        />
      </div>
      {calendar && cell ? <SeatNote calendar={calendar} chosen={cell} /> : <Note tone="plain">{reschedule.free}</Note>}
      <Textarea
        label={reschedule.reason}
        value={reason}
        maxLength={longestReason}
        autosize
        minRows={2}
        error={isTried && isShort ? frame.required : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ActFailure error={move.error} />
    </ModalForm>
  );
}
