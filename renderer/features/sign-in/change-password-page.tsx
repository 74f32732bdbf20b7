import { Stack } from '@mantine/core';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { FrontPage } from '#renderer/ui/front-page.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { PasswordChangeFields, usePasswordChange } from './password-change.tsx';
import { useTakeSeat } from './take-seat.ts';

/** The first sign-in forces an own password; nothing else can be done before. */
export function ChangePasswordPage({ name }: { readonly name: string }) {
  const words = useWords();
  const form = usePasswordChange();
  const takeSeat = useTakeSeat();
  const change = useAct(client.people.changePassword, takeSeat);
  const signOut = useAct(client.people.signOut, takeSeat);
  return (
    <FrontPage title={words.signIn.change.title} words={`${name}. ${words.signIn.change.words}`}>
      <form noValidate onSubmit={form.onSubmit(({ current, next }) => change.mutate({ current, next }))}>
        <Stack gap="md">
          <FailureNote error={change.error} />
          <PasswordChangeFields form={form} />
          <ButtonRow>
            <ActionButton label={words.frame.top.signOut} keys="Escape" onAct={() => signOut.mutate({})} />
            <ActionButton label={words.signIn.change.submit} keys="Enter" type="submit" tone="main" pending={change.isPending} />
          </ButtonRow>
        </Stack>
      </form>
    </FrontPage>
  );
}
