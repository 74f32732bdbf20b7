import { Textarea } from '@mantine/core';
import { isTyped, noSupervisor, SupervisorFields, type TypedSupervisor } from '#renderer/features/people/supervisor-fields.tsx';
import { useWords } from '#renderer/ui/locale.tsx';

/** Why a result is corrected, and who stands by it. */
interface Correction {
  readonly reason: string;
  readonly supervisor: TypedSupervisor;
}

export const noCorrection: Correction = { reason: '', supervisor: noSupervisor };

const shortestReason = 5;

export function isCorrectionWhole({ reason, supervisor }: Correction): boolean {
  return reason.trim().length >= shortestReason && isTyped(supervisor);
}

interface CorrectionFieldsProps {
  readonly typed: Correction;
  readonly isTried: boolean;
  readonly onChange: (typed: Correction) => void;
}

/** What a correction asks for beside the marks. */
export function CorrectionFields({ typed, isTried, onChange }: CorrectionFieldsProps) {
  const { testDay: words } = useWords();
  return (
    <>
      <Textarea
        label={words.reason}
        value={typed.reason}
        maxLength={200}
        autosize
        minRows={2}
        error={isTried && typed.reason.trim().length < shortestReason ? words.reasonShort : undefined}
        onChange={(event) => onChange({ ...typed, reason: event.currentTarget.value })}
      />
      <SupervisorFields
        title={words.supervisor}
        typed={typed.supervisor}
        isTried={isTried}
        onChange={(supervisor) => onChange({ ...typed, supervisor })}
      />
    </>
  );
}
