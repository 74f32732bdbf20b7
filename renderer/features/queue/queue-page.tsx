import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useQueueColumns } from './queue-columns.tsx';
import classes from './queue-page.module.css';

/** What waits for the hub: each item's state, age, tries, next try and plain reason; T tries now. */
export function QueuePage() {
  const { queue } = useWords();
  const navigate = useNavigate();
  const items = useQuery(api.queue.list.queryOptions({ input: {} }));
  const line = useQuery(api.office.status.queryOptions({ input: {} })).data?.line.state;
  const tryNow = useMutation({ mutationFn: () => client.queue.tryNow({}), onSuccess: () => tell(queue.trying) });
  const columns = useQueueColumns();
  const isEmpty = items.data?.length === 0;
  const isDown = line === 'down' || line === 'cut';
  return (
    <Page
      title={queue.title}
      words={queue.words}
      actions={
        <ActionButton
          label={queue.tryNow}
          keys="t"
          tone="main"
          disabled={isEmpty}
          pending={tryNow.isPending}
          onAct={() => tryNow.mutate()}
        />
      }
      isFull
    >
      <FailureNote error={tryNow.error} />
      <QueryView query={items}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={queue.emptyTitle} words={isDown ? queue.lineDownEmpty : queue.emptyWords} />
          ) : (
            <div className={classes['table']}>
              <DataTable
                label={queue.table}
                rows={rows}
                rowKey={({ entryId }) => entryId}
                columns={columns}
                onOpen={({ applicationId }) => {
                  if (applicationId !== null) void navigate({ to: '/cases/$id', params: { id: applicationId } });
                }}
                isMain
              />
            </div>
          )
        }
      </QueryView>
    </Page>
  );
}
