import { useState } from 'react';
import { displayPlate } from '#shared/domain/plate.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { isPlace, PlaceField } from './place-field.tsx';
import type { ShelfItem } from './shelf-item.ts';

/** A thing goes to another place. */
export function MoveDialog({ item, onClose }: { readonly item: ShelfItem; readonly onClose: () => void }) {
  const words = useWords().shelf.move;
  const plate = displayPlate(item.plate);
  const [place, setPlace] = useState('');
  const [isTried, setIsTried] = useState(false);
  const move = useAct(client.shelf.move, () => {
    tell(words.done(plate, place.toUpperCase()));
    onClose();
  });
  const send = () => {
    setIsTried(true);
    if (isPlace(place)) move.mutate({ id: item.id, place });
  };
  return (
    <ModalForm isOpen title={words.title(plate)} submitLabel={words.action} pending={move.isPending} onClose={onClose} onSubmit={send}>
      <PlaceField place={place} isTried={isTried} onChange={setPlace} />
      <ActFailure error={move.error} />
    </ModalForm>
  );
}
