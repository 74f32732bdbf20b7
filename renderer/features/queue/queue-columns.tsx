import type { client } from '#renderer/connection/connection.ts';
import { AgeText } from '#renderer/ui/age-text.tsx';
import { bytesText } from '#renderer/ui/bytes-text.ts';
import type { Column } from '#renderer/ui/data-table.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Tag, type TagTone } from '#renderer/ui/tag.tsx';
import { NextTry } from './next-try.tsx';
import { useWaitReason } from './wait-reason.ts';
import classes from './queue-page.module.css';

type QueueItem = Awaited<ReturnType<typeof client.queue.list>>[number];

const tones: Readonly<Record<QueueItem['state'], TagTone>> = {
  waiting: 'blue',
  sending: 'blue',
  retrying: 'amber',
  'waiting-for': 'blue',
  refused: 'red',
  conflict: 'red',
  'set-aside': 'grey',
};

export function useQueueColumns(): readonly Column<QueueItem>[] {
  const { queue, records, frame } = useWords();
  const reasonOf = useWaitReason();
  return [
    { key: 'state', head: queue.state, width: '152px', cell: ({ state }) => <Tag tone={tones[state]}>{queue.states[state]}</Tag> },
    {
      key: 'what',
      head: queue.what,
      width: '196px',
      cell: ({ kind, clerk }) => (
        <span className={classes['two']}>
          {records.kinds[kind] ?? kind}
          <span className={classes['quiet']}>{queue.by(clerk)}</span>
        </span>
      ),
    },
    {
      key: 'case',
      head: queue.case,
      width: '170px',
      cell: ({ reference, bytes }) => (
        <span className={classes['two']}>
          {reference}
          <span className={classes['quiet']}>{bytesText(bytes, frame)}</span>
        </span>
      ),
    },
    { key: 'age', head: queue.age, width: '88px', cell: ({ at }) => <AgeText at={at} /> },
    { key: 'tries', head: queue.tries, width: '80px', align: 'right', cell: ({ tries }) => tries },
    { key: 'next', head: queue.next, width: '118px', cell: (item) => <NextTry state={item.state} nextTryAt={item.nextTryAt} /> },
    {
      key: 'reason',
      head: queue.reason,
      cell: (item) => (
        <span className={classes['why']} title={reasonOf(item.reason)}>
          {reasonOf(item.reason)}
        </span>
      ),
    },
  ];
}
