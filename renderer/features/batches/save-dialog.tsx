import type { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';

type Format = Parameters<typeof client.batches.exportBad>[0]['format'];

interface SaveDialogProps {
  readonly onSave: (format: Format) => void;
  readonly onClose: () => void;
}

/** Asks in which form the rows to mend go out. */
export function SaveDialog({ onSave, onClose }: SaveDialogProps) {
  const { batchSent, frame } = useWords();
  const words = batchSent.save;
  const save = (format: Format) => {
    onSave(format);
    onClose();
  };
  return (
    <Dialog isOpen hasTyping title={words.title} onClose={onClose}>
      <p>{words.hint}</p>
      <ButtonRow>
        <ActionButton label={frame.cancel} keys="Escape" onAct={onClose} />
        <ActionButton label={words.csv} keys="c" onAct={() => save('csv')} />
        <ActionButton label={words.xlsx} keys="x" tone="main" onAct={() => save('xlsx')} />
      </ButtonRow>
    </Dialog>
  );
}
