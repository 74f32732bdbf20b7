import { useForm } from '@mantine/form';
import { shortestPassword } from '#shared/domain/password.ts';
import { client } from '#renderer/connection/connection.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { SecretInput } from '#renderer/ui/secret-input.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { Person } from './people-columns.tsx';
import { personRules } from './person-rules.ts';
import classes from './people-page.module.css';

interface ResetPasswordDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** A new first password for somebody who forgot theirs. */
export function ResetPasswordDialog({ person, onClose }: ResetPasswordDialogProps) {
  const words = useWords();
  const { people } = words;
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { firstPassword: '' },
    validate: { firstPassword: personRules(words).password },
  });
  const reset = useAct(client.people.resetPassword, () => {
    tell(people.resetDone(person.name));
    onClose();
  });
  const submit = form.onSubmit(({ firstPassword }) => reset.mutate({ id: person.id, firstPassword }));
  return (
    <ModalForm
      isOpen
      title={people.resetTitle(person.name)}
      submitLabel={people.reset}
      pending={reset.isPending}
      onClose={onClose}
      onSubmit={() => submit()}
    >
      <p className={classes['words']}>{people.resetWords}</p>
      <FailureNote error={reset.error} />
      <SecretInput
        label={people.firstPassword}
        description={people.firstPasswordHelp(shortestPassword)}
        autoComplete="new-password"
        data-autofocus
        {...form.getInputProps('firstPassword')}
      />
    </ModalForm>
  );
}
