import { Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { FrontPage } from '#renderer/ui/front-page.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { SecretInput } from '#renderer/ui/secret-input.tsx';
import { OpeningPage } from './opening-page.tsx';
import { useStartStep, type StartStatus } from './start-status.ts';

/** Where the host keeps no key, the passphrase of this PC opens its data at each start. */
export function UnlockPage({ start }: { readonly start: StartStatus }) {
  const words = useWords();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { passphrase: '' },
    validate: { passphrase: (value) => (value === '' ? words.frame.required : null) },
  });
  const unlock = useStartStep((passphrase: string) => client.start.unlock({ passphrase }));
  if (unlock.isPending) return <OpeningPage start={start} />;
  return (
    <FrontPage title={words.start.unlock.title} words={words.start.unlock.words} foot={words.start.version(start.version)}>
      <form noValidate onSubmit={form.onSubmit(({ passphrase }) => unlock.mutate(passphrase))}>
        <Stack gap="md">
          <FailureNote error={unlock.error} />
          <SecretInput label={words.start.unlock.passphrase} {...form.getInputProps('passphrase')} />
          <ButtonRow>
            <ActionButton label={words.start.unlock.submit} keys="Enter" type="submit" tone="main" />
          </ButtonRow>
        </Stack>
      </form>
    </FrontPage>
  );
}
