import { useReasonText } from '#renderer/features/application/reason-text.ts';
import { useWords } from '#renderer/ui/locale.tsx';

/** Why a motorcycle came back: a registrar's or the register's reason in a few words, else what the hub says of the whole batch. */
export function useUnitReason(): (code: string) => string {
  const { returnedFor } = useWords().batches;
  const reasonText = useReasonText();
  return (code) => returnedFor[code] ?? reasonText({ code, facts: {} });
}
