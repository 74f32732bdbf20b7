import { refusalCodes, type RefusalCode } from '#shared/domain/refusal.ts';
import { isRejectionReason } from '#shared/domain/rejection-reason.ts';
import type { FieldProblem } from '#shared/domain/refusal.ts';
import { useRefusalText } from '#renderer/ui/failure-text.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { useProblemText } from './problem-text.ts';

type Reason = Pick<FieldProblem, 'code' | 'facts'>;

/** Says why something was sent back, whoever did it: a registrar's reason from the list, or the code of a rule that the hub holds. */
export function useReasonText(): (reason: Reason) => string {
  const { registrar, problems, queue } = useWords();
  const problemText = useProblemText();
  const refusalText = useRefusalText();
  return ({ code, facts }) => {
    if (isRejectionReason(code)) return registrar.reason[code];
    if (problems.sentences[code] !== undefined) return problemText({ code, facts });
    const known = refusalCodes.find((one): one is RefusalCode => one === code);
    return known === undefined ? queue.otherReason(code) : refusalText({ code: known, facts });
  };
}
