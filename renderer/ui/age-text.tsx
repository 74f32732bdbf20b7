import { msOf, type Instant } from '#shared/base/instant.ts';
import { useNow } from './clock.ts';
import { useLocale, useWords } from './locale.tsx';
import { ageText, fullText, whenText } from './time-words.ts';

interface AtProps {
  readonly at: Instant;
}

/** How long ago, moving by itself: `12 min`. The full time stands in its tooltip. */
export function AgeText({ at }: AtProps) {
  const now = useNow(10_000);
  const { locale } = useLocale();
  const words = useWords().frame.time;
  return (
    <time dateTime={at} title={fullText(at, locale)}>
      {ageText(msOf(now) - msOf(at), words)}
    </time>
  );
}

/** When it was, as short as stays clear: `14:02`, `Tue 14:02`, `14 Nov 14:02`. */
export function WhenText({ at }: AtProps) {
  const now = useNow(60_000);
  const { locale } = useLocale();
  return (
    <time dateTime={at} title={fullText(at, locale)}>
      {whenText(at, now, locale)}
    </time>
  );
}
