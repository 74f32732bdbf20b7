import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Words } from '#shared/text/text.ts';
import { api } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { WhenText } from '#renderer/ui/age-text.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { StateBadge } from '#renderer/ui/state-badge.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import type { BatchLine } from './batch-row.ts';
import { DealerDialog } from './dealer-dialog.tsx';
import { OpenDialog } from './open-dialog.tsx';
import classes from './batches.module.css';

/** The batches of this office, the newest first; Enter opens one. */
export function BatchesPage() {
  const words = useWords();
  const { batches } = words;
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'open' | 'dealer' | null>(null);
  const mayAddDealer = useHasRole('supervisor');
  const list = useQuery({ ...api.batches.list.queryOptions({ input: {} }), staleTime: 0 });
  const openOne = (id: string) => void navigate({ to: '/batches/$id', params: { id } });
  const newOne = <ActionButton label={batches.open.action} keys="b" tone="main" onAct={() => setDialog('open')} />;
  const isEmpty = list.data?.batches.length === 0;
  return (
    <Page
      title={words.frame.nav.batches}
      words={batches.hint}
      isFull
      actions={
        <>
          {mayAddDealer ? <ActionButton label={batches.dealer.action} keys="d" tone="quiet" onAct={() => setDialog('dealer')} /> : null}
          {isEmpty ? null : newOne}
        </>
      }
    >
      <QueryView query={list}>
        {({ batches: lines }) =>
          lines.length === 0 ? (
            <EmptyState title={batches.emptyTitle} words={batches.empty} action={newOne} />
          ) : (
            <DataTable
              label={words.frame.nav.batches}
              rows={lines}
              rowKey={({ id }) => id}
              columns={columnsOf(words)}
              isMain
              onOpen={({ id }) => openOne(id)}
            />
          )
        }
      </QueryView>
      {dialog === 'open' ? <OpenDialog onDone={openOne} onClose={() => setDialog(null)} /> : null}
      {dialog === 'dealer' ? <DealerDialog onClose={() => setDialog(null)} /> : null}
    </Page>
  );
}

const tones = { draft: 'amber', checked: 'green', sent: 'blue', deleted: 'grey' } as const;

function columnsOf({ batches: { column, counts, state } }: Words): readonly Column<BatchLine>[] {
  return [
    { key: 'number', head: column.number, width: '176px', cell: (row) => <strong className="tabular">{row.number}</strong> },
    { key: 'dealer', head: column.dealer, cell: (row) => row.dealer.name },
    {
      key: 'rows',
      head: column.rows,
      width: '300px',
      cell: ({ counts: { good, bad, aside, total } }) => <span className={classes['tabular']}>{counts(good, bad, aside, total)}</span>,
    },
    { key: 'owner', head: column.owner, width: '160px', cell: (row) => row.ownerName },
    { key: 'changed', head: column.changed, width: '90px', cell: (row) => <WhenText at={row.changedAt} /> },
    {
      key: 'state',
      head: column.state,
      width: '180px',
      cell: (row) =>
        row.sentState === null ? <Tag tone={tones[row.state]}>{state[row.state]}</Tag> : <StateBadge state={row.sentState} />,
    },
  ];
}
