import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { displayPlate } from '#shared/domain/plate.ts';
import { tradePurposes, type TradePurpose } from '#shared/domain/trade-plate.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import classes from './trade-plates-page.module.css';

const fields = ['plate', 'chassis', 'destination', 'driver', 'driverId'] as const;
type Field = (typeof fields)[number];
const nothing: Readonly<Record<Field, string>> = { plate: '', chassis: '', destination: '', driver: '', driverId: '' };
const shortest: Readonly<Record<Field, number>> = { plate: 1, chassis: 4, destination: 2, driver: 2, driverId: 4 };

/** A motorcycle of the stock leaves on a KD plate. */
export function GoOutDialog({ onClose }: { readonly onClose: () => void }) {
  const { goOut: words, purpose: purposes } = useWords().tradePlates;
  const [texts, setTexts] = useState(nothing);
  const [purpose, setPurpose] = useState<TradePurpose>('test-trip');
  const [isTried, setIsTried] = useState(false);
  const goOut = useAct(client.tradePlates.goOut, ({ plate, chassis }) => {
    tell(words.done(displayPlate(plate), chassis));
    onClose();
  });
  const isMissing = (field: Field) => texts[field].trim().length < shortest[field];
  const send = () => {
    setIsTried(true);
    if (fields.some(isMissing)) return;
    const { plate, chassis, destination, driver: name, driverId: idNumber } = texts;
    goOut.mutate({ plate, chassis: chassis.trim(), purpose, destination, driver: { name, idNumber } });
  };
  const input = (field: Field) => (
    <TextInput
      key={field}
      label={words[field]}
      value={texts[field]}
      maxLength={80}
      autoComplete="off"
      data-autofocus={field === 'plate' || undefined}
      error={isTried && isMissing(field) ? words.needed : undefined}
      onChange={(event) => setTexts({ ...texts, [field]: event.currentTarget.value })}
    />
  );
  return (
    <ModalForm isOpen title={words.title} submitLabel={words.submit} pending={goOut.isPending} size={640} onClose={onClose} onSubmit={send}>
      <KnownPlates />
      <div className={classes['pair']}>
        {input('plate')}
        {input('chassis')}
        <NativeSelect
          label={words.purpose}
          value={purpose}
          data={tradePurposes.map((value) => ({ value, label: purposes[value] }))}
          onChange={(event) => setPurpose(tradePurposes.find((one) => one === event.currentTarget.value) ?? purpose)}
        />
        {input('destination')}
        {input('driver')}
        {input('driverId')}
      </div>
      <ActFailure error={goOut.error} />
    </ModalForm>
  );
}

/** Which plates can be taken, and which cannot. */
function KnownPlates() {
  const words = useWords().tradePlates.goOut;
  const plates = useQuery({ ...api.tradePlates.plates.queryOptions({ input: {} }), staleTime: 0 }).data?.plates ?? [];
  const listed = (isOut: boolean) =>
    plates
      .filter((one) => one.isOut === isOut)
      .map(({ plate }) => displayPlate(plate))
      .join(', ');
  const [free, away] = [listed(false), listed(true)];
  if (plates.length === 0) return null;
  return (
    <p className={classes['quiet']}>
      {free === '' ? '' : words.free(free)} {away === '' ? '' : words.away(away)}
    </p>
  );
}
