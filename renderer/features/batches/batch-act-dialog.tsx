import { assertNever } from '#shared/base/assert-never.ts';
import type { BatchDialogProps } from './batch-dialog-props.ts';
import { CheckDialog } from './check-dialog.tsx';
import { CostDialog } from './cost-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { PayDialog } from './pay-dialog.tsx';

export type BatchAct = 'hand-over' | 'check' | 'cost' | 'pay' | 'delete';

/** What was asked for with a batch that is still its dealer's draft. */
export function BatchActDialog({ act, ...props }: BatchDialogProps & { readonly act: BatchAct }) {
  switch (act) {
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
