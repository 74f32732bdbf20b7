import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useUser } from '#renderer/ui/user.ts';
import type { BatchAct } from './batch-act-dialog.tsx';
import type { BatchLine } from './batch-row.ts';

interface BatchActionsProps {
  readonly batch: BatchLine;
  /** How many rows are to be mended. */
  readonly bad: number;
  readonly onBring: () => void;
  readonly onAct: (act: BatchAct) => void;
}

/** What may be done with the batch as a whole, beside the one thing that comes next. */
export function BatchActions({ batch, bad, onBring, onAct }: BatchActionsProps) {
  const { sheet: words } = useWords().batches;
  const isOwn = useUser().id === batch.ownerId;
  const isSent = batch.sentState !== null;
  return (
    <>
      {isOwn && !isSent ? <ActionButton label={words.delete} keys="Alt+d" tone="quiet" onAct={() => onAct('delete')} /> : null}
      <ActionButton label={words.save} keys="Alt+x" tone="quiet" disabled={bad === 0} onAct={() => onAct('save')} />
      <ActionButton label={words.bring} keys="Alt+f" onAct={onBring} />
      {isOwn ? <ActionButton label={words.handOver} keys="Alt+h" onAct={() => onAct('hand-over')} /> : null}
      {isSent ? null : <ActionButton label={words.cost} keys="Alt+c" onAct={() => onAct('cost')} />}
    </>
  );
}
