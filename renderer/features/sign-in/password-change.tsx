import { Stack } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { shortestPassword } from '#shared/domain/password.ts';
import { FormErrors } from '#renderer/ui/form-errors.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { SecretInput } from '#renderer/ui/secret-input.tsx';

const idPrefix = 'change-password-';
const empty = { current: '', next: '', again: '' };
type PasswordChange = typeof empty;

export function usePasswordChange(): UseFormReturnType<PasswordChange> {
  const words = useWords();
  return useForm<PasswordChange>({
    mode: 'uncontrolled',
    initialValues: empty,
    validate: {
      current: (value) => (value === '' ? words.frame.required : null),
      next: (value) => ([...value].length < shortestPassword ? words.refusals['password.too-short']({}) : null),
      again: (value, { next }) => (value === next ? null : words.signIn.change.differs),
    },
  });
}

/** The three fields of a password change, on the page that forces it and in the dialog that offers it. */
export function PasswordChangeFields({ form }: { readonly form: UseFormReturnType<PasswordChange> }) {
  const { change } = useWords().signIn;
  return (
    <Stack gap="md">
      <FormErrors errors={form.errors} idPrefix={idPrefix} />
      <SecretInput id={`${idPrefix}current`} label={change.current} data-autofocus {...form.getInputProps('current')} />
      <SecretInput
        id={`${idPrefix}next`}
        label={change.next}
        description={change.nextHelp(shortestPassword)}
        {...form.getInputProps('next')}
      />
      <SecretInput id={`${idPrefix}again`} label={change.again} {...form.getInputProps('again')} />
    </Stack>
  );
}
