import { Radio, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf } from '#shared/base/instant.ts';
import { formatAmount, formatKes } from '#shared/base/money.ts';
import { paymentMethods, type PaymentMethod } from '#shared/domain/payment.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import type { Desk } from '#renderer/features/application/desk.ts';
import { useProblemText } from '#renderer/features/application/problem-text.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
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
  const { locale } = useLocale();
  const navigate = useNavigate();
  const sentence = useProblemText();
  const today = dayOf(useNow(60_000));
  const { id } = desk.application.line;
  const [method, setMethod] = useState<PaymentMethod>('mpesa');
  const [code, setCode] = useState('');
  const [amount, setAmount] = useState(formatAmount(totalCents));
  const [isTried, setIsTried] = useState(false);
  const reading = readPayment({ method, code, amount }, today);
  const submit = useAct(client.applications.submit, () => {
    void desk.settle();
    void navigate({ to: '/cases/$id', params: { id } });
  });

  const isExact = reading.amountCents === totalCents;
  const codeError = reading.codeFault !== null && isTried ? sentence(reading.codeFault) : undefined;
  const take = async () => {
    setIsTried(true);
    if (reading.codeFault !== null || reading.amountCents !== totalCents) return;
    await desk.settle();
    submit.mutate({ id, payment: { method, code: method === 'cash' ? '' : code, amountCents: reading.amountCents } });
  };
  return (
    <>
      <Radio.Group label={words.methodLabel} value={method} onChange={(value) => setMethod(value as PaymentMethod)}>
        <div className={classes['methods']}>
          {paymentMethods
            .filter((one) => one !== 'cash' || isCashAllowed)
            .map((one) => (
              <Radio key={one} value={one} label={words.method[one]} />
            ))}
        </div>
      </Radio.Group>
      {method === 'cash' ? null : (
        <div>
          <TextInput
            label={words.code[method]}
            description={
              reading.codeDay === undefined ? (
                words.codeHint[method]
              ) : (
                <span className={classes['ok']}>✓ {words.codeDate(dayText(reading.codeDay, locale))}</span>
              )
            }
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={code}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            error={codeError}
            onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
            onBlur={() => setIsTried((before) => before || code.trim() !== '')}
          />
          {reading.codeWarnings.map((warning) => (
            <p key={warning.code} className={classes['warning']}>
              {sentence(warning)}
            </p>
          ))}
        </div>
      )}
      <TextInput
        label={words.amountTaken}
        description={words.amountHint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        leftSection="KES"
        leftSectionWidth={52}
        inputMode="decimal"
        value={amount}
        error={isExact ? undefined : words.amountDiffers(formatKes(totalCents))}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <Note tone={method === 'cash' ? 'plain' : 'blue'} title={method === 'cash' ? undefined : words.toMatchTitle}>
        {method === 'cash' ? words.cashHint : words.toMatchHint}
      </Note>
      <ActFailure error={submit.error} />
      <div>
        <ActionButton
          label={words.take}
          keys="Ctrl+Enter"
          tone="main"
          size="md"
          disabled={!isReady}
          pending={submit.isPending}
          onAct={() => void take()}
        />
      </div>
    </>
  );
}
