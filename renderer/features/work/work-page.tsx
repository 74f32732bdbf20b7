import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useHasRole, useUser } from '#renderer/ui/user.ts';
import { useWorkColumns } from './work-columns.tsx';
import { useWorkFilters, WorkFilters } from './work-filters.tsx';
import { mineFirst } from './work-order.ts';
import classes from './work-page.module.css';

/** More than any office has open; the table draws only what is seen. */
const limit = 500;

/** Home: what is mine first, then what the office owes; who, what, state, since when, next step. */
export function WorkPage() {
  const { work } = useWords();
  const navigate = useNavigate();
  const user = useUser();
  const mayOpen = useHasRole('clerk', 'dealer-clerk', 'supervisor');
  const filters = useWorkFilters();
  const { show, state } = filters;
  const cases = useQuery(
    api.applications.list.queryOptions({ input: { show, state, limit, offset: 0 }, placeholderData: (before) => before }),
  );
  const columns = useWorkColumns(user.id);
  const newCase = mayOpen ? (
    <ActionButton label={work.newCase} keys="n" tone="main" onAct={() => void navigate({ to: '/new' })} />
  ) : undefined;
  return (
    <Page title={work.title} actions={cases.data?.total === 0 ? undefined : newCase} isFull>
      <WorkFilters filters={filters} found={cases.data} />
      <QueryView query={cases}>
        {({ lines }) =>
          lines.length === 0 ? (
            <EmptyState
              title={state === null ? work.emptyTitle : work.emptyFilteredTitle}
              words={state === null ? work.emptyWords : work.emptyFilteredWords}
              action={state === null ? newCase : <ActionButton label={work.clear} keys="c" onAct={() => filters.setState(null)} />}
            />
          ) : (
            <div className={classes['table']}>
              <DataTable
                label={work.table}
                rows={mineFirst(lines, user.id)}
                rowKey={({ id }) => id}
                columns={columns}
                onOpen={({ id }) => void navigate({ to: '/cases/$id', params: { id } })}
                isMain
              />
            </div>
          )
        }
      </QueryView>
    </Page>
  );
}
