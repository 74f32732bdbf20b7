import { dayOf } from '#shared/base/instant.ts';
import { ageOn, type Driver } from '#shared/domain/driver.ts';
import { maskIdentityNumber } from '#shared/domain/mask.ts';
import type { Locale, Words } from '#shared/text/text.ts';
import { useNow } from '#renderer/ui/clock.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { SummaryPanel } from '#renderer/ui/summary-panel.tsx';
import { dayText, whenText } from '#renderer/ui/time-words.ts';

type DriverWords = Words['search']['driver'];

/** Who they are, what they may drive or learn, and their last test, with where the facts come from and from when. */
export function DriverFacts({ driver }: { readonly driver: Driver }) {
  const { search, frame } = useWords();
  const { locale } = useLocale();
  const now = useNow(60_000);
  const words = search.driver;
  const { provisional, licences, dateOfBirth, source } = driver;
  const asOf = whenText(source.asOf, now, locale);
  const lines = [
    { label: words.name, value: driver.name },
    { label: words.id, value: maskIdentityNumber(driver.idNumber) },
    { label: words.born, value: words.bornOn(dayText(dateOfBirth, locale), ageOn(dateOfBirth, dayOf(now))) },
    {
      label: words.provisional,
      value: provisional ? words.provisionalOf(provisional.number, provisional.class, dayText(provisional.validUntil, locale)) : frame.none,
    },
    {
      label: words.licences,
      value: licences.map((one) => words.licensedSince(one.class, dayText(one.since, locale))).join('; ') || frame.none,
    },
    { label: words.lastTest, value: lastTestText(driver, words, locale) ?? frame.none },
    { label: search.facts.source, value: source.from === 'registry' ? frame.time.fromRegistry(asOf) : frame.time.fromPaper(asOf) },
  ];
  return <SummaryPanel label={words.title} lines={lines} />;
}

function lastTestText({ tests }: Driver, words: DriverWords, locale: Locale): string | undefined {
  const test = tests.toSorted((one, other) => (one.day < other.day ? -1 : 1)).at(-1);
  if (!test) return undefined;
  const text = words.test(test.class, test.outcome, dayText(test.day, locale));
  return test.resitFrom === null ? text : `${text}; ${words.resitFrom(dayText(test.resitFrom, locale))}`;
}
