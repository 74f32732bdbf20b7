import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import { useJournalColumns } from './journal-columns.tsx';
import { useVerify, VerifyResult } from './verify.tsx';
import classes from './records-page.module.css';

/** As many as one question may bring. */
const pageRows = 200;

/** The journal of this PC, newest first, and the button that proves it whole. */
export function RecordsPage() {
  const { records } = useWords();
  if (!useHasRole('admin', 'auditor', 'supervisor')) {
    return (
      <Page title={records.title}>
        <Note tone="plain">{records.notAllowed}</Note>
      </Page>
    );
  }
  return <Journal />;
}

function Journal() {
  const { records } = useWords();
  const verify = useVerify();
  const columns = useJournalColumns();
  const journal = useInfiniteQuery({
    queryKey: [...api.records.journal.key(), 'pages'],
    queryFn: ({ pageParam }) => client.records.journal({ beforeSeq: pageParam, limit: pageRows }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < pageRows ? undefined : last.at(-1)?.seq),
    placeholderData: keepPreviousData,
  });
  const rows = journal.data?.pages.flat();
  return (
    <Page
      title={records.title}
      words={records.words}
      actions={<ActionButton label={records.verify} keys="v" tone="main" pending={verify.isPending} onAct={() => verify.mutate()} />}
      isFull
    >
      <VerifyResult verify={verify} />
      <FailureNote error={journal.error} />
      {rows === undefined && !journal.isError ? <Loading /> : null}
      {rows?.length === 0 ? <EmptyState title={records.emptyTitle} words={records.emptyWords} /> : null}
      {rows === undefined || rows.length === 0 ? null : (
        <div className={classes['table']}>
          <DataTable label={records.table} rows={rows} rowKey={({ seq }) => String(seq)} columns={columns} isMain />
        </div>
      )}
      {journal.hasNextPage ? (
        <div className={classes['more']}>
          <ActionButton label={records.older} keys="o" pending={journal.isFetchingNextPage} onAct={() => void journal.fetchNextPage()} />
        </div>
      ) : null}
    </Page>
  );
}
