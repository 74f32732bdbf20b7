import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { AgeText } from '#renderer/ui/age-text.tsx';
import type { Column } from '#renderer/ui/data-table.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { TwoLines } from '#renderer/ui/two-lines.tsx';
import { NextTry } from './next-try.tsx';
import { itemsOf, type QueueLine } from './queue-lines.ts';
import { stateTones } from './state-tones.ts';
import { useWaitReason } from './wait-reason.ts';
import classes from './queue-page.module.css';

interface ColumnsOptions {
  readonly onUnfold: (line: QueueLine) => void;
}

/** State, what it is and of which case, why it waits, how old it is, how often it was tried and when next. */
export function useQueueColumns({ onUnfold }: ColumnsOptions): readonly Column<QueueLine>[] {
  const { queue } = useWords();
  const reasonOf = useWaitReason();
  return [
    {
      key: 'state',
      head: queue.state,
      width: '138px',
      cell: ({ lead }) => <Tag tone={stateTones[lead.state]}>{queue.states[lead.state]}</Tag>,
    },
    { key: 'what', head: queue.what, width: '230px', cell: (line) => <What line={line} onUnfold={onUnfold} /> },
    {
      key: 'reason',
      head: queue.reason,
      cell: ({ lead }) => (
        <span className={classes['why']} title={reasonOf(lead.reason)}>
          {reasonOf(lead.reason)}
        </span>
      ),
    },
    { key: 'age', head: queue.age, width: '92px', cell: (line) => <AgeText at={(itemsOf(line)[0] ?? line.lead).at} /> },
    {
      key: 'tries',
      head: queue.tries,
      width: '74px',
      align: 'right',
      cell: (line) => Math.max(...itemsOf(line).map(({ tries }) => tries)),
    },
    { key: 'next', head: queue.next, width: '124px', cell: ({ lead }) => <NextTry item={lead} /> },
  ];
}

interface WhatProps extends ColumnsOptions {
  readonly line: QueueLine;
}

function What({ line, onUnfold }: WhatProps) {
  const { queue, records } = useWords();
  const { lead } = line;
  const isInner = line.kind === 'act' && line.isInner;
  return (
    <span className={classes['what']} data-inner={isInner || undefined}>
      {line.kind === 'case' ? <Unfold line={line} onUnfold={onUnfold} /> : null}
      <TwoLines
        first={line.kind === 'case' ? queue.acts(line.items.length) : (records.kinds[lead.kind] ?? lead.kind)}
        second={isInner || lead.reference === '' ? queue.by(lead.clerk) : lead.reference}
      />
    </span>
  );
}

/** For the mouse; the keys unfold with the arrows. */
function Unfold({
  line,
  onUnfold,
}: {
  readonly line: Extract<QueueLine, { kind: 'case' }>;
  readonly onUnfold: ColumnsOptions['onUnfold'];
}) {
  const { queue } = useWords();
  const Icon = line.isUnfolded ? IconChevronDown : IconChevronRight;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes['unfold']}
      aria-expanded={line.isUnfolded}
      aria-label={line.isUnfolded ? queue.fold : queue.unfold(line.items.length)}
      onClick={() => onUnfold(line)}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}
