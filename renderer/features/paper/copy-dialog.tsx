import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { LogbookCopyPaper } from './papers.tsx';

interface CopyDialogProps {
  readonly id: string;
  readonly number: string;
  readonly plate: string;
  /** How many were printed before; not known on every screen. */
  readonly copies?: number | undefined;
  readonly onClose: () => void;
}

/** Counts one more copy in the journal, then shows it for printing: nothing is printed that is not stored. */
export function CopyDialog({ id, number, plate, copies, onClose }: CopyDialogProps) {
  const words = useWords().logbooks;
  const [copy, setCopy] = useState<number | null>(null);
  const issue = useAct(client.paper.issueLogbookCopy, (issued) => setCopy(issued.copy));
  if (copy !== null) return <LogbookCopyPaper id={id} number={number} copy={copy} onClose={onClose} />;
  return (
    <ModalForm
      isOpen
      title={words.copyTitle(plate)}
      submitLabel={words.copyAction}
      pending={issue.isPending}
      onClose={onClose}
      onSubmit={() => issue.mutate({ id })}
    >
      <p>{copies === undefined ? words.copyCounted : words.copyHint(copies)}</p>
      <ActFailure error={issue.error} />
    </ModalForm>
  );
}
