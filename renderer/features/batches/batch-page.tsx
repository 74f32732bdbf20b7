import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { BatchActions } from './batch-actions.tsx';
import type { OpenBatch } from './batch-row.ts';
import { BatchSheet } from './batch-sheet.tsx';
import { BringFile } from './bring-file.tsx';
import { useBatchDesk } from './use-batch-desk.ts';
import classes from './batches.module.css';

/** Rows change on screen before they are asked for again, so each opening asks anew. */
const anew = { staleTime: 0, gcTime: 0 };

/** One batch: its file first, then its rows. */
export function BatchPage() {
  const { id } = useParams({ from: '/batches/$id' });
  const found = useQuery({ ...api.batches.get.queryOptions({ input: { id } }), ...anew });
  const [round, setRound] = useState(0);
  const again = async () => {
    await found.refetch();
    setRound((before) => before + 1);
  };
  return <QueryView query={found}>{(open) => <BatchDesk key={`${id} ${round}`} open={open} onAgain={() => void again()} />}</QueryView>;
}

interface BatchDeskProps {
  readonly open: OpenBatch;
  /** Asks for everything anew after rows came from a file or the batch changed hands. */
  readonly onAgain: () => void;
}

function BatchDesk({ open, onAgain }: BatchDeskProps) {
  const navigate = useNavigate();
  const desk = useBatchDesk(open);
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
          <BatchActions open={open} desk={desk} onBring={() => void bring().catch(() => undefined)} onAgain={onAgain} />
        )
      }
    >
      {isBringing ? (
        <BringFile batch={batch} onRows={onAgain} onType={() => setIsBringing(false)} onBack={leave} />
      ) : (
        <BatchSheet desk={desk} />
      )}
    </Page>
  );
}
