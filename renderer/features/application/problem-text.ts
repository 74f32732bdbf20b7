import type { PartyRole } from '#shared/domain/party.ts';
import { partyRoles } from '#shared/domain/party.ts';
import type { FieldProblem } from '#shared/domain/refusal.ts';
import { scanKinds, type ScanKind } from '#shared/domain/scan-kind.ts';
import { isDay, isInstant } from '#shared/base/instant.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { dayText, fullText } from '#renderer/ui/time-words.ts';
import type { Words } from '#shared/text/text.ts';

/** Whether nothing was given yet, as against something that is not right. */
export function isMissing({ code, facts }: Pick<FieldProblem, 'code' | 'facts'>): boolean {
  return code === 'missing' || code.endsWith('.missing') || code.endsWith('.empty') || facts['length'] === 0;
}

/** Says one problem of a field in a sentence; days and instants among its facts are written as people say them. */
export function useProblemText(): (problem: Pick<FieldProblem, 'code' | 'facts'>) => string {
  const { problems } = useWords();
  const { locale } = useLocale();
  return ({ code, facts }) => {
    const sentence = problems.sentences[facts['length'] === 0 ? 'missing' : code];
    if (sentence === undefined) return problems.other(code);
    const spoken = Object.entries(facts).map(([name, fact]) => {
      if (typeof fact !== 'string') return [name, fact];
      if (isInstant(fact)) return [name, fullText(fact, locale)];
      return [name, isDay(fact) ? dayText(fact, locale) : fact];
    });
    return sentence(Object.fromEntries(spoken));
  };
}

/** Names what a problem is about in a few words: `Buyer’s phone number`, `Logbook, colour scan`. */
export function useThingText(): (problem: FieldProblem) => string {
  const words = useWords();
  return ({ code, field }) => words.problems.stop[code] ?? thingOf(words, field);
}

/** A thing at the beginning of a sentence. */
export function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function thingOf(words: Words, field: string): string {
  const { thing } = words.problems;
  const [group = '', second = '', third = ''] = field.split('.');
  if (group === 'parties' && isRole(second)) return words.transfer.ofRole(words.transfer.role[second], thing[third] ?? third);
  if (group === 'confirm' && isRole(second)) return words.transfer.ofRole(words.transfer.role[second], thing['confirmation'] ?? second);
  if (group === 'scans' && isScanKind(second)) return words.application.papers.kind[second];
  return thing[field] ?? field;
}

function isRole(text: string): text is PartyRole {
  return partyRoles.some((role) => role === text);
}

function isScanKind(text: string): text is ScanKind {
  return scanKinds.some((kind) => kind === text);
}
