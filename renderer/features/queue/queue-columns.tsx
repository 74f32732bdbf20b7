import { refusalCodes, type RefusalCode } from '#shared/domain/refusal.ts';
import type { client } from '#renderer/connection/connection.ts';
import { AgeText } from '#renderer/ui/age-text.tsx';
import { bytesText } from '#renderer/ui/bytes-text.ts';
import type { Column } from '#renderer/ui/data-table.tsx';
import { useRefusalText } from '#renderer/ui/failure-text.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { Tag, type TagTone } from '#renderer/ui/tag.tsx';
import { NextTry } from './next-try.tsx';
import classes from './queue-page.module.css';

type QueueItem = Awaited<ReturnType<typeof client.queue.list>>[number];

const tones: Readonly<Record<QueueItem['state'], TagTone>> = {
  waiting: 'blue', sending: 'blue', retrying: 'amber', 'waiting-for': 'blue', refused: 'red', conflict: 'red', 'set-aside': 'grey',
};

/** Why an item is still here, in one sentence. */
function useReason(): (item: QueueItem) => string {
  const { queue } = useWords();
  const refusalText = useRefusalText();
  return ({ reason }) => {
    if (reason === null) return queue.noReason;
    const known = refusalCodes.find((code): code is RefusalCode => code === reason.code);
    return queue.reasons[reason.code] ?? (known === undefined ? queue.otherReason(reason.code) : refusalText({ code: known, facts: reason.facts }));
  };
}

export function useQueueColumns(): readonly Column<QueueItem>[] {
  const { queue, records, frame } = useWords();
  const reasonOf = useReason();
  return [
    { key: 'state', head: queue.state, width: '160px', cell: ({ state }) => <Tag tone={tones[state]}>{queue.states[state]}</Tag> },
    {
      key: 'what',
      head: queue.what,
      width: '210px',
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
    { key: 'age', head: queue.age, width: '72px', cell: ({ at }) => <AgeText at={at} /> },
    { key: 'tries', head: queue.tries, width: '86px', align: 'right', cell: ({ tries }) => tries },
    { key: 'next', head: queue.next, width: '124px', cell: (item) => <NextTry state={item.state} nextTryAt={item.nextTryAt} /> },
    { key: 'reason', head: queue.reason, cell: (item) => <span className={classes['why']} title={reasonOf(item)}>{reasonOf(item)}</span> },
  ];
}
