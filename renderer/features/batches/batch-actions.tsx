import { useState } from 'react';
import type { RowDesk } from '#renderer/features/rows/row-desk.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useUser } from '#renderer/ui/user.ts';
import { AgainDialog } from './again-dialog.tsx';
import { BatchActDialog, type BatchAct } from './batch-act-dialog.tsx';
import type { OpenBatch } from './batch-row.ts';
import { useSaveBad } from './save-bad.ts';
import { SaveDialog } from './save-dialog.tsx';

interface BatchActionsProps {
  readonly open: OpenBatch;
  readonly desk: RowDesk;
  readonly onBring: () => void;
  readonly onAgain: () => void;
  /** Leads to what became of each motorcycle, also once more are on their way. */
  readonly onResult: () => void;
}

/** What may be done with the batch as a whole: until it is paid for, and once some of it came back. */
export function BatchActions({ open: { batch }, desk, onBring, onAgain, onResult }: BatchActionsProps) {
  const { batches, batchSent } = useWords();
  const words = batches.sheet;
  const { id: userId } = useUser();
  const [act, setAct] = useState<BatchAct | 'save' | 'again' | null>(null);
  const saveBad = useSaveBad(batch, desk);
  const isOwn = batch.ownerId === userId;
  const isSent = batch.sentState !== null;
  const isChecked = batch.state === 'checked';
  const begin = async (next: BatchAct | 'again') => {
    await desk.flush();
    setAct(next);
  };
  const start = (next: BatchAct | 'again') => void begin(next).catch(() => undefined);
  const close = () => setAct(null);
  const done = () => {
    setAct(null);
    onAgain();
  };
  return (
    <>
      {isSent ? (
        <ActionButton label={batchSent.page.toResult} keys="Alt+r" tone="quiet" onAct={onResult} />
      ) : (
        <ActionButton label={words.delete} keys="Alt+d" tone="quiet" disabled={!isOwn} onAct={() => start('delete')} />
      )}
      <ActionButton label={words.save} keys="Alt+x" tone="quiet" disabled={saveBad.isEmpty} onAct={() => setAct('save')} />
      <ActionButton label={words.bring} keys="Alt+f" onAct={onBring} />
      <ActionButton label={words.handOver} keys="Alt+h" disabled={!isOwn} onAct={() => start('hand-over')} />
      {isSent ? null : <ActionButton label={words.cost} keys="Alt+c" tone={isChecked ? 'plain' : 'main'} onAct={() => start('cost')} />}
      {isChecked ? (
        <ActionButton
          label={isSent ? batchSent.again.action : batchSent.pay.action}
          keys="Alt+m"
          tone="main"
          onAct={() => start(isSent ? 'again' : 'pay')}
        />
      ) : (
        <ActionButton label={words.check} keys="Alt+k" disabled={isOwn} onAct={() => start('check')} />
      )}
      {act === 'save' ? <SaveDialog onSave={saveBad.save} onClose={close} /> : null}
      {act === 'again' ? <AgainDialog batchId={batch.id} onDone={onResult} onClose={close} /> : null}
      {act === null || act === 'save' || act === 'again' ? null : (
        <BatchActDialog act={act} batchId={batch.id} onDone={done} onClose={close} />
      )}
    </>
  );
}
