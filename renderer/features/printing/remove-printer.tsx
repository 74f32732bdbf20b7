import { client } from '#renderer/connection/connection.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import type { PrinterLine } from './print-words.ts';

export function RemovePrinter({ printer, onClose }: { readonly printer: PrinterLine; readonly onClose: () => void }) {
  const { setUp } = useWords().printing;
  const remove = useAct(client.printing.removePrinter, onClose);
  return (
    <ModalForm
      isOpen
      isDanger
      title={setUp.removeTitle(printer.name)}
      submitLabel={setUp.remove}
      pending={remove.isPending}
      onClose={onClose}
      onSubmit={() => remove.mutate({ id: printer.id })}
    >
      <p>{setUp.removeWords}</p>
      <FailureNote error={remove.error} />
    </ModalForm>
  );
}
