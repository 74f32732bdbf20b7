import type { Instant } from '#shared/base/instant.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { fullText } from '#renderer/ui/time-words.ts';

interface LastAct {
  readonly seq: number;
  readonly kind: string;
  readonly at: Instant;
}

/** Says the act up to which something comes back: its row, what it was and when. */
export function useActWords(): (say: (seq: number, what: string, when: string) => string, act: LastAct) => string {
  const { records } = useWords();
  const { locale } = useLocale();
  return (say, { seq, kind, at }) => say(seq, records.kinds[kind] ?? kind, fullText(at, locale));
}
