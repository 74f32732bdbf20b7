import type { ShelfBand } from '#shared/domain/shelf.ts';
import { AgeingDialog } from './ageing-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { PutDialog } from './put-dialog.tsx';
import { SendBackDialog } from './send-back-dialog.tsx';
import type { ShelfItem } from './shelf-item.ts';
import { StockDialog } from './stock-dialog.tsx';

export type ShelfAct = 'put' | 'move' | 'send-back' | 'hand-over' | 'stock' | 'ageing';

interface ShelfDialogProps {
  readonly act: ShelfAct;
  /** The thing that the keys stand on. */
  readonly item: ShelfItem | undefined;
  readonly onShow: (band: ShelfBand) => void;
  readonly onClose: () => void;
}

/** What was asked for on the shelf. */
export function ShelfDialog({ act, item, onShow, onClose }: ShelfDialogProps) {
  if (act === 'put') return <PutDialog onClose={onClose} />;
  if (act === 'stock') return <StockDialog onClose={onClose} />;
  if (act === 'ageing') return <AgeingDialog onShow={onShow} onClose={onClose} />;
  if (item === undefined) return null;
  if (act === 'move') return <MoveDialog item={item} onClose={onClose} />;
  if (act === 'send-back') return <SendBackDialog item={item} onClose={onClose} />;
  const { id, kind, plate, surrender } = item;
  return <HandOverDialog what={{ itemId: id }} kind={kind} plate={plate} surrender={surrender} onClose={onClose} />;
}
