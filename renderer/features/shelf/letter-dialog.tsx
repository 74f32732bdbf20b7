import { displayPlate } from '#shared/domain/plate.ts';
import { ScanPreview } from '#renderer/features/application/scan-preview.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';

interface LetterDialogProps {
  readonly plate: string;
  readonly sha256: string;
  readonly onClose: () => void;
}

/** The letter by which a thing was handed over, as it was scanned. */
export function LetterDialog({ plate, sha256, onClose }: LetterDialogProps) {
  const { shelf, frame } = useWords();
  return (
    <Dialog isOpen onClose={onClose} title={shelf.handOver.letterTitle(displayPlate(plate))} size={860}>
      <ScanPreview scan={{ sha256 }} />
      <ButtonRow>
        <ActionButton label={frame.close} keys="Escape" onAct={onClose} />
      </ButtonRow>
    </Dialog>
  );
}
