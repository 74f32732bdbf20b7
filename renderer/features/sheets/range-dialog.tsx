import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { readRange, type PackKind } from '#shared/domain/sheet.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';

interface RangeDialogProps {
  readonly kind: PackKind;
  readonly act: 'receive' | 'give-back';
  readonly onClose: () => void;
}

/** A pack by its first and last number, typed or scanned: it comes in, or goes back. */
export function RangeDialog({ kind, act, onClose }: RangeDialogProps) {
  const { sheets, platePacks, refusals } = useWords();
  const words = kind === 'plate' ? platePacks : sheets;
  const isReceiving = act === 'receive';
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [isTried, setIsTried] = useState(false);
  const range = readRange(from, to);
  const done = ({ count }: { readonly count: number }) => {
    tell(isReceiving ? words.received(count) : words.givenBack(count));
    onClose();
  };
  const receive = useAct(client.sheets.receive, done);
  const giveBack = useAct(client.sheets.giveBack, done);
  const doing = isReceiving ? receive : giveBack;
  const send = () => {
    setIsTried(true);
    if (!range.ok) return;
    if (isReceiving) receive.mutate({ kind, from, to });
    else giveBack.mutate({ from, to });
  };
  return (
    <ModalForm
      isOpen
      title={isReceiving ? words.receiveTitle : words.giveBackTitle}
      submitLabel={isReceiving ? words.receive : words.giveBack}
      pending={doing.isPending}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{isReceiving ? words.receiveHint : words.giveBackHint}</p>
      <TextInput
        label={words.from}
        value={from}
        maxLength={40}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        label={words.to}
        description={range.ok ? words.count(range.value.last - range.value.first + 1) : undefined}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={to}
        maxLength={40}
        autoComplete="off"
        error={isTried && !range.ok ? refusals[range.problem.code](range.problem.facts) : undefined}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <ActFailure error={doing.error} />
    </ModalForm>
  );
}
