import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { PartyRole } from '#shared/domain/party.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { useIsLineUp } from './office-status.ts';
import classes from './confirm-step.module.css';

interface CodeProofProps {
  readonly applicationId: string;
  readonly role: PartyRole;
  readonly onProof: (proof: { readonly method: 'code'; readonly code: string } | null) => void;
}

/** A one-time code goes to the party's own phone; who reads it out has the phone in hand. */
export function CodeProof({ applicationId, role, onProof }: CodeProofProps) {
  const words = useWords().application.confirm;
  const isLineUp = useIsLineUp();
  const [code, setCode] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const send = useAct(client.applications.sendCode, () => field.current?.focus());
  if (!isLineUp) return <Note tone="amber">{words.codeNeedsLine}</Note>;
  return (
    <>
      <div className={classes['proof']}>
        <TextInput
          ref={field}
          label={words.code}
          description={send.data === undefined ? undefined : words.codeSent(send.data.sentTo)}
          inputWrapperOrder={['label', 'input', 'description']}
          value={code}
          inputMode="numeric"
          autoComplete="one-time-code"
          onChange={(event) => {
            const typed = event.currentTarget.value;
            setCode(typed);
            onProof(typed.trim() === '' ? null : { method: 'code', code: typed.trim() });
          }}
        />
        <ActionButton
          label={send.data === undefined ? words.sendCode : words.sendAgain}
          keys="F4"
          pending={send.isPending}
          onAct={() => send.mutate({ id: applicationId, role })}
        />
      </div>
      {send.data?.practiceCode ? <p className={classes['practice']}>{words.practiceCode(send.data.practiceCode)}</p> : null}
      <FailureNote error={send.error} />
    </>
  );
}
