import { Checkbox } from '@mantine/core';
import { rejectionReasons } from '#shared/domain/rejection-reason.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './registrar.module.css';

interface ReasonChoiceProps {
  readonly reasons: readonly string[];
  readonly onChange: (reasons: readonly string[]) => void;
  readonly isMissing: boolean;
}

/** The register's own list of reasons (DOMAIN §4.4), any number of them. */
export function ReasonChoice({ reasons, onChange, isMissing }: ReasonChoiceProps) {
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
        {rejectionReasons.map((reason, index) => (
          <Checkbox key={reason} value={reason} label={words.reason[reason]} data-autofocus={index === 0 || undefined} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
