import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { isUnderWay, mayPrintAgain } from '#shared/domain/print-job.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { whenText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { jobNote, jobTone, paperName, type PrintJob } from './print-words.ts';
import classes from './jobs-page.module.css';

/** As many as one question brings; an office prints about that many in a day. */
const pageSize = 500;

/** What was sent to printers, and what came of it. */
export function JobsPage() {
  const { printing, frame } = useWords();
  const navigate = useNavigate();
  const [show, setShow] = useState<'all' | 'open'>('all');
  const [chosenId, setChosenId] = useState('');
  const list = useQuery({
    ...api.printing.jobs.queryOptions({ input: { show, limit: pageSize, offset: 0 } }),
    placeholderData: keepPreviousData,
  });
  const lines = list.data?.lines ?? [];
  const chosen = lines.find(({ id }) => id === chosenId) ?? lines[0];
  return (
    <Page
      title={printing.title}
      words={printing.jobs.hint}
      actions={chosen === undefined ? undefined : <JobActions key={chosen.id} job={chosen} />}
      foot={<ActionButton label={frame.backToWork} keys="Escape" onAct={() => void navigate({ to: '/work' })} />}
      isFull
    >
      <div className={classes['tools']} data-filters>
        <SegmentedControl<'all' | 'open'>
          size="xs"
          aria-label={printing.jobs.show}
          value={show}
          onChange={setShow}
          data={[
            { value: 'all', label: printing.jobs.showAll },
            { value: 'open', label: printing.jobs.showOpen },
          ]}
        />
      </div>
      <QueryView query={list}>
        {(page) =>
          page.lines.length === 0 ? (
            <EmptyState title={printing.jobs.emptyTitle} words={printing.jobs.empty} />
          ) : (
            <>
              <JobTable lines={page.lines} onMove={({ id }) => setChosenId(id)} />
              {chosen === undefined ? null : <WholeNote job={chosen} />}
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

interface JobTableProps {
  readonly lines: readonly PrintJob[];
  readonly onMove: (job: PrintJob) => void;
}

function JobTable({ lines, onMove }: JobTableProps) {
  const { printing } = useWords();
  const { locale } = useLocale();
  const now = useNow(60_000);
  const { column } = printing.jobs;
  const columns: readonly Column<PrintJob>[] = [
    { key: 'at', head: column.at, width: '108px', cell: ({ queuedAt }) => whenText(queuedAt, now, locale) },
    { key: 'paper', head: column.paper, width: '340px', cell: (job) => paperName(job, printing) },
    { key: 'printer', head: column.printer, width: '132px', cell: ({ printer }) => printer ?? printing.jobs.noPrinter },
    { key: 'state', head: column.state, width: '158px', cell: ({ state }) => <Tag tone={jobTone[state]}>{printing.state[state]}</Tag> },
    { key: 'clerk', head: column.clerk, width: '160px', cell: ({ clerk }) => clerk },
    { key: 'what', head: column.what, cell: (job) => <span title={jobNote(job, printing)}>{jobNote(job, printing)}</span> },
  ];
  return <DataTable label={printing.title} rows={lines} rowKey={({ id }) => id} columns={columns} onMove={onMove} click="chooses" isMain />;
}

/** The whole sentence of the job that the keys stand on; its row has room for the beginning. */
function WholeNote({ job }: { readonly job: PrintJob }) {
  const { printing } = useWords();
  const note = jobNote(job, printing);
  if (note === '') return null;
  return (
    <p className={classes['note']} role="status">
      <strong>{paperName(job, printing)}</strong> {note}
    </p>
  );
}

/** What may be done with the job that the keys stand on. */
function JobActions({ job }: { readonly job: PrintJob }) {
  const words = useWords().printing;
  const again = useAct(client.printing.again);
  const stop = useAct(client.printing.cancel);
  const answer = useAct(client.printing.answer);
  return (
    <>
      <FailureNote error={again.error ?? stop.error ?? answer.error} />
      {job.state === 'asking' ? (
        <ActionButton
          label={words.jobs.cameOut}
          keys="c"
          pending={answer.isPending}
          onAct={() => answer.mutate({ jobId: job.id, cameOut: true, reason: null })}
        />
      ) : null}
      {isUnderWay(job.state) ? (
        <ActionButton label={words.jobs.stop} keys="x" pending={stop.isPending} onAct={() => stop.mutate({ jobId: job.id })} />
      ) : null}
      {mayPrintAgain(job.state) && !job.isRepeated ? (
        <ActionButton
          label={words.jobs.again}
          keys="Ctrl+p"
          tone="main"
          pending={again.isPending}
          onAct={() => again.mutate({ jobId: job.id })}
        />
      ) : null}
    </>
  );
}
