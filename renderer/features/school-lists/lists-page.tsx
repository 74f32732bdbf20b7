import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Words } from '#shared/text/text.ts';
import { api } from '#renderer/connection/connection.ts';
import { TestTabs } from '#renderer/features/tests/test-tabs.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { WhenText } from '#renderer/ui/age-text.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { weekdayText } from '#renderer/ui/time-words.ts';
import { TwoLines } from '#renderer/ui/two-lines.tsx';
import { OpenListDialog } from './open-list-dialog.tsx';
import type { ListLine } from './school-list.ts';

type Locale = ReturnType<typeof useLocale>['locale'];

/** The lists that driving schools have brought, the newest first; Enter opens one. */
export function SchoolListsPage() {
  const words = useWords();
  const { schoolLists } = words;
  const { locale } = useLocale();
  const navigate = useNavigate();
  const [isOpening, setIsOpening] = useState(false);
  const found = useQuery({ ...api.schoolLists.list.queryOptions({ input: {} }), staleTime: 0 });
  const open = (id: string) => void navigate({ to: '/tests/lists/$id', params: { id } });
  const newOne = <ActionButton label={schoolLists.open.action} keys="b" tone="main" onAct={() => setIsOpening(true)} />;
  const isEmpty = found.data?.lists.length === 0;
  return (
    <Page title={words.tests.tabs.label} words={schoolLists.hint} isFull actions={isEmpty ? undefined : newOne}>
      <TestTabs />
      <QueryView query={found}>
        {({ lists }) =>
          lists.length === 0 ? (
            <EmptyState title={schoolLists.emptyTitle} words={schoolLists.empty} action={newOne} />
          ) : (
            <DataTable
              label={schoolLists.title}
              rows={lists}
              rowKey={({ id }) => id}
              columns={columnsOf(words, locale)}
              isMain
              onOpen={({ id }) => open(id)}
            />
          )
        }
      </QueryView>
      {isOpening ? <OpenListDialog onDone={open} onClose={() => setIsOpening(false)} /> : null}
    </Page>
  );
}

const stateTones = { draft: 'amber', booked: 'green', cancelled: 'grey' } as const;

function columnsOf({ schoolLists: words }: Words, locale: Locale): readonly Column<ListLine>[] {
  const { column } = words;
  return [
    { key: 'number', head: column.number, width: '180px', cell: (row) => <strong className="tabular">{row.number}</strong> },
    { key: 'school', head: column.school, cell: (row) => row.school },
    {
      key: 'session',
      head: column.session,
      width: '310px',
      cell: (row) => (
        <TwoLines first={words.session(row.class, `${weekdayText(row.day, locale)} ${row.startsAt}`)} second={row.centreName} />
      ),
    },
    {
      key: 'rows',
      head: column.rows,
      width: '240px',
      cell: ({ state, counts }) =>
        state !== 'draft' ? words.candidates(counts.good) : words.counts(counts.good, counts.bad, counts.aside),
    },
    { key: 'changed', head: column.changed, width: '90px', cell: (row) => <WhenText at={row.changedAt} /> },
    {
      key: 'state',
      head: column.state,
      width: '130px',
      cell: ({ state, back }) =>
        back > 0 ? <Tag tone="red">{words.back(back)}</Tag> : <Tag tone={stateTones[state]}>{words.state[state]}</Tag>,
    },
  ];
}
