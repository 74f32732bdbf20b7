import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { PaymentFields, usePaymentDraft } from '#renderer/features/money/payment-fields.tsx';
import { isTyped, noSupervisor, SupervisorFields } from '#renderer/features/people/supervisor-fields.tsx';
import { BillTable } from '#renderer/features/rows/bill-table.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { ListPlan } from './school-list.ts';
import classes from './school-lists.module.css';

interface BookDialogProps {
  readonly id: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What booking the list will do, said before it is done: who has a seat for good, who only waits, and the one payment. */
export function BookDialog(props: BookDialogProps) {
  const { page } = useWords().schoolLists;
  const plan = useQuery({ ...api.schoolLists.plan.queryOptions({ input: { id: props.id } }), staleTime: 0, gcTime: 0 });
  const isCashAllowed = useQuery(api.office.reference.queryOptions({ input: {} })).data?.cashAllowed ?? false;
  // The first field takes the keys, so the form comes whole once the plan is known.
  if (plan.data !== undefined && !plan.isFetching)
    return <BookForm key={plan.dataUpdatedAt} {...props} plan={plan.data} isCashAllowed={isCashAllowed} />;
  if (plan.error === null) return null;
  return (
    <Dialog isOpen title={page.book} onClose={props.onClose}>
      <ActFailure error={plan.error} />
    </Dialog>
  );
}

const shortestReason = 3;

interface BookFormProps extends BookDialogProps {
  readonly plan: ListPlan;
  readonly isCashAllowed: boolean;
}

function BookForm({ id, plan, isCashAllowed, onDone, onClose }: BookFormProps) {
  const { schoolLists, money, application, frame } = useWords();
  const words = schoolLists.book;
  const payment = usePaymentDraft(plan.totalCents);
  const [booked, waiting] = [plan.booked.length, plan.waiting.length];
  const isPaid = booked > 0;
  const needsWord = plan.oldRecords > 0;
  const [supervisor, setSupervisor] = useState(noSupervisor);
  const [reason, setReason] = useState('');
  const isReasonShort = reason.trim().length < shortestReason;
  const isWordSaid = isTyped(supervisor) && !isReasonShort;
  const book = useAct(client.schoolLists.book, ({ receiptNumber }) => {
    tell(receiptNumber === null ? words.doneWaiting(waiting) : words.done(booked, waiting, receiptNumber));
    onDone();
  });
  const send = () => {
    payment.setIsTried(true);
    const supervision = needsWord ? { ...supervisor, reason } : null;
    if (!isPaid) book.mutate({ id, booked, waiting, payment: null, supervision: null });
    else if (payment.taken !== undefined && (!needsWord || isWordSaid))
      book.mutate({ id, booked, waiting, payment: payment.taken, supervision });
  };
  return (
    <ModalForm
      isOpen
      title={words.title(booked, waiting)}
      submitLabel={isPaid ? money.take : words.submitWait}
      size={1120}
      pending={book.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <div className={classes['book']}>
        <div className={classes['side']}>
          {isPaid ? <Group tone="green" title={words.final(booked)} hint={words.finalHint} people={plan.booked} /> : null}
          {waiting > 0 ? <Group tone="red" title={words.waiting(waiting)} hint={words.waitingHint} people={plan.waiting} /> : null}
        </div>
        <div className={classes['side']}>
          {isPaid ? (
            <>
              <BillTable bill={{ ...plan, units: booked }} words={words.bill} />
              <PaymentFields payment={payment} isCashAllowed={isCashAllowed} />
            </>
          ) : (
            <p>{words.noMoney}</p>
          )}
          {needsWord ? (
            <>
              <Note tone="amber">{words.oldRecords(plan.oldRecords)}</Note>
              <SupervisorFields title={application.supervisorTitle} typed={supervisor} isTried={payment.isTried} onChange={setSupervisor} />
              <TextInput
                label={application.supervisorReason}
                value={reason}
                maxLength={200}
                error={payment.isTried && isReasonShort ? frame.required : undefined}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </>
          ) : null}
          <ActFailure error={book.error} />
        </div>
      </div>
    </ModalForm>
  );
}

interface GroupProps {
  readonly tone: 'green' | 'red';
  readonly title: string;
  readonly hint: string;
  readonly people: ListPlan['booked'];
}

function Group({ tone, title, hint, people }: GroupProps) {
  return (
    <section aria-label={title}>
      <Note tone={tone}>
        <strong>{title}</strong> {hint}
      </Note>
      <ol className={classes['people']} tabIndex={0} aria-label={title}>
        {people.map(({ position, name }) => (
          <li key={position} value={position}>
            {name}
          </li>
        ))}
      </ol>
    </section>
  );
}
