import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import type { ShelfAct } from './shelf-dialog.tsx';
import type { ShelfItem } from './shelf-item.ts';

interface ShelfActionsProps {
  readonly item: ShelfItem | undefined;
  readonly onAct: (act: ShelfAct) => void;
}

/** What may be done on the shelf, and with the thing that the keys stand on. */
export function ShelfActions({ item, onAct }: ShelfActionsProps) {
  const { shelf: words, logbooks } = useWords();
  const isKeeper = useHasRole('clerk', 'supervisor');
  const { handOver } = words;
  const isHere = item?.state === 'waiting' || item?.state === 'missing';
  return (
    <>
      {item?.state === 'handed-over' && item.slipNumber !== null ? (
        <ActionButton label={handOver.showSlip} keys="s" onAct={() => onAct('slip')} />
      ) : null}
      {item?.state === 'handed-over' && item.letterSha256 !== null ? (
        <ActionButton label={handOver.showLetter} keys="l" onAct={() => onAct('letter')} />
      ) : null}
      <ActionButton label={words.ageing.action} keys="a" tone="quiet" onAct={() => onAct('ageing')} />
      {isKeeper ? (
        <>
          <ActionButton label={words.stock.action} keys="t" tone="quiet" onAct={() => onAct('stock')} />
          <ActionButton label={words.sendBack.action} keys="x" disabled={!isHere} onAct={() => onAct('send-back')} />
          <ActionButton label={words.move.action} keys="m" disabled={!isHere} onAct={() => onAct('move')} />
          <ActionButton label={words.put.action} keys="p" onAct={() => onAct('put')} />
          <ActionButton label={logbooks.handOver} keys="h" tone="main" disabled={!isHere} onAct={() => onAct('hand-over')} />
        </>
      ) : null}
    </>
  );
}
