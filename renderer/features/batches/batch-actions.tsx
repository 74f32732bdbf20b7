import { useState } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useUser } from '#renderer/ui/user.ts';
import type { OpenBatch } from './batch-row.ts';
import { CheckDialog } from './check-dialog.tsx';
import { CostDialog } from './cost-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { useSaveBad } from './save-bad.ts';
import type { BatchDesk } from './batch-desk.ts';

interface BatchActionsProps {
  readonly open: OpenBatch;
  readonly desk: BatchDesk;
  readonly onBring: () => void;
  readonly onAgain: () => void;
}

type BatchAct = 'hand-over' | 'check' | 'cost' | 'delete';

/** What may be done with the batch as a whole. */
export function BatchActions({ open: { batch }, desk, onBring, onAgain }: BatchActionsProps) {
  const words = useWords().batches.sheet;
  const { id: userId } = useUser();
  const [act, setAct] = useState<BatchAct | null>(null);
  const saveBad = useSaveBad(batch, desk);
  const isOwn = batch.ownerId === userId;
  const begin = async (next: BatchAct) => {
    await desk.flush();
    setAct(next);
  };
  const start = (next: BatchAct) => void begin(next).catch(() => undefined);
  const close = () => setAct(null);
  const done = () => {
    setAct(null);
    onAgain();
  };
  return (
    <>
      <ActionButton label={words.delete} keys="Alt+d" tone="quiet" disabled={!isOwn} onAct={() => start('delete')} />
      <ActionButton label={words.save} keys="Alt+x" tone="quiet" disabled={saveBad.isEmpty} onAct={saveBad.save} />
      <ActionButton label={words.bring} keys="Alt+f" onAct={onBring} />
      <ActionButton label={words.handOver} keys="Alt+h" disabled={!isOwn} onAct={() => start('hand-over')} />
      <ActionButton label={words.check} keys="Alt+k" disabled={isOwn || batch.state !== 'draft'} onAct={() => start('check')} />
      <ActionButton label={words.cost} keys="Alt+c" tone="main" onAct={() => start('cost')} />
      {act === 'hand-over' ? <HandOverDialog batchId={batch.id} onDone={done} onClose={close} /> : null}
      {act === 'check' ? <CheckDialog batchId={batch.id} onDone={done} onClose={close} /> : null}
      {act === 'cost' ? <CostDialog batchId={batch.id} onClose={close} /> : null}
      {act === 'delete' ? <DeleteDialog batchId={batch.id} onClose={close} /> : null}
    </>
  );
}
