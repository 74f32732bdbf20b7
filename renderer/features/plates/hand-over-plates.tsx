import { useQuery } from '@tanstack/react-query';
import { displayPlate } from '#shared/domain/plate.ts';
import { api } from '#renderer/connection/connection.ts';
import { HandOverDialog } from '#renderer/features/shelf/hand-over-dialog.tsx';
import type { StockLine } from '#renderer/features/stock/stock-line.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';

interface HandOverPlatesProps {
  readonly unit: StockLine;
  readonly onClose: () => void;
}

/** The plates of a motorcycle go to its owner, with a slip; they lie on a shelf of this PC or are handed over elsewhere. */
export function HandOverPlates({ unit, onClose }: HandOverPlatesProps) {
  const words = useWords().platePacks;
  const plate = unit.plate ?? '';
  // Asked once: handed over, they leave the shelf before the dialog has shown its slip.
  const found = useQuery({ ...api.shelf.look.queryOptions({ input: { code: plate } }), staleTime: Number.POSITIVE_INFINITY });
  const item = found.data?.items.find(({ kind, state }) => kind === 'plates' && state !== 'sent-back');
  if (item) return <HandOverDialog what={{ itemId: item.id }} kind="plates" plate={plate} surrender={item.surrender} onClose={onClose} />;
  if (found.isPending) return null;
  return (
    <Dialog isOpen onClose={onClose} title={words.handOver} size={520}>
      {found.error === null ? <Note tone="amber">{words.notHere(displayPlate(plate))}</Note> : <FailureNote error={found.error} />}
    </Dialog>
  );
}
