import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { BringFile } from '#renderer/features/rows/bring-file.tsx';
import { countsOf } from '#renderer/features/rows/judged-rows.ts';
import type { RowDesk } from '#renderer/features/rows/row-desk.ts';
import { RowSheet } from '#renderer/features/rows/row-sheet.tsx';
import { useRowDesk, useStore } from '#renderer/features/rows/use-row-desk.ts';
import { useFailureText } from '#renderer/ui/failure-text.ts';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { BatchActDialog, type BatchAct } from './batch-act-dialog.tsx';
import { BatchActions } from './batch-actions.tsx';
import { batchFileHost, batchRowHost } from './batch-host.ts';
import { useBatchKind } from './batch-kind.ts';
import { BatchNext } from './batch-next.tsx';
import type { BatchLine, OpenBatch } from './batch-row.ts';
import { useSaveBad } from './save-bad.ts';
import { SentBatch } from './sent-batch.tsx';
import classes from './batches.module.css';

/** Rows change on screen before they are asked for again, so each opening asks anew. */
const anew = { staleTime: 0, gcTime: 0 };

/** Rows that are on their way or registered are nobody's to touch: only these are mended, by their numbers. */
type Mending = ReadonlySet<number>;

/** One batch: its file first, then its rows, and once it was paid for what became of each motorcycle. */
export function BatchPage() {
  const { id } = useParams({ from: '/batches/$id' });
  return <OneBatch key={id} id={id} />;
}

function OneBatch({ id }: { readonly id: string }) {
  const found = useQuery({ ...api.batches.get.queryOptions({ input: { id } }), ...anew });
  const [round, setRound] = useState(0);
  const [mending, setMending] = useState<Mending | null>(null);
  const show = async (next: Mending | null) => {
    await found.refetch();
    setMending(next);
    setRound((before) => before + 1);
  };
  return (
    <QueryView query={found}>
      {(open) =>
        open.batch.sentState !== null && mending === null ? (
          <SentBatch batch={open.batch} onMend={(positions) => void show(positions)} />
        ) : (
          <BatchDesk key={round} open={open} mending={mending} onAgain={() => void show(mending)} onResult={() => void show(null)} />
        )
      }
    </QueryView>
  );
}

interface BatchDeskProps {
  readonly open: OpenBatch;
  readonly mending: Mending | null;
  /** Asks for everything anew after rows came from a file or the batch changed hands. */
  readonly onAgain: () => void;
  readonly onResult: () => void;
}

function BatchDesk({ open, mending, onAgain, onResult }: BatchDeskProps) {
  const navigate = useNavigate();
  const kind = useBatchKind();
  const batch = useNewestLine(open.batch);
  const desk = useRowDesk(open.rows, batchRowHost(batch.id));
  const rows = useStore(desk.rows);
  const counts = countsOf(mending === null ? rows : rows.filter(({ position }) => mending.has(position)));
  const [isBringing, setIsBringing] = useState(open.rows.length === 0);
  const [act, setAct] = useState<BatchAct | null>(null);
  const saveBad = useSaveBad(batch, desk);
  const afterTyping = useAfterTyping(desk);
  const toList = () => void navigate({ to: '/batches' });
  return (
    <Page
      title={batch.number}
      facts={<span className={classes['facts']}>{batch.dealer.name}</span>}
      isFull
      actions={
        isBringing ? undefined : (
          <BatchActions
            batch={batch}
            bad={counts.bad}
            onBring={() => afterTyping(() => setIsBringing(true))}
            onAct={(next) => afterTyping(() => setAct(next))}
          />
        )
      }
      foot={
        isBringing ? undefined : (
          <BatchNext
            batch={batch}
            counts={counts}
            onAct={(next) => afterTyping(() => setAct(next))}
            onBack={mending === null ? toList : onResult}
          />
        )
      }
    >
      {isBringing ? (
        <BringFile
          kind={kind}
          host={batchFileHost(batch.id)}
          onRows={onAgain}
          onType={() => setIsBringing(false)}
          onBack={() => (rows.length > 0 ? setIsBringing(false) : toList())}
        />
      ) : (
        <RowSheet kind={kind} desk={desk} mending={mending} />
      )}
      {act === null ? null : (
        <BatchActDialog
          act={act}
          batchId={batch.id}
          onSave={saveBad}
          onDone={act === 'again' ? onResult : onAgain}
          onClose={() => setAct(null)}
        />
      )}
    </Page>
  );
}

/** The batch as the list has it by now: a change of its rows asks for another look, also while its page stands open. */
function useNewestLine(batch: BatchLine): BatchLine {
  const list = useQuery(api.batches.list.queryOptions({ input: {} })).data?.batches;
  const listed = list?.find(({ id }) => id === batch.id);
  return listed !== undefined && listed.changedAt >= batch.changedAt ? listed : batch;
}

/** What was typed goes first, so that the host works on what stands on screen. */
function useAfterTyping(desk: RowDesk): (next: () => void) => void {
  const failureText = useFailureText();
  const run = async (next: () => void) => {
    try {
      await desk.flush();
      next();
    } catch (error) {
      tell(failureText(error));
    }
  };
  return (next) => void run(next);
}
