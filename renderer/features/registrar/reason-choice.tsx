import { Checkbox } from '@mantine/core';
import type { RejectionReason } from '#shared/domain/rejection-reason.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './registrar.module.css';

interface ReasonChoiceProps {
  /** What this service may be turned down for. */
  readonly offered: readonly RejectionReason[];
  readonly reasons: readonly string[];
  readonly onChange: (reasons: readonly string[]) => void;
  readonly isMissing: boolean;
}

/** The reasons of this service, for a transfer the register's own list (DOMAIN §4.4); any number of them. */
export function ReasonChoice({ offered, reasons, onChange, isMissing }: ReasonChoiceProps) {
  const words = useWords().registrar;
  return (
    <Checkbox.Group
      label={words.reasons}
      description={words.reasonsHint}
      value={[...reasons]}
      onChange={onChange}
      error={isMissing ? words.reasonNeeded : undefined}
    >
      <div className={classes['reasons']}>
        {offered.map((reason, index) => (
          <Checkbox key={reason} value={reason} label={words.reason[reason]} data-autofocus={index === 0 || undefined} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
