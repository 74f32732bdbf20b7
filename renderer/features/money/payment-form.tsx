import { Radio, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf } from '#shared/base/instant.ts';
import { formatAmount, formatKes } from '#shared/base/money.ts';
import { paymentMethods, type PaymentMethod } from '#shared/domain/payment.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import type { Desk } from '#renderer/features/application/desk.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { PaymentCode } from './payment-code.tsx';
import { readPayment } from './payment-draft.ts';
import classes from './money-step.module.css';

interface PaymentFormProps {
  readonly desk: Desk;
  readonly totalCents: number;
  readonly isReady: boolean;
  readonly isCashAllowed: boolean;
}

/** How the customer pays; Ctrl+Enter takes the money, gives the receipt its number and sends the application, all or nothing. */
export function PaymentForm({ desk, totalCents, isReady, isCashAllowed }: PaymentFormProps) {
  const words = useWords().money;
  const today = dayOf(useNow(60_000));
  const [draft, setDraft] = useState({ method: 'mpesa' as PaymentMethod, code: '', amount: formatAmount(totalCents) });
  const [isTried, setIsTried] = useState(false);
  const reading = readPayment(draft, today);
  const { method } = draft;
  const { take, isPending, error } = useTakePayment(desk);
  const send = () => {
    setIsTried(true);
    if (reading.codeFault === null && reading.amountCents === totalCents)
      void take({ method, code: method === 'cash' ? '' : draft.code, amountCents: totalCents });
  };
  return (
    <>
      <MethodChoice method={method} isCashAllowed={isCashAllowed} onChange={(next) => setDraft({ ...draft, method: next })} />
      {method === 'cash' ? null : (
        <PaymentCode
          method={method}
          code={draft.code}
          reading={reading}
          isTried={isTried}
          onChange={(code) => setDraft({ ...draft, code })}
          onLeave={() => setIsTried(isTried || draft.code.trim() !== '')}
        />
      )}
      <TextInput
        label={words.amountTaken}
        description={words.amountHint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        leftSection="KES"
        leftSectionWidth={52}
        inputMode="decimal"
        value={draft.amount}
        error={reading.amountCents === totalCents ? undefined : words.amountDiffers(formatKes(totalCents))}
        onChange={(event) => setDraft({ ...draft, amount: event.currentTarget.value })}
      />
      <Note tone={method === 'cash' ? 'plain' : 'blue'} title={method === 'cash' ? undefined : words.toMatchTitle}>
        {method === 'cash' ? words.cashHint : words.toMatchHint}
      </Note>
      <ActFailure error={error} />
      <div>
        <ActionButton label={words.take} keys="Ctrl+Enter" tone="main" size="md" disabled={!isReady} pending={isPending} onAct={send} />
      </div>
    </>
  );
}

type Payment = Parameters<typeof client.applications.submit>[0]['act']['payment'];

/** Keeps what is typed, takes the money and opens the case with its receipt. */
function useTakePayment(desk: Desk) {
  const navigate = useNavigate();
  const { id } = desk.application.line;
  const submit = useAct(client.applications.submit, () => {
    void desk.settle();
    void navigate({ to: '/cases/$id', params: { id } });
  });
  const take = async (payment: Payment) => {
    await desk.settle();
    submit.mutate({ id, payment });
  };
  return { take, isPending: submit.isPending, error: submit.error };
}

interface MethodChoiceProps {
  readonly method: PaymentMethod;
  readonly isCashAllowed: boolean;
  readonly onChange: (method: PaymentMethod) => void;
}

function MethodChoice({ method, isCashAllowed, onChange }: MethodChoiceProps) {
  const words = useWords().money;
  return (
    <Radio.Group label={words.methodLabel} value={method} onChange={(value) => onChange(value as PaymentMethod)}>
      <div className={classes['methods']}>
        {paymentMethods
          .filter((one) => one !== 'cash' || isCashAllowed)
          .map((one) => (
            <Radio key={one} value={one} label={words.method[one]} />
          ))}
      </div>
    </Radio.Group>
  );
}
