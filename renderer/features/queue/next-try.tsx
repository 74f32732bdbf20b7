import { msOf } from '#shared/base/instant.ts';
import { useNow } from '#renderer/ui/clock.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { needsPerson, type QueueItem } from './queue-lines.ts';

const minuteMs = 60_000;

/** Counts down to the next try; an item that needs a person is not tried by itself. */
export function NextTry({ item }: { readonly item: QueueItem }) {
  const { queue, frame } = useWords();
  const now = useNow(1000);
  if (item.state === 'sending') return queue.nextNow;
  if (needsPerson(item)) return queue.nextNone;
  if (item.nextTryAt === null) return queue.nextWithLine;
  const leftMs = msOf(item.nextTryAt) - msOf(now);
  if (leftMs <= 0) return queue.nextNow;
  return (
    <span className="tabular">
      {leftMs < minuteMs ? queue.nextInSeconds(Math.ceil(leftMs / 1000)) : frame.time.in(frame.time.minutes(Math.ceil(leftMs / minuteMs)))}
    </span>
  );
}
