import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { BringFile } from '#renderer/features/rows/bring-file.tsx';
import { RowSheet } from '#renderer/features/rows/row-sheet.tsx';
import { useRowDesk } from '#renderer/features/rows/use-row-desk.ts';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { BatchActions } from './batch-actions.tsx';
import { batchFileHost, batchRowHost } from './batch-host.ts';
import { useBatchKind } from './batch-kind.ts';
import type { OpenBatch } from './batch-row.ts';
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
  const desk = useRowDesk(open.rows, batchRowHost(open.batch.id));
  const [isBringing, setIsBringing] = useState(open.rows.length === 0);
  const { batch } = open;
  const leave = () => {
    if (open.rows.length > 0) setIsBringing(false);
    else void navigate({ to: '/batches' });
  };
  const bring = async () => {
    await desk.flush();
    setIsBringing(true);
  };
  return (
    <Page
      title={batch.number}
      facts={<span className={classes['facts']}>{batch.dealer.name}</span>}
      isFull
      actions={
        isBringing ? undefined : (
          <BatchActions open={open} desk={desk} onBring={() => void bring().catch(() => undefined)} onAgain={onAgain} onResult={onResult} />
        )
      }
    >
      {isBringing ? (
        <BringFile kind={kind} host={batchFileHost(batch.id)} onRows={onAgain} onType={() => setIsBringing(false)} onBack={leave} />
      ) : (
        <RowSheet kind={kind} desk={desk} mending={mending} />
      )}
    </Page>
  );
}
