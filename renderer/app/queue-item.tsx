import { Link } from '@tanstack/react-router';
import { msOf } from '#shared/base/instant.ts';
import { useNow } from '#renderer/ui/clock.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { ageText } from '#renderer/ui/time-words.ts';
import type { OfficeStatus } from './office-status.ts';
import classes from './status-bar.module.css';

/** What waits for the hub and how old the oldest is; it leads to the queue. */
export function QueueItem({ queue }: { readonly queue: OfficeStatus['queue'] }) {
  const words = useWords().frame;
  const now = useNow(10_000);
  const oldest = queue.oldestAt === null ? words.time.now : ageText(msOf(now) - msOf(queue.oldestAt), words.time);
  return (
    <>
      <Link to="/queue" className={classes['item'] ?? ''}>
        {queue.waiting === 0 ? words.bar.nothingWaiting : words.bar.waiting(queue.waiting, oldest)}
      </Link>
      {queue.refused === 0 ? null : (
        <Link to="/queue" className={classes['item'] ?? ''} data-tone="red">
          {words.bar.refused(queue.refused)}
        </Link>
      )}
    </>
  );
}
