import { client } from '#renderer/connection/connection.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { PasswordChangeFields, usePasswordChange } from './password-change.tsx';

/** Changing one's own password at any time. Mounted only while it is open, so that nothing typed stays behind. */
export function ChangePasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { change } = useWords().signIn;
  const form = usePasswordChange();
  const send = useAct(client.people.changePassword, () => {
    tell(change.done);
    onClose();
  });
  const submit = form.onSubmit(({ current, next }) => send.mutate({ current, next }));
  return (
    <ModalForm
      isOpen
      title={change.ownTitle}
      submitLabel={change.submit}
      pending={send.isPending}
      onClose={onClose}
      onSubmit={() => submit()}
    >
      <FailureNote error={send.error} />
      <PasswordChangeFields form={form} />
    </ModalForm>
  );
}
