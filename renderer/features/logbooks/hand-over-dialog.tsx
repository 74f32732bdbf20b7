import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { normaliseIdentityNumber } from '#shared/domain/identity-document.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { SayLine } from '#renderer/ui/say-line.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { LogbookLine } from './logbook-line.ts';

interface HandOverDialogProps {
  readonly logbook: LogbookLine;
  readonly onClose: () => void;
}

const shortestNumber = 4;

/** The copy changes hands: the person's ID is looked at and its number kept. */
export function HandOverDialog({ logbook, onClose }: HandOverDialogProps) {
  const { logbooks: words, frame } = useWords();
  const plate = displayPlate(logbook.plate);
  const [collectorIdNumber, setNumber] = useState('');
  const [isTried, setIsTried] = useState(false);
  const handOver = useAct(client.logbooks.handOver, () => {
    tell(words.handedOver(plate));
    onClose();
  });
  const isShort = collectorIdNumber.length < shortestNumber;
  const send = () => {
    setIsTried(true);
    if (!isShort) handOver.mutate({ id: logbook.applicationId, collectorIdNumber });
  };
  return (
    <ModalForm
      isOpen
      title={words.handOverTitle(plate)}
      submitLabel={words.handOverAction}
      pending={handOver.isPending}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{words.handOverHint}</p>
      <TextInput
        label={words.collectorId}
        description={words.collectorHint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={collectorIdNumber}
        maxLength={40}
        autoComplete="off"
        data-autofocus
        error={isTried && isShort ? frame.required : undefined}
        onChange={(event) => setNumber(normaliseIdentityNumber(event.currentTarget.value))}
      />
      <SayLine>{words.say}</SayLine>
      <ActFailure error={handOver.error} />
    </ModalForm>
  );
}
