import { CancelSaleDialog } from './cancel-sale-dialog.tsx';
import { HandOverPlates } from '#renderer/features/plates/hand-over-plates.tsx';
import { PutPlatesDialog } from '#renderer/features/plates/put-plates-dialog.tsx';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { SellDialog } from './sell-dialog.tsx';
import type { StockLine } from './stock-line.ts';
import { TakeInDialog } from './take-in-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

export type StockAct =
  | { readonly kind: 'take-in' }
  | { readonly kind: 'delivery' }
  | { readonly kind: 'hand-over'; readonly unit: StockLine }
  | { readonly kind: 'sell' | 'cancel-sale' | 'withdraw' | 'put-plates'; readonly units: readonly StockLine[] };

interface StockDialogProps {
  readonly act: StockAct;
  readonly onClose: () => void;
  /** The chosen motorcycles have moved on. */
  readonly onDone: () => void;
}

/** What was asked for in the stock. */
export function StockDialog({ act, onClose, onDone }: StockDialogProps) {
  if (act.kind === 'take-in') return <TakeInDialog onClose={onClose} />;
  if (act.kind === 'delivery') return <DeliveryDialog onClose={onClose} />;
  if (act.kind === 'hand-over') return <HandOverPlates unit={act.unit} onClose={onClose} />;
  const props = { units: act.units, onClose, onDone };
  if (act.kind === 'sell') return <SellDialog {...props} />;
  if (act.kind === 'put-plates') return <PutPlatesDialog {...props} />;
  if (act.kind === 'cancel-sale') return <CancelSaleDialog {...props} />;
  return <WithdrawDialog {...props} />;
}
