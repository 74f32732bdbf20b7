import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { ChosenDialogProps } from './chosen-dialog-props.ts';
import classes from './stock-page.module.css';

const fields = ['name', 'idNumber', 'kraPin', 'phone', 'financier'] as const;
type Field = (typeof fields)[number];
const needed: readonly Field[] = ['name', 'kraPin', 'phone'];
const nobody: Readonly<Record<Field, string>> = { name: '', idNumber: '', kraPin: '', phone: '', financier: '' };

/** Names who bought the chosen motorcycles; they become rows of a batch. */
export function SellDialog({ units, onClose, onDone }: ChosenDialogProps) {
  const { sell: words } = useWords().stock;
  const [buyer, setBuyer] = useState(nobody);
  const [isJoint, setIsJoint] = useState(true);
  const [collection, setCollection] = useState('');
  const [batchId, setBatchId] = useState('');
  const [isTried, setIsTried] = useState(false);
  const choices = useQuery({ ...api.stock.saleChoices.queryOptions({ input: { unitId: units[0]?.id ?? '' } }), staleTime: 0 }).data;
  const sell = useAct(client.stock.sell, ({ units: count, toMend, batchNumber }) => {
    tell(toMend > 0 ? words.toMend(count, batchNumber) : words.done(count, batchNumber));
    onDone();
  });
  const isMissing = (field: Field) => needed.includes(field) && buyer[field].trim() === '';
  const send = () => {
    setIsTried(true);
    if (fields.some(isMissing) || collection === '') return;
    const ownership = buyer.financier.trim() !== '' && isJoint ? 'joint' : 'single';
    const unitIds = units.map(({ id }) => id);
    sell.mutate({ unitIds, buyer: { ...buyer, ownership }, collectionPoint: collection, batchId: batchId === '' ? null : batchId });
  };
  return (
    <ModalForm
      isOpen
      title={words.title(units.length)}
      submitLabel={words.submit}
      pending={sell.isPending}
      size={640}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{words.hint}</p>
      <div className={classes['pair']}>
        {fields.map((field) => (
          <TextInput
            key={field}
            label={words.field[field]}
            value={buyer[field]}
            maxLength={120}
            autoComplete="off"
            data-autofocus={field === 'name' || undefined}
            error={isTried && isMissing(field) ? words.needed : undefined}
            onChange={(event) => setBuyer({ ...buyer, [field]: event.currentTarget.value })}
          />
        ))}
        <NativeSelect
          label={words.collection}
          value={collection}
          data={[{ value: '', label: '' }, ...(choices?.collectionPoints ?? []).map(({ name }) => ({ value: name, label: name }))]}
          error={isTried && collection === '' ? words.chooseCollection : undefined}
          onChange={(event) => setCollection(event.currentTarget.value)}
        />
      </div>
      {buyer.financier.trim() === '' ? null : (
        <Checkbox label={words.joint} checked={isJoint} onChange={(event) => setIsJoint(event.currentTarget.checked)} />
      )}
      <NativeSelect
        label={words.batch}
        value={batchId}
        data={[{ value: '', label: words.newBatch }, ...(choices?.batches ?? []).map(({ id, number }) => ({ value: id, label: number }))]}
        onChange={(event) => setBatchId(event.currentTarget.value)}
      />
      <ActFailure error={sell.error} />
    </ModalForm>
  );
}
