import { useNow } from '#renderer/ui/clock.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { whenText } from '#renderer/ui/time-words.ts';
import { Facts } from './facts.tsx';
import type { SystemStatus } from './system-facts.ts';

const tones = { within: 'green', warn: 'amber', stop: 'red' } as const;

/** How long and with how much this office may work without the hub, and what stops when; money never does. */
export function LimitsSection({ limits }: { readonly limits: SystemStatus['limits'] }) {
  const { system, records } = useWords();
  const { locale } = useLocale();
  const now = useNow(60_000);
  const words = system.limits;
  const { state, setBy, aloneSince, waiting, warnAt, stopAt, warnAtWaiting, stopAtWaiting, stoppedKinds } = limits;
  return (
    <Facts
      title={words.title}
      state={{ tone: tones[state], word: words.states[state] }}
      words={`${words.words[state]} ${words.setBy[setBy]}`}
      lines={[
        { label: words.alone, value: whenText(aloneSince, now, locale) },
        { label: words.waiting, value: words.waitingOf(waiting, stopAtWaiting) },
        { label: words.warnAt, value: words.whenOr(whenText(warnAt, now, locale), warnAtWaiting) },
        { label: words.stopAt, value: words.whenOr(whenText(stopAt, now, locale), stopAtWaiting) },
        { label: words.stopped, value: stoppedKinds.map((kind) => words.kinds[kind] ?? records.kinds[kind] ?? kind).join(' · ') },
      ]}
    />
  );
}
