import { TextInput } from '@mantine/core';
import type { PaymentMethod } from '#shared/domain/payment.ts';
import { useProblemText } from '#renderer/features/application/problem-text.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import type { PaymentReading } from './payment-draft.ts';
import classes from './money-step.module.css';

interface PaymentCodeProps {
  readonly method: Exclude<PaymentMethod, 'cash'>;
  readonly code: string;
  readonly reading: PaymentReading;
  /** A slip shows only once the field was left or the money asked for. */
  readonly isTried: boolean;
  readonly onChange: (code: string) => void;
  readonly onLeave: () => void;
}

/** The code that proves the payment, with the day that an M-Pesa code says. */
export function PaymentCode({ method, code, reading, isTried, onChange, onLeave }: PaymentCodeProps) {
  const words = useWords().money;
  const { locale } = useLocale();
  const sentence = useProblemText();
  const { codeDay, codeFault, codeWarnings } = reading;
  const hint =
    codeDay === undefined ? words.codeHint[method] : <span className={classes['ok']}>✓ {words.codeDate(dayText(codeDay, locale))}</span>;
  return (
    <div>
      <TextInput
        label={words.code[method]}
        description={hint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={code}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        error={codeFault !== null && isTried ? sentence(codeFault) : undefined}
        onChange={(event) => onChange(event.currentTarget.value.toUpperCase())}
        onBlur={onLeave}
      />
      {codeWarnings.map((warning) => (
        <p key={warning.code} className={classes['warning']}>
          {sentence(warning)}
        </p>
      ))}
    </div>
  );
}
