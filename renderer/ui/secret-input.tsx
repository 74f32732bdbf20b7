import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useWords } from './locale.tsx';

/** A field for a password or passphrase whose eye has a name. */
export function SecretInput(props: PasswordInputProps) {
  const { showPassword } = useWords().signIn;
  return <PasswordInput autoComplete="off" {...props} visibilityToggleButtonProps={{ 'aria-label': showPassword }} />;
}
