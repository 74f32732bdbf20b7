import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { shortestPassword } from '#shared/domain/password.ts';
import type { Role } from '#shared/domain/role.ts';
import { client } from '#renderer/connection/connection.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { FormErrors } from '#renderer/ui/form-errors.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { SecretInput } from '#renderer/ui/secret-input.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { personRules } from './person-rules.ts';
import { RoleBoxes } from './role-boxes.tsx';

const idPrefix = 'add-person-';

/** A new colleague, with a first password that works once. */
export function AddPersonDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { people } = words;
  const rules = personRules(words);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', login: '', firstPassword: '', roles: ['clerk'] as Role[] },
    validate: { name: rules.name, login: rules.login, firstPassword: rules.password, roles: rules.roles },
  });
  const add = useAct(client.people.create, ({ name }) => {
    tell(people.added(name));
    onClose();
  });
  const submit = form.onSubmit(({ name, login, ...rest }) => add.mutate({ name: name.trim(), login: login.trim(), ...rest }));
  return (
    <ModalForm
      isOpen
      size={600}
      title={people.addTitle}
      submitLabel={people.add}
      pending={add.isPending}
      onClose={onClose}
      onSubmit={() => submit()}
    >
      <FormErrors errors={form.errors} idPrefix={idPrefix} />
      <FailureNote error={add.error} />
      <TextInput id={`${idPrefix}name`} label={people.fullName} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <TextInput
        id={`${idPrefix}login`}
        label={people.login}
        description={people.loginHelp}
        autoComplete="off"
        {...form.getInputProps('login')}
      />
      <SecretInput
        id={`${idPrefix}firstPassword`}
        label={people.firstPassword}
        description={people.firstPasswordHelp(shortestPassword)}
        autoComplete="new-password"
        {...form.getInputProps('firstPassword')}
      />
      <RoleBoxes id={`${idPrefix}roles`} {...form.getInputProps('roles')} />
    </ModalForm>
  );
}
