import type { client } from '#renderer/connection/connection.ts';
import { isNobody } from '#renderer/features/application/who.ts';
import { AgeText } from '#renderer/ui/age-text.tsx';
import type { Column } from '#renderer/ui/data-table.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { StateBadge } from '#renderer/ui/state-badge.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import classes from './work-page.module.css';

/** One case as the list shows it. */
export type CaseLine = Awaited<ReturnType<typeof client.applications.list>>['lines'][number];

/** What comes next, and until which day where the law or the office sets one. */
function NextStep({ line: { state, dueDay, overdue } }: { readonly line: CaseLine }) {
  const { work, states } = useWords();
  const { locale } = useLocale();
  const due = overdue ? work.overdue : work.due;
  return (
    <span className={classes['two']}>
      <span className={classes['clip']} title={states.next[state]}>
        {states.next[state]}
      </span>
      {dueDay === null ? null : <span className={overdue ? classes['late'] : classes['quiet']}>{due(dayText(dueDay, locale))}</span>}
    </span>
  );
}

/** Who · what · state · since when · next step. */
export function useWorkColumns(userId: string): readonly Column<CaseLine>[] {
  const { work, services } = useWords();
  return [
    {
      key: 'who',
      head: work.who,
      cell: ({ who, clerkId, clerkName }) => (
        <span title={work.of(clerkName)} className={clerkId === userId ? classes['own'] : undefined}>
          {isNobody(who) ? <span className={classes['empty']}>{work.noParties}</span> : who}
        </span>
      ),
    },
    {
      key: 'plate',
      head: work.what,
      width: '140px',
      cell: ({ plate }) => (plate === '' ? <span className={classes['empty']}>{work.noPlate}</span> : <PlateChip plate={plate} />),
    },
    {
      key: 'reference',
      head: work.case,
      width: '180px',
      cell: ({ service, reference }) => (
        <span className={classes['two']}>
          {services[service].name}
          <span className={classes['quiet']}>{reference}</span>
        </span>
      ),
    },
    { key: 'state', head: work.stateColumn, width: '170px', cell: ({ state }) => <StateBadge state={state} /> },
    { key: 'since', head: work.since, width: '90px', cell: ({ since }) => <AgeText at={since} /> },
    {
      key: 'next',
      head: work.next,
      width: '250px',
      cell: (line) => <NextStep line={line} />,
    },
  ];
}
