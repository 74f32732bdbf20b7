import { NativeSelect, TextInput } from '@mantine/core';
import { normaliseIdentityNumber } from '#shared/domain/identity-document.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { FieldGrid } from '#renderer/features/application/field-grid.tsx';
import { typedAboutVehicle } from '#renderer/features/application/typed-as.ts';
import { useOffices } from '#renderer/features/application/offices.ts';
import { useWords } from '#renderer/ui/locale.tsx';

/** Where the copy is fetched, and by whom if not by the owner. */
export function Collection({ desk }: StepProps) {
  const words = useWords().transfer;
  const offices = useOffices().filter(({ collects }) => collects);
  const { body, change } = typedAboutVehicle(desk);
  const { collectionOffice, collectorIdNumber } = body;
  return (
    <FieldGrid>
      <NativeSelect
        {...desk.seat('collectionOffice')}
        size="sm"
        label={words.vehicle.collection}
        value={collectionOffice}
        data={[{ value: '', label: '' }, ...offices.map(({ code, name }) => ({ value: code, label: name }))]}
        onChange={(event) => {
          const code = event.currentTarget.value;
          change((before) => ({ ...before, collectionOffice: code }));
        }}
      />
      <TextInput
        {...desk.seat('collectorIdNumber')}
        size="sm"
        label={`${words.buyer.collector} (${words.optional})`}
        value={collectorIdNumber}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => {
          const number = normaliseIdentityNumber(event.currentTarget.value);
          change((before) => ({ ...before, collectorIdNumber: number }));
        }}
      />
    </FieldGrid>
  );
}
