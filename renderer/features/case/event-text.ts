import type { RefusalFacts } from '#shared/domain/refusal.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import type { Words } from '#shared/text/text.ts';

/** Says one line of a history; the codes among its facts (roles, ways, outcomes, papers) are said in words. */
export function useEventText(): (line: { readonly kind: string; readonly facts: RefusalFacts }) => string {
  const words = useWords();
  return ({ kind, facts }) => {
    const sentence = words.casePage.event[kind];
    return sentence === undefined
      ? kind.replaceAll(/[-.]/gu, ' ')
      : sentence(kind === 'hub.application' ? facts : factsInWords(words, facts));
  };
}

/** The codes among the facts of a journal row (roles, ways, outcomes, papers, services) in words. */
export function factsInWords(words: Words, facts: RefusalFacts): RefusalFacts {
  const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    role: words.transfer.role,
    method: { ...words.application.confirm.by, ...words.money.method },
    kind: words.application.papers.kind,
    outcome: words.casePage.outcome,
    state: { ...words.money.state, ...words.states.label },
    service: Object.fromEntries(Object.entries(words.services).map(([service, { name }]) => [service, name])),
    reasons: words.registrar.reason,
  };
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, codes[name]?.[String(fact)] ?? fact]));
}
