import { WhenText } from '#renderer/ui/age-text.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Facts } from './facts.tsx';
import { spanText } from './span-text.ts';
import type { SystemStatus } from './system-facts.ts';

const tones = { right: 'green', apart: 'amber', behind: 'red' } as const;
const sameMs = 1000;

/** What the clock of this PC is worth, against the hub's and against its own last act. */
export function ClockSection({ clock }: { readonly clock: SystemStatus['clock'] }) {
  const { system, frame } = useWords();
  const words = system.clock;
  const { state, hubAheadMs, behindLastActMs, lastActAt } = clock;
  const span = (ms: number) => spanText(Math.abs(ms), frame.time);
  const against = (ms: number) => (ms > 0 ? words.isAhead(span(ms)) : words.isBehind(span(ms)));
  return (
    <Facts
      title={words.title}
      state={{ tone: tones[state], word: words.states[state] }}
      words={words.words[state]}
      lines={[
        {
          label: words.ahead,
          value: hubAheadMs === null ? words.unknown : Math.abs(hubAheadMs) < sameMs ? words.same : against(hubAheadMs),
        },
        { label: words.lastAct, value: lastActAt === null ? system.never : <WhenText at={lastActAt} /> },
        ...(behindLastActMs < sameMs ? [] : [{ label: words.behindLastAct, value: span(behindLastActMs) }]),
      ]}
    />
  );
}
