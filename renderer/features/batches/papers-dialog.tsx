import { useState } from 'react';
import { assertNever } from '#shared/base/assert-never.ts';
import { BatchCover, ReceiptPaper, UnitSlips } from '#renderer/features/paper/papers.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import type { BatchLine } from './batch-row.ts';
import classes from './batches.module.css';

type Paper = 'receipt' | 'cover' | 'slips' | 'slip';

interface PapersDialogProps {
  readonly batch: Pick<BatchLine, 'id' | 'number'>;
  readonly receiptNumber: string;
  /** The row that the keys stand on. */
  readonly position: number | null;
  readonly onClose: () => void;
}

/** The papers of a batch that was paid for, each by its key. */
export function PapersDialog({ batch, receiptNumber, position, onClose }: PapersDialogProps) {
  const { batchSent, frame } = useWords();
  const words = batchSent.papers;
  const [paper, setPaper] = useState<Paper | null>(null);
  const close = () => setPaper(null);
  switch (paper) {
    case 'receipt':
      return <ReceiptPaper receiptNumber={receiptNumber} onClose={close} />;
    case 'cover':
      return <BatchCover id={batch.id} number={batch.number} onClose={close} />;
    case 'slips':
      return <UnitSlips id={batch.id} number={batch.number} position={null} onClose={close} />;
    case 'slip':
      return <UnitSlips id={batch.id} number={batch.number} position={position} onClose={close} />;
    case null:
      return (
        <Dialog isOpen hasTyping title={words.title} onClose={onClose}>
          <div className={classes['papers']}>
            <ActionButton label={words.receipt} keys="r" tone="main" onAct={() => setPaper('receipt')} />
            <ActionButton label={words.cover} keys="c" onAct={() => setPaper('cover')} />
            <ActionButton label={words.slips} keys="s" onAct={() => setPaper('slips')} />
            <ActionButton label={words.slip} keys="o" disabled={position === null} onAct={() => setPaper('slip')} />
            <ActionButton label={frame.close} keys="Escape" tone="quiet" onAct={onClose} />
          </div>
        </Dialog>
      );
    default:
      return assertNever(paper);
  }
}
