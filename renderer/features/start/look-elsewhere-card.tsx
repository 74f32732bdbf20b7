import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ChoiceCard } from './choice-card.tsx';
import { useStartStep } from './start-status.ts';

interface LookElsewhereCardProps {
  /** Folders that were looked in and hold nothing that helps. */
  readonly folders: readonly string[];
  readonly isFirst: boolean;
}

/** Copies may lie on a disk that Kaunta does not know of: its folder is typed, and nothing is ever written there. */
export function LookElsewhereCard({ folders, isFirst }: LookElsewhereCardProps) {
  const words = useWords().start.recovery.look;
  const [folder, setFolder] = useState('');
  const look = useStartStep((typed: string) => client.start.lookForCopies({ folder: typed }));
  return (
    <ChoiceCard title={words.title} isFirst={isFirst}>
      <p>{words.words}</p>
      {folders.length === 0 ? null : <p>{words.looked(folders.join(' · '))}</p>}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (folder.trim() !== '') look.mutate(folder.trim());
        }}
      >
        <TextInput
          label={words.folder}
          size="sm"
          placeholder={words.folderHelp}
          value={folder}
          maxLength={1000}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setFolder(event.currentTarget.value)}
        />
        <FailureNote error={look.error} />
        <ActionButton label={words.action} type="submit" tone={isFirst ? 'main' : 'plain'} pending={look.isPending} />
      </form>
    </ChoiceCard>
  );
}
