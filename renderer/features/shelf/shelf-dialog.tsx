import type { ShelfBand } from '#shared/domain/shelf.ts';
import { CollectionSlip } from '#renderer/features/paper/papers.tsx';
import { AgeingDialog } from './ageing-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { LetterDialog } from './letter-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { PutDialog } from './put-dialog.tsx';
import { SendBackDialog } from './send-back-dialog.tsx';
import type { ShelfItem } from './shelf-item.ts';
import { StockDialog } from './stock-dialog.tsx';

export type ShelfAct = 'put' | 'move' | 'send-back' | 'hand-over' | 'stock' | 'ageing' | 'slip' | 'letter';

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
  const { id, kind, plate, surrender, slipNumber, letterSha256 } = item;
  if (act === 'slip') return slipNumber === null ? null : <CollectionSlip number={slipNumber} onClose={onClose} />;
  if (act === 'letter') return letterSha256 === null ? null : <LetterDialog plate={plate} sha256={letterSha256} onClose={onClose} />;
  return <HandOverDialog what={{ itemId: id }} kind={kind} plate={plate} surrender={surrender} onClose={onClose} />;
}
