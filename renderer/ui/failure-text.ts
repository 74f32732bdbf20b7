import { isDay, isInstant } from '#shared/base/instant.ts';
import type { Refusal, RefusalFacts } from '#shared/domain/refusal.ts';
import { failureOf } from '#renderer/connection/failure.ts';
import { useNow } from './clock.ts';
import { useLocale, useWords } from './locale.tsx';
import { dayText, whenText } from './time-words.ts';

/** Turns whatever a call threw into one sentence. */
export function useFailureText(): (error: unknown) => string {
  const words = useWords();
  const refusalText = useRefusalText();
  return (error) => {
    const failure = failureOf(error);
    switch (failure.kind) {
      case 'refused':
        return refusalText(failure.refusal);
      case 'connection':
        return words.frame.connectionLost;
      case 'bug':
        return words.frame.bug(failure.reference ?? '–');
    }
  };
}

/** The sentence of a refusal; instants and days among its facts are written as people say them. */
export function useRefusalText(): (refusal: Pick<Refusal, 'code' | 'facts'>) => string {
  const { refusals } = useWords();
  const { locale } = useLocale();
  const now = useNow(60_000);
  const spokenFact = (fact: string | number) => {
    if (typeof fact === 'number') return fact;
    if (isInstant(fact)) return whenText(fact, now, locale);
    return isDay(fact) ? dayText(fact, locale) : fact;
  };
  return ({ code, facts }) => {
    const spoken: RefusalFacts = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, spokenFact(fact)]));
    return refusals[code](spoken);
  };
}
