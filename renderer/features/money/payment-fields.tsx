import { Radio, TextInput } from '@mantine/core';
import { dayOf } from '#shared/base/instant.ts';
import { formatAmount, formatKes } from '#shared/base/money.ts';
import { paymentMethods, type PaymentMethod } from '#shared/domain/payment.ts';
import { useState } from 'react';
import { useNow } from '#renderer/ui/clock.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PaymentCode } from './payment-code.tsx';
import { readPayment, type PaymentDraft, type PaymentReading } from './payment-draft.ts';
import classes from './money-step.module.css';

/** Money as it is taken: what a command that takes it is given. */
interface TakenMoney {
  readonly method: PaymentMethod;
  readonly code: string;
  readonly amountCents: number;
}

/** What is typed about a payment of `totalCents`; `taken` is undefined as long as it does not do. */
export function usePaymentDraft(totalCents: number) {
  const today = dayOf(useNow(60_000));
  const [draft, setDraft] = useState<PaymentDraft>({ method: 'mpesa', code: '', amount: formatAmount(totalCents) });
  const [isTried, setIsTried] = useState(false);
  const reading = readPayment(draft, today);
  const { method, code } = draft;
  const doesIt = reading.codeFault === null && reading.amountCents === totalCents;
  const taken: TakenMoney | undefined = doesIt ? { method, code: method === 'cash' ? '' : code, amountCents: totalCents } : undefined;
  return { draft, setDraft, isTried, setIsTried, reading, totalCents, taken };
}

interface PaymentFieldsProps {
  readonly payment: ReturnType<typeof usePaymentDraft>;
  readonly isCashAllowed: boolean;
}

/** How the customer pays: method, the code that proves it, and the amount beside what is due. */
export function PaymentFields({ payment, isCashAllowed }: PaymentFieldsProps) {
  const words = useWords().money;
  const { draft, setDraft, isTried, setIsTried, reading, totalCents } = payment;
  const { method } = draft;
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
      <AmountTaken amount={draft.amount} reading={reading} totalCents={totalCents} onChange={(amount) => setDraft({ ...draft, amount })} />
      <Note tone={method === 'cash' ? 'plain' : 'blue'} title={method === 'cash' ? undefined : words.toMatchTitle}>
        {method === 'cash' ? words.cashHint : words.toMatchHint}
      </Note>
    </>
  );
}

interface AmountTakenProps {
  readonly amount: string;
  readonly reading: PaymentReading;
  readonly totalCents: number;
  readonly onChange: (amount: string) => void;
}

function AmountTaken({ amount, reading, totalCents, onChange }: AmountTakenProps) {
  const words = useWords().money;
  return (
    <TextInput
      label={words.amountTaken}
      description={words.amountHint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      leftSection="KES"
      leftSectionWidth={52}
      inputMode="decimal"
      value={amount}
      error={reading.amountCents === totalCents ? undefined : words.amountDiffers(formatKes(totalCents))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
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
