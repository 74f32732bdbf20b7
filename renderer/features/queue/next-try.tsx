import { msOf, type Instant } from '#shared/base/instant.ts';
import { useNow } from '#renderer/ui/clock.ts';
import { useWords } from '#renderer/ui/locale.tsx';

interface NextTryProps {
  readonly state: string;
  readonly nextTryAt: Instant | null;
}

const minuteMs = 60_000;

/** Counts down to the next try; an item that needs a person is not tried by itself. */
export function NextTry({ state, nextTryAt }: NextTryProps) {
  const { queue, frame } = useWords();
  const now = useNow(1000);
  if (state === 'sending') return queue.nextNow;
  if (state === 'refused' || state === 'conflict' || state === 'set-aside' || nextTryAt === null) return queue.nextNone;
  const leftMs = msOf(nextTryAt) - msOf(now);
  if (leftMs <= 0) return queue.nextNow;
  return (
    <span className="tabular">
      {leftMs < minuteMs ? queue.nextInSeconds(Math.ceil(leftMs / 1000)) : frame.time.in(frame.time.minutes(Math.ceil(leftMs / minuteMs)))}
    </span>
  );
}
