import { assertNever } from '#shared/base/assert-never.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { LogbookPreview } from '#renderer/features/paper/papers.tsx';
import { HandOverDialog } from '#renderer/features/shelf/hand-over-dialog.tsx';
import { CopiesDialog } from './copies-dialog.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import type { LogbookLine } from './logbook-line.ts';

export type LogbookAct = 'preview' | 'copy' | 'copies' | 'hand-over';

interface LogbookDialogProps {
  readonly logbook: LogbookLine;
  readonly act: LogbookAct;
  readonly onClose: () => void;
}

/** What was asked for with one logbook. */
export function LogbookDialog({ logbook, act, onClose }: LogbookDialogProps) {
  const { applicationId, number, plate, surrender } = logbook;
  switch (act) {
    case 'preview':
      return <LogbookPreview id={applicationId} onClose={onClose} />;
    case 'copy':
      return <CopyDialog id={applicationId} number={number} plate={displayPlate(plate)} onClose={onClose} />;
    case 'copies':
      return <CopiesDialog id={applicationId} number={number} plate={displayPlate(plate)} onClose={onClose} />;
    case 'hand-over':
      return <HandOverDialog what={{ applicationId }} kind="elogbook-copy" plate={plate} surrender={surrender} onClose={onClose} />;
    default:
      return assertNever(act);
  }
}
