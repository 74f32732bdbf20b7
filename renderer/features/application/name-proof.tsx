import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#renderer/ui/locale.tsx';
import { useUser } from '#renderer/ui/user.ts';
import classes from './confirm-step.module.css';

interface NameProofProps {
  readonly onProof: (proof: { readonly method: 'typed-name'; readonly typedName: string } | null) => void;
}

/** The party types their own full name; the clerk at this desk is the witness. */
export function NameProof({ onProof }: NameProofProps) {
  const words = useWords().application.confirm;
  const { name } = useUser();
  const [typedName, setTypedName] = useState('');
  return (
    <div className={classes['proof']}>
      <TextInput
        label={words.typedName}
        description={words.typedHint(name)}
        inputWrapperOrder={['label', 'input', 'description']}
        value={typedName}
        autoComplete="off"
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setTypedName(typed);
          onProof(typed.trim() === '' ? null : { method: 'typed-name', typedName: typed });
        }}
      />
    </div>
  );
}
