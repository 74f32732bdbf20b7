import { Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Role } from '#shared/domain/role.ts';
import { client } from '#renderer/connection/connection.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { FormErrors } from '#renderer/ui/form-errors.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { Person } from './people-columns.tsx';
import { personRules } from './person-rules.ts';
import { RoleBoxes } from './role-boxes.tsx';

const idPrefix = 'edit-person-';

interface EditPersonDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Name, roles, and whether the person may sign in. The sign-in name stays. */
export function EditPersonDialog({ person, onClose }: EditPersonDialogProps) {
  const words = useWords();
  const { people } = words;
  const rules = personRules(words);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: person.name, roles: [...person.roles] as Role[], disabled: person.disabled },
    validate: { name: rules.name, roles: rules.roles },
  });
  const update = useAct(client.people.update, ({ name }) => {
    tell(people.changed(name));
    onClose();
  });
  const submit = form.onSubmit(({ name, ...rest }) => update.mutate({ id: person.id, name: name.trim(), ...rest }));
  return (
    <ModalForm
      isOpen
      size={600}
      title={people.editTitle(person.name)}
      submitLabel={words.frame.save}
      pending={update.isPending}
      onClose={onClose}
      onSubmit={() => submit()}
    >
      <FormErrors errors={form.errors} idPrefix={idPrefix} />
      <FailureNote error={update.error} />
      <TextInput id={`${idPrefix}name`} label={people.fullName} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      <RoleBoxes id={`${idPrefix}roles`} {...form.getInputProps('roles')} />
      <Switch label={people.disabled} {...form.getInputProps('disabled', { type: 'checkbox' })} />
    </ModalForm>
  );
}
