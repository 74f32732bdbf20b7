import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { DeviceNote } from './device-note.tsx';
import { LostScansNote } from './lost-scans-note.tsx';
import { PullGuardNote } from './pull-guard-note.tsx';
import { QueueActions } from './queue-actions.tsx';
import { useQueueColumns } from './queue-columns.tsx';
import { QueueDetail } from './queue-detail.tsx';
import { needsPerson, placeOf, queueLines, type QueueItem, type QueueLine } from './queue-lines.ts';
import classes from './queue-page.module.css';

/** What waits for the hub: one row a case, with its state, age, tries, next try and plain reason; T tries now. */
export function QueuePage() {
  const { queue, post } = useWords();
  const navigate = useNavigate();
  const items = useQuery(api.queue.list.queryOptions({ input: {} }));
  const tryNow = useMutation({ mutationFn: () => client.queue.tryNow({}), onSuccess: () => tell(queue.trying) });
  const lines = useLines(items.data ?? []);
  const { chosen, openLine } = lines;
  return (
    <Page
      title={queue.title}
      words={queue.words}
      facts={<Counts items={items.data ?? []} />}
      actions={
        <>
          <ActionButton label={post.open} keys="p" onAct={() => void navigate({ to: '/queue/post' })} />
          <ActionButton
            label={queue.tryNow}
            keys="t"
            tone="main"
            disabled={lines.all.length === 0}
            pending={tryNow.isPending}
            onAct={() => tryNow.mutate()}
          />
        </>
      }
      aside={
        chosen === undefined ? undefined : (
          <QueueDetail line={chosen}>
            <QueueActions line={chosen} onOpen={openLine} />
          </QueueDetail>
        )
      }
      isFull
    >
      <DeviceNote />
      <PullGuardNote />
      <LostScansNote />
      <FailureNote error={tryNow.error} />
      <QueryView query={items}>{() => (lines.all.length === 0 ? <EmptyQueue /> : <QueueTable {...lines} />)}</QueryView>
    </Page>
  );
}

/** The rows as they stand, the one the keys stand on, and what the keys do with it. */
function useLines(items: readonly QueueItem[]) {
  const navigate = useNavigate();
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [chosenKey, setChosenKey] = useState('');
  const all = queueLines(items, unfolded);
  const unfold = ({ kind, key }: QueueLine, isUnfolded: boolean) => {
    if (kind === 'case') setUnfolded((before) => new Set([...before].filter((one) => one !== key).concat(isUnfolded ? [key] : [])));
  };
  return {
    all,
    chosen: all.find(({ key }) => key === chosenKey) ?? all[0],
    choose: ({ key }: QueueLine) => setChosenKey(key),
    unfold,
    openLine: ({ lead }: QueueLine) => {
      const { applicationId: id, problems } = lead;
      const place = placeOf(lead);
      if (place === 'test-day') return void navigate({ to: '/tests/day' });
      if (place === 'stock') return void navigate({ to: '/stock', search: { text: String(lead.reason?.facts['chassis'] ?? '') } });
      if (place === 'trade-plates') return void navigate({ to: '/trade-plates' });
      if (id === null) return;
      if (place === 'batch') return void navigate({ to: '/batches/$id', params: { id } });
      const step = problems.find((problem) => problem.step !== '')?.step;
      if (step === undefined) void navigate({ to: '/cases/$id', params: { id } });
      else void navigate({ to: '/cases/$id/edit/$step', params: { id, step } });
    },
  };
}

function QueueTable({ all, chosen, choose, unfold, openLine }: ReturnType<typeof useLines>) {
  const { queue } = useWords();
  const columns = useQueueColumns({ onUnfold: (line) => unfold(line, line.kind === 'case' && !line.isUnfolded) });
  useKeys(
    chosen?.kind === 'case'
      ? [
          { keys: 'ArrowRight', label: queue.unfold(chosen.items.length), run: () => unfold(chosen, true) },
          { keys: 'ArrowLeft', label: queue.fold, run: () => unfold(chosen, false) },
        ]
      : [],
  );
  return (
    <div className={classes['table']}>
      <DataTable
        label={queue.table}
        rows={all}
        rowKey={({ key }) => key}
        columns={columns}
        onOpen={openLine}
        onMove={choose}
        click="chooses"
        isMain
      />
    </div>
  );
}

/** How many acts wait in how many cases, and how many of them need somebody. */
function Counts({ items }: { readonly items: readonly QueueItem[] }) {
  const { queue } = useWords();
  if (items.length === 0) return null;
  const cases = new Set(items.flatMap(({ applicationId }) => (applicationId === null ? [] : [applicationId]))).size;
  const stuck = items.filter(needsPerson).length;
  return (
    <>
      <span className={classes['count']}>{queue.lead(items.length, cases)}</span>
      {stuck === 0 ? null : <span className={classes['stuck']}>{queue.needsYou(stuck)}</span>}
    </>
  );
}

function EmptyQueue() {
  const { queue } = useWords();
  const line = useQuery(api.office.status.queryOptions({ input: {} })).data?.line.state;
  const lost = useQuery(api.applications.lostScans.queryOptions({ input: {} })).data ?? [];
  const isDown = line === 'down' || line === 'cut';
  // What stands above them says otherwise.
  if (lost.length > 0) return null;
  return <EmptyState title={queue.emptyTitle} words={isDown ? queue.lineDownEmpty : queue.emptyWords} />;
}
