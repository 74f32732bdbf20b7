import { Stack } from '@mantine/core';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { FrontPage } from '#renderer/ui/front-page.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { SecretInput } from '#renderer/ui/secret-input.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { useTakeSeat } from './take-seat.ts';
import { useTypedPassword } from './typed-password.ts';

interface LockFormProps {
  readonly name: string;
  readonly onOther: () => void;
}

/** The same person's password opens the desk where it was left. */
export function LockForm({ name, onOther }: LockFormProps) {
  const { lock } = useWords().signIn;
  const takeSeat = useTakeSeat();
  const unlock = useAct(client.people.unlock, takeSeat);
  const typed = useTypedPassword((password) => unlock.mutate({ password }));
  return (
    <FrontPage title={lock.title} words={lock.words(name)}>
      <form noValidate onSubmit={typed.onSubmit}>
        <Stack gap="md">
          <FailureNote error={unlock.error} />
          <SecretInput
            label={lock.password(name)}
            autoComplete="current-password"
            data-autofocus
            error={typed.problem ?? unlock.isError}
            {...typed.field}
          />
          <ButtonRow>
            <ActionButton label={lock.other} tone="quiet" onAct={onOther} />
            <ActionButton label={lock.submit} keys="Enter" type="submit" tone="main" pending={unlock.isPending} />
          </ButtonRow>
        </Stack>
      </form>
    </FrontPage>
  );
}
