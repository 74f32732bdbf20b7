import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { SecretInput } from '#renderer/ui/secret-input.tsx';
import { ChoiceCard } from './choice-card.tsx';
import { useStartStep } from './start-status.ts';

interface RecoveryCodeCardProps {
  readonly needsPassphrase: boolean;
  readonly isFirst: boolean;
}

/** Opens the office's key with the printed code and wraps it anew for this PC. */
export function RecoveryCodeCard({ needsPassphrase, isFirst }: RecoveryCodeCardProps) {
  const { recovery, enrol } = useWords().start;
  const words = recovery.code;
  const [code, setCode] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const enter = useStartStep((typed: { readonly code: string; readonly passphrase: string | null }) =>
    client.start.enterRecoveryCode(typed),
  );
  return (
    <ChoiceCard title={words.title} isFirst={isFirst}>
      <p>{words.words}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '') enter.mutate({ code: code.trim(), passphrase: needsPassphrase ? passphrase : null });
        }}
      >
        <TextInput
          label={words.code}
          value={code}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
        />
        {needsPassphrase ? (
          <SecretInput
            label={words.passphrase}
            description={enrol.passphraseHelp}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        ) : null}
        <FailureNote error={enter.error} />
        <ActionButton label={words.action} type="submit" tone={isFirst ? 'main' : 'plain'} pending={enter.isPending} />
      </form>
    </ChoiceCard>
  );
}
