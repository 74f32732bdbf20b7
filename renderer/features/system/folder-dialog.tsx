import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';

interface FolderDialogProps {
  readonly folder: string;
  readonly onClose: () => void;
}

/** Where the copies go: a typed folder, since a browser hands out none. */
export function FolderDialog({ folder, onClose }: FolderDialogProps) {
  const words = useWords().system.copies.folderDialog;
  const [typed, setTyped] = useState(folder);
  const choose = useAct(client.copies.setFolder, () => {
    tell(words.done);
    onClose();
  });
  return (
    <ModalForm
      isOpen
      title={words.title}
      submitLabel={words.action}
      pending={choose.isPending}
      onClose={onClose}
      onSubmit={() => choose.mutate({ folder: typed.trim() === '' ? null : typed.trim() })}
    >
      <p>{words.words}</p>
      <TextInput
        label={words.folder}
        description={words.help}
        value={typed}
        maxLength={1000}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <FailureNote error={choose.error} />
    </ModalForm>
  );
}
