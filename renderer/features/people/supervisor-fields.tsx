import { TextInput } from '@mantine/core';
import { useWords } from '#renderer/ui/locale.tsx';
import { SecretInput } from '#renderer/ui/secret-input.tsx';
import classes from './supervisor-fields.module.css';

/** What a supervisor types at the desk of whoever asks. */
export interface TypedSupervisor {
  readonly login: string;
  readonly password: string;
}

export const noSupervisor: TypedSupervisor = { login: '', password: '' };

interface SupervisorFieldsProps {
  readonly title: string;
  readonly typed: TypedSupervisor;
  readonly isTried: boolean;
  readonly onChange: (typed: TypedSupervisor) => void;
}

/** A supervisor comes to this desk and confirms with their own login and password. */
export function SupervisorFields({ title, typed, isTried, onChange }: SupervisorFieldsProps) {
  const { application: words, frame } = useWords();
  return (
    <div className={classes['supervisor']} role="group" aria-label={title}>
      <strong className={classes['title']}>{title}</strong>
      <TextInput
        label={words.supervisorLogin}
        value={typed.login}
        autoComplete="off"
        error={isTried && typed.login.trim() === '' ? frame.required : undefined}
        onChange={(event) => onChange({ ...typed, login: event.currentTarget.value })}
      />
      <SecretInput
        label={words.supervisorPassword}
        value={typed.password}
        error={isTried && typed.password === '' ? frame.required : undefined}
        onChange={(event) => onChange({ ...typed, password: event.currentTarget.value })}
      />
    </div>
  );
}

export function isTyped({ login, password }: TypedSupervisor): boolean {
  return login.trim() !== '' && password !== '';
}
