import { isDay, toDay } from '#shared/base/instant.ts';
import { standingOf } from '#shared/domain/application.ts';
import { owedAfterApproval } from '#shared/domain/services/services.ts';
import { stateSentence } from '#shared/text/text.ts';
import type { client } from '#renderer/connection/connection.ts';
import { isNobody } from '#renderer/features/application/who.ts';
import { AgeText } from '#renderer/ui/age-text.tsx';
import type { Column } from '#renderer/ui/data-table.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { StateBadge } from '#renderer/ui/state-badge.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import { TwoLines } from '#renderer/ui/two-lines.tsx';
import classes from './work-page.module.css';

/** One case as the list shows it. */
export type CaseLine = Awaited<ReturnType<typeof client.applications.list>>['lines'][number];

/** What comes next, and until which day where the law or the office sets one. */
function NextStep({ line: { service, state, dueDay, overdue } }: { readonly line: CaseLine }) {
  const words = useWords();
  const { work } = words;
  const { locale } = useLocale();
  const { next } = stateSentence(words, service, state);
  // A promise counts while somebody waits for it.
  const isPromised = standingOf(state) === 'provisional' || (state === 'approved' && owedAfterApproval(service) === 'copy');
  const due = dueDay !== null && isPromised ? (overdue ? work.overdue : work.due)(dayText(dueDay, locale)) : null;
  return <TwoLines first={next} second={due} isLate={overdue} title={next} />;
}

/** The vehicle, the class and the day of its test, or how many motorcycles. */
function What({ gist }: Pick<CaseLine, 'gist'>) {
  const { work } = useWords();
  const { locale } = useLocale();
  const none = (text: string) => <span className={classes['empty']}>{text}</span>;
  if (gist.of === 'vehicle') return gist.plate === '' ? none(work.noPlate) : <PlateChip plate={gist.plate} />;
  if (gist.of === 'units') return <span>{work.units(gist.units)}</span>;
  if (gist.class === '') return none(work.noClass);
  return <TwoLines first={work.class(gist.class)} second={isDay(gist.day) ? dayText(toDay(gist.day), locale) : null} />;
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
    { key: 'what', head: work.what, width: '140px', cell: ({ gist }) => <What gist={gist} /> },
    {
      key: 'reference',
      head: work.case,
      width: '225px',
      cell: ({ service, reference }) => <TwoLines first={services[service].name} second={reference} />,
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
