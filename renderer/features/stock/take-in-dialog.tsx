import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { stockFields, type StockField } from '#shared/domain/batch/stock-fields.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { failureOf } from '#renderer/connection/failure.ts';
import { useRowProblemText } from '#renderer/features/rows/grid-rows.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { DealerField, useOwnDealers } from './dealer-field.tsx';
import classes from './stock-page.module.css';

type Texts = Readonly<Record<StockField, string>>;
const nothing: Texts = {
  chassis: '',
  engineNumber: '',
  make: '',
  model: '',
  ratingCc: '',
  year: '',
  colour: '',
  customsEntry: '',
  invoice: '',
};

/** One motorcycle after the other, typed or scanned: a delivery is of one kind, so all but chassis and engine stays for the next. */
export function TakeInDialog({ onClose }: { readonly onClose: () => void }) {
  const { stock, batches, frame } = useWords();
  const words = stock.takeIn;
  const sentence = useRowProblemText(batches);
  const [texts, setTexts] = useState<Texts>(nothing);
  const [chosenDealer, setDealer] = useState('');
  const dealers = useOwnDealers();
  const dealerId = chosenDealer === '' ? (dealers?.[0]?.id ?? '') : chosenDealer;
  const models = useQuery(api.stock.catalogue.queryOptions({ input: {} })).data?.models ?? [];
  const chassis = useRef<HTMLInputElement>(null);
  const engine = useRef<HTMLInputElement>(null);
  const takeIn = useAct(client.stock.takeIn, (output) => {
    tell(words.done(output.chassis));
    setTexts({ ...texts, chassis: '', engineNumber: '' });
    chassis.current?.focus();
  });
  const failure = takeIn.error === null ? null : failureOf(takeIn.error);
  const problems = failure?.kind === 'refused' ? failure.refusal.problems : [];
  const send = () => {
    if (dealerId !== '') takeIn.mutate({ dealerId, texts });
  };
  // A scanner ends each code with Enter: from the chassis on to the engine, from the engine to the next motorcycle.
  const onScan = (field: 'chassis' | 'engineNumber') => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey) return;
    event.preventDefault();
    if (field === 'chassis') engine.current?.focus();
    else send();
  };
  const input = (field: StockField) => {
    const isScanned = field === 'chassis' || field === 'engineNumber';
    const problem = problems.find((one) => one.field === field);
    return (
      <TextInput
        key={field}
        {...(field === 'chassis' ? { ref: chassis } : field === 'engineNumber' ? { ref: engine } : {})}
        label={batches.field[field]}
        value={texts[field]}
        maxLength={60}
        autoComplete="off"
        data-autofocus={field === 'chassis' || undefined}
        data-takes-scans={isScanned || undefined}
        error={problem && sentence(problem)}
        onKeyDown={isScanned ? onScan(field) : undefined}
        onChange={(event) => setTexts({ ...texts, [field]: event.currentTarget.value })}
      />
    );
  };
  const named = models.findIndex(({ make, model }) => make === texts.make && model === texts.model);
  return (
    <ModalForm
      isOpen
      title={words.title}
      submitLabel={words.submit}
      cancelLabel={frame.close}
      pending={takeIn.isPending}
      size={640}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{words.hint}</p>
      <div className={classes['pair']}>
        {input('chassis')}
        {input('engineNumber')}
        <DealerField dealers={dealers} dealerId={dealerId} onChange={setDealer} />
        <NativeSelect
          label={words.model}
          value={named === -1 ? '' : String(named)}
          data={[
            { value: '', label: words.otherModel },
            ...models.map(({ make, model }, index) => ({ value: String(index), label: `${make} ${model}` })),
          ]}
          onChange={(event) => {
            const found = event.currentTarget.value === '' ? undefined : models[Number(event.currentTarget.value)];
            if (found) setTexts({ ...texts, make: found.make, model: found.model, ratingCc: String(found.ratingCc) });
          }}
        />
        {stockFields.filter((field) => field !== 'chassis' && field !== 'engineNumber').map(input)}
      </div>
      {takeIn.error === null || problems.length > 0 ? null : <FailureNote error={takeIn.error} />}
    </ModalForm>
  );
}
