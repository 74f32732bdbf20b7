import type { ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import { Dialog } from './dialog.tsx';
import { FailureNote } from './failure-note.tsx';
import { Loading } from './loading.tsx';
import { useWords } from './locale.tsx';
import { PdfPages } from './pdf-pages.tsx';
import { printPdf } from './pdf-paper.ts';
import { saveFile } from './save-file.ts';
import classes from './paper-viewer.module.css';

interface PaperViewerProps {
  readonly title: string;
  /** The file once it is made. */
  readonly file: Blob | undefined;
  readonly error: unknown;
  readonly fileName: string;
  /** Choices beside the buttons, such as the width of the paper. */
  readonly choices?: ReactNode;
  readonly isNarrow?: boolean | undefined;
  /** Prints without a dialog; without it the host's print dialog opens. */
  readonly onPrint?: (() => void) | undefined;
  readonly isPrinting?: boolean | undefined;
  readonly onClose: () => void;
}

/** A paper on screen as it will come out of the printer, with Print and Save; Esc leaves. */
export function PaperViewer(props: PaperViewerProps) {
  const { title, file, error, fileName, choices, isNarrow = false, onPrint, isPrinting = false, onClose } = props;
  const { frame, casePage } = useWords();
  const words = casePage.paper;
  return (
    <Dialog isOpen onClose={onClose} title={title} size={isNarrow ? 640 : 860} hasTyping>
      <div className={classes['bar']}>
        {choices}
        <span className={classes['gap']} />
        <ActionButton label={frame.close} keys="Escape" onAct={onClose} />
        <ActionButton label={words.save} keys="Ctrl+s" disabled={file === undefined} onAct={() => file && saveFile(file, fileName)} />
        <ActionButton
          label={words.print}
          keys="Ctrl+p"
          tone="main"
          disabled={file === undefined}
          pending={isPrinting}
          onAct={onPrint ?? (() => file && printPdf(file))}
        />
      </div>
      <FailureNote error={error} />
      <div className={classes['paper']} data-narrow={isNarrow || undefined}>
        {file === undefined ? error ? null : <Loading /> : <PdfPages file={file} pageLabel={words.page} failed={words.failed} />}
      </div>
    </Dialog>
  );
}
