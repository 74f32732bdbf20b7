import { assertNever } from '#shared/base/assert-never.ts';
import { VoidFormPaper } from '#renderer/features/paper/office-papers.tsx';
import { ReceiptPaper } from '#renderer/features/paper/papers.tsx';
import { ReceiptHistory } from './receipt-history.tsx';
import type { Receipt } from './receipt.ts';
import { ReprintDialog } from './reprint-dialog.tsx';
import { VoidDialog } from './void-dialog.tsx';

export type ReceiptAct = 'paper' | 'history' | 'void' | 'void-form' | 'reprint';

interface ReceiptDialogProps {
  readonly receipt: Receipt;
  readonly act: ReceiptAct;
  readonly onAct: (act: ReceiptAct) => void;
  readonly onClose: () => void;
}

/** What was asked for with one receipt. */
export function ReceiptDialog({ receipt, act, onAct, onClose }: ReceiptDialogProps) {
  const { receiptNumber } = receipt;
  switch (act) {
    case 'paper':
      return <ReceiptPaper receiptNumber={receiptNumber} onClose={onClose} />;
    case 'history':
      return <ReceiptHistory receipt={receipt} onVoidForm={() => onAct('void-form')} onClose={onClose} />;
    case 'void':
      return <VoidDialog receipt={receipt} onDone={() => onAct('void-form')} onClose={onClose} />;
    case 'void-form':
      return <VoidFormPaper receiptNumber={receiptNumber} onClose={onClose} />;
    case 'reprint':
      return <ReprintDialog receipt={receipt} onClose={onClose} />;
    default:
      return assertNever(act);
  }
}
