import { Stack } from '@mantine/core';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { SecretInput } from '#renderer/ui/secret-input.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import type { Tile } from './person-tiles.tsx';
import { useTakeSeat } from './take-seat.ts';
import { useTypedPassword } from './typed-password.ts';
import classes from './password-form.module.css';

export const passwordFieldId = 'sign-in-password';

/** What the staff of the practice office all use; it opens nothing real. */
const practicePassword = 'practice';

interface PasswordFormProps {
  readonly person: Tile;
  readonly isPractice: boolean;
}

/** The password of the chosen person. A wrong one stays marked until it is typed again. */
export function PasswordForm({ person, isPractice }: PasswordFormProps) {
  const words = useWords();
  const takeSeat = useTakeSeat();
  const signIn = useAct(client.people.signIn, takeSeat);
  const typed = useTypedPassword((password) => signIn.mutate({ login: person.login, password }));
  return (
    <form noValidate onSubmit={typed.onSubmit}>
      <Stack gap="md">
        <FailureNote error={signIn.error} />
        <SecretInput
          id={passwordFieldId}
          label={words.signIn.password(person.name)}
          autoComplete="current-password"
          error={typed.problem ?? signIn.isError}
          {...typed.field}
        />
        {isPractice ? (
          <p className={classes['hint']}>
            {words.signIn.practiceHint} <strong>{practicePassword}</strong>.
          </p>
        ) : null}
        <ButtonRow>
          <span className={classes['hint']} data-beside>
            {words.signIn.whoHelp}
          </span>
          <ActionButton label={words.signIn.submit} keys="Enter" type="submit" tone="main" pending={signIn.isPending} />
        </ButtonRow>
      </Stack>
    </form>
  );
}
