import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { shortestPassword } from '#shared/domain/password.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { FormErrors } from '#renderer/ui/form-errors.tsx';
import { FrontPage } from '#renderer/ui/front-page.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { SecretInput } from '#renderer/ui/secret-input.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import type { StartStatus } from './start-status.ts';

const idPrefix = 'admin-';
const shortestName = 2;
const shortestLogin = 3;

/** An office without people gets its first admin, who adds the others. */
export function CreateAdminPage({ start }: { readonly start: StartStatus }) {
  const words = useWords();
  const { admin } = words.start;
  const queries = useQueryClient();
  const create = useAct(client.start.createAdmin, () => void queries.invalidateQueries());
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', login: '', password: '', passwordAgain: '' },
    validate: {
      name: (value) => (value.trim().length < shortestName ? admin.nameShort : null),
      login: (value) => (value.trim().length < shortestLogin ? admin.loginShort : null),
      password: (value) => ([...value].length < shortestPassword ? words.refusals['password.too-short']({}) : null),
      passwordAgain: (value, { password }) => (value === password ? null : admin.passwordDiffers),
    },
  });
  return (
    <FrontPage title={admin.title} words={admin.words(start.office?.name ?? words.frame.appName)} foot={words.start.version(start.version)}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ name, login, password }) => create.mutate({ name: name.trim(), login: login.trim(), password }))}
      >
        <Stack gap="md">
          <FormErrors errors={form.errors} idPrefix={idPrefix} />
          <FailureNote error={create.error} />
          <TextInput id={`${idPrefix}name`} label={admin.name} autoComplete="off" {...form.getInputProps('name')} />
          <TextInput
            id={`${idPrefix}login`}
            label={admin.login}
            description={admin.loginHelp}
            autoComplete="off"
            {...form.getInputProps('login')}
          />
          <SecretInput
            id={`${idPrefix}password`}
            label={admin.password}
            description={admin.passwordHelp(shortestPassword)}
            {...form.getInputProps('password')}
          />
          <SecretInput id={`${idPrefix}passwordAgain`} label={admin.passwordAgain} {...form.getInputProps('passwordAgain')} />
          <ButtonRow>
            <ActionButton label={admin.submit} keys="Enter" type="submit" tone="main" pending={create.isPending} />
          </ButtonRow>
        </Stack>
      </form>
    </FrontPage>
  );
}
