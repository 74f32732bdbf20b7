import type { FactSource } from '#shared/domain/vehicle.ts';
import { useNow } from '#renderer/ui/clock.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { whenText } from '#renderer/ui/time-words.ts';

/** Where facts came from and when: `registry, as of Tue 14:02` (FEATURES B5). */
export function SourceText({ source }: { readonly source: FactSource }) {
  const { time } = useWords().frame;
  const { locale } = useLocale();
  const now = useNow(60_000);
  const when = whenText(source.asOf, now, locale);
  return source.from === 'registry' ? time.fromRegistry(when) : time.fromPaper(when);
}
