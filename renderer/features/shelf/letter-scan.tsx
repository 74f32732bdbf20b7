import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { useIsPractice } from '#renderer/features/application/office-status.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './hand-over-dialog.module.css';

interface LetterScanProps {
  /** For the made-up letter of a practice office. */
  readonly plate: string;
  readonly isChosen: boolean;
  readonly onChoose: (file: File) => void;
}

/** The scan of a letter: a file from this PC, or in the practice office a made-up one. Its keys work while somebody types. */
export function LetterScan({ plate, isChosen, onChoose }: LetterScanProps) {
  const words = useWords().shelf.handOver;
  const isPractice = useIsPractice();
  const chooser = useRef<HTMLInputElement>(null);
  const practice = useMutation({ mutationFn: () => client.shelf.practiceLetter({ plate }), onSuccess: onChoose });
  return (
    <div className={classes['scan']}>
      <input
        ref={chooser}
        type="file"
        accept="application/pdf,.pdf"
        hidden
        aria-label={words.scan}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) onChoose(file);
          // The same file may be chosen again after it was scanned anew.
          currentTarget.value = '';
        }}
      />
      <ActionButton label={isChosen ? words.changeScan : words.chooseScan} keys="F8" onAct={() => chooser.current?.click()} />
      {isPractice && !isChosen ? (
        <ActionButton label={words.practiceScan} keys="F9" tone="quiet" pending={practice.isPending} onAct={() => practice.mutate()} />
      ) : null}
      <FailureNote error={practice.error} />
    </div>
  );
}
