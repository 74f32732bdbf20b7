import { assertNever } from '#shared/base/assert-never.ts';
import { AgainDialog } from './again-dialog.tsx';
import type { BatchDialogProps } from './batch-dialog-props.ts';
import { CheckDialog } from './check-dialog.tsx';
import { CostDialog } from './cost-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { PayDialog } from './pay-dialog.tsx';
import { SaveDialog } from './save-dialog.tsx';

export type BatchAct = 'hand-over' | 'check' | 'cost' | 'pay' | 'delete' | 'save' | 'again';

interface BatchActDialogProps extends BatchDialogProps {
  readonly act: BatchAct;
  readonly onSave: (format: 'csv' | 'xlsx') => void;
}

/** What was asked for with a batch whose rows are on screen. */
export function BatchActDialog({ act, onSave, ...props }: BatchActDialogProps) {
  switch (act) {
    case 'save':
      return <SaveDialog onSave={onSave} onClose={props.onClose} />;
    case 'again':
      return <AgainDialog {...props} />;
    case 'hand-over':
      return <HandOverDialog {...props} />;
    case 'check':
      return <CheckDialog {...props} />;
    case 'cost':
      return <CostDialog {...props} />;
    case 'pay':
      return <PayDialog {...props} />;
    case 'delete':
      return <DeleteDialog {...props} />;
    default:
      return assertNever(act);
  }
}
