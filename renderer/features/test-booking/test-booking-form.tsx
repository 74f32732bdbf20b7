import type { ReactNode } from 'react';
import { placeOf } from '#shared/domain/services/test-booking.ts';
import type { ServiceBody } from '#shared/domain/services/services.ts';
import type { ServiceForm, StepProps } from '#renderer/features/application/application-frame.tsx';
import { ConfirmStep } from '#renderer/features/application/confirm-step.tsx';
import { PapersStep } from '#renderer/features/application/papers-step.tsx';
import { usePromiseFacts } from '#renderer/features/application/promise-facts.ts';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { MoneyStep } from '#renderer/features/money/money-step.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import { CandidateStep } from './candidate-step.tsx';
import { PlaceStep } from './place-step.tsx';
import classes from './test-booking.module.css';

/** The form of a driving test's booking: who, where and when, and the frame's papers, confirmation and money. */
export const testBookingForm: ServiceForm = {
  steps: { driver: CandidateStep, place: PlaceStep, papers: PapersStep, confirm: BookingConfirmStep, money: MoneyStep },
  takesEnter: () => false,
  what: (body) => <BookedDay body={body} />,
};

function BookedDay({ body }: { readonly body: ServiceBody }): ReactNode {
  const { label, none } = useWords().testBooking.place;
  const { locale } = useLocale();
  const place = body.service === 'test-booking' ? placeOf(body) : null;
  return place ? label(place.class, dayText(place.day, locale)) : <span className={classes['none']}>{none}</span>;
}

function BookingConfirmStep({ desk }: StepProps) {
  const { promises } = useWords().testBooking;
  const { locale } = useLocale();
  const { fee } = usePromiseFacts(desk);
  const { body } = typedAs(desk, 'test-booking');
  const place = placeOf(body);
  const said = [
    promises.come(body.parties.driver.name || '…', place ? dayText(place.day, locale) : '…', body.centre || '…'),
    promises.moved,
    ...(fee === '' ? [] : [promises.fee(fee)]),
  ];
  return <ConfirmStep desk={desk} promises={said} />;
}
