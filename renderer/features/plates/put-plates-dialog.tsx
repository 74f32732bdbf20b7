import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { displayPlate } from '#shared/domain/plate.ts';
import { readSerial, writeSerial } from '#shared/domain/sheet.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { isPlace, PlaceField } from '#renderer/features/shelf/place-field.tsx';
import type { ChosenDialogProps } from '#renderer/features/stock/chosen-dialog-props.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import classes from './put-plates-dialog.module.css';

/** The plates of registered motorcycles came: each goes to the shelf with the serial that is read off it. */
export function PutPlatesDialog({ units, onClose, onDone }: ChosenDialogProps) {
  const words = useWords().platePacks.put;
  const { locale } = useLocale();
  const keeps = useQuery({ ...api.sheets.stock.queryOptions({ input: { kind: 'plate' } }), staleTime: 0 }).data?.keeps ?? false;
  const plates = units.flatMap(({ plate }) => plate ?? []).toSorted();
  const [serials, setSerials] = useState<ReadonlyMap<string, string>>(new Map());
  const [place, setPlace] = useState('');
  const [isTried, setIsTried] = useState(false);
  const put = useAct(client.shelf.putPlates, ({ count }) => {
    tell(words.done(count, place.toUpperCase()));
    onDone();
  });
  const serialOf = (plate: string) => serials.get(plate) ?? follower(serials.get(plates[0] ?? '') ?? '', plates.indexOf(plate));
  const isMissing = (plate: string) => keeps && serialOf(plate).trim() === '';
  const send = () => {
    setIsTried(true);
    if (!isPlace(place) || plates.some(isMissing)) return;
    put.mutate({ plates: plates.map((plate) => ({ plate, serial: keeps ? serialOf(plate) : '' })), place, locale });
  };
  return (
    <ModalForm
      isOpen
      title={words.title(plates.length)}
      submitLabel={words.submit}
      pending={put.isPending}
      size={640}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{keeps ? words.hint : words.plain}</p>
      <PlaceField place={place} isTried={isTried} onChange={setPlace} />
      {keeps ? (
        <div className={classes['serials']}>
          {plates.map((plate) => (
            <TextInput
              key={plate}
              label={words.serial(displayPlate(plate))}
              value={serialOf(plate)}
              maxLength={40}
              autoComplete="off"
              data-takes-scans
              error={isTried && isMissing(plate) ? words.serialMissing : undefined}
              onKeyDown={toNextField}
              onChange={(event) => setSerials(new Map(serials).set(plate, event.currentTarget.value))}
            />
          ))}
        </div>
      ) : null}
      <ActFailure error={put.error} />
    </ModalForm>
  );
}

/** The serial so many places behind the first; empty where the first is none yet. */
function follower(first: string, places: number): string {
  const read = readSerial(first);
  return read.ok && places > 0 ? writeSerial({ ...read.value, number: read.value.number + places }) : '';
}

/** A scanner ends each serial with Enter: on to the next plate. */
function toNextField(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey) return;
  event.preventDefault();
  const inputs = [...(event.currentTarget.form?.querySelectorAll('input') ?? [])];
  inputs[inputs.indexOf(event.currentTarget) + 1]?.focus();
}
