import type { RefusalFacts } from '#shared/domain/refusal.ts';
import type { WaitReason } from '#shared/text/en/queue.ts';
import { shortName } from '#shared/domain/party-fields.ts';
import { useReasonText } from '#renderer/features/application/reason-text.ts';
import { useWords } from '#renderer/ui/locale.tsx';

interface Reason {
  readonly code: string;
  readonly facts: RefusalFacts;
}

/** Why an item is still here, in one sentence: what this PC met on the way, or what the hub said of the act itself. */
export function useWaitReason(): (reason: Reason | null) => string {
  const { queue, stock } = useWords();
  const reasonText = useReasonText();
  const isWait = (code: string): code is WaitReason => code in queue.reasons;
  const factOf = (facts: RefusalFacts, name: string) => String(facts[name] ?? '');
  // That another application is open is said by the sentence itself; anything else that is held has a name or number of its own.
  const whatIn = (facts: RefusalFacts) => (factOf(facts, 'what').endsWith('.open-application') ? '' : factOf(facts, 'what'));
  return (reason) => {
    if (reason === null) return queue.noReason;
    const { facts } = reason;
    if (reason.code === 'conflict' && factOf(facts, 'chassis') !== '') {
      const { state } = facts;
      const isKnown = (code: unknown): code is keyof typeof stock.state => String(code) in stock.state;
      const details = [shortName(factOf(facts, 'buyer')), factOf(facts, 'batch'), factOf(facts, 'who')];
      return queue.stockConflict(
        factOf(facts, 'chassis'),
        isKnown(state) ? stock.state[state] : '',
        details.filter((part) => part !== ''),
      );
    }
    if (reason.code === 'conflict') return queue.conflict(whatIn(facts), factOf(facts, 'who'), factOf(facts, 'office'));
    const code = reason.code === 'refused' ? factOf(facts, 'code') : reason.code;
    return isWait(code) ? queue.reasons[code](facts) : reasonText({ code, facts });
  };
}
