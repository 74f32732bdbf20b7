import { useState } from 'react';
import { displayPlate } from '#shared/domain/plate.ts';
import { sendBackReasons, type SendBackReason } from '#shared/domain/shelf.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { ReasonFields } from '#renderer/ui/reason-fields.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { ShelfItem } from './shelf-item.ts';

/** A thing leaves the office without its owner. */
export function SendBackDialog({ item, onClose }: { readonly item: ShelfItem; readonly onClose: () => void }) {
  const { shelf, logbooks } = useWords();
  const words = shelf.sendBack;
  const plate = displayPlate(item.plate);
  const [why, setWhy] = useState<{ readonly reason: SendBackReason; readonly note: string }>({ reason: 'unclaimed', note: '' });
  const sendBack = useAct(client.shelf.sendBack, () => {
    tell(words.done(plate));
    onClose();
  });
  return (
    <ModalForm
      isOpen
      isDanger
      title={words.title(plate)}
      submitLabel={words.action}
      pending={sendBack.isPending}
      onClose={onClose}
      onSubmit={() => sendBack.mutate({ id: item.id, ...why })}
    >
      <p>{words.hint}</p>
      <ReasonFields
        label={words.reason}
        noteLabel={words.note}
        noteMissing={logbooks.noteMissing}
        reasons={sendBackReasons}
        words={words.reasons}
        {...why}
        isTried={false}
        onChange={setWhy}
      />
      <ActFailure error={sendBack.error} />
    </ModalForm>
  );
}
