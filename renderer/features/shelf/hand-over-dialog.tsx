import { Checkbox, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '#shared/base/instant.ts';
import { normaliseIdentityNumber } from '#shared/domain/identity-document.ts';
import type { Surrender } from '#shared/domain/logbook.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import type { ShelfItemKind } from '#shared/domain/shelf.ts';
import { client } from '#renderer/connection/connection.ts';
import { ScanRefusal } from '#renderer/features/application/scan-refusal.tsx';
import { NameProof } from '#renderer/features/application/name-proof.tsx';
import { CollectionSlip } from '#renderer/features/paper/papers.tsx';
import { SignatureProof } from '#renderer/features/application/signature-proof.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { SayLine } from '#renderer/ui/say-line.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { LetterFields, type Letter } from './letter-fields.tsx';
import classes from './hand-over-dialog.module.css';

type Act = Parameters<typeof client.shelf.handOver>[0]['act'];

interface HandOverDialogProps {
  readonly what: Act['what'];
  readonly kind: ShelfItemKind;
  readonly plate: string;
  readonly surrender: Surrender;
  readonly onClose: () => void;
}

const methods = ['signature', 'typed-name'] as const;
const shortestNumber = 4;

/** A thing changes hands: whose hands, by whose word, and their own sign for it. */
export function HandOverDialog({ what, kind, plate: stored, surrender, onClose }: HandOverDialogProps) {
  const { shelf, application, frame } = useWords();
  const words = shelf.handOver;
  const plate = displayPlate(stored);
  const [name, setName] = useState('');
  const [idNumber, setIdNumber] = useState('');
  const [letter, setLetter] = useState<Letter | null>(null);
  const [isOldBookIn, setIsOldBookIn] = useState(false);
  const [method, setMethod] = useState<(typeof methods)[number]>('signature');
  const [proof, setProof] = useState<Act['proof'] | null>(null);
  const [isTried, setIsTried] = useState(false);
  const handOver = useAct(client.shelf.handOver, () => tell(words.done(plate)));
  const missing = (isMissing: boolean) => (isTried && isMissing ? frame.required : undefined);
  const day: Day | null = letter?.day ?? null;
  const isLetterWhole = letter === null || (letter.signedBy.trim() !== '' && day !== null && letter.scan !== null);
  const send = () => {
    setIsTried(true);
    if (name.trim() === '' || idNumber.length < shortestNumber || proof === null || !isLetterWhole) return;
    const signed = letter === null || day === null ? null : { signedBy: letter.signedBy.trim(), day, scan: letter.scan };
    handOver.mutate({ what, collector: { name: name.trim(), idNumber }, letter: signed, proof, isOldBookIn });
  };
  if (handOver.data) return <CollectionSlip number={handOver.data.slipNumber} onClose={onClose} />;
  return (
    <ModalForm
      isOpen
      title={words.title(shelf.kind[kind], plate)}
      submitLabel={words.action}
      pending={handOver.isPending}
      size={760}
      onClose={onClose}
      onSubmit={send}
    >
      <SayLine>{surrender === 'required' ? words.sayBook : words.say}</SayLine>
      <p className={classes['hint']}>{words.hint}</p>
      <div className={classes['pair']}>
        <TextInput
          label={words.name}
          value={name}
          maxLength={120}
          autoComplete="off"
          data-autofocus
          error={missing(name.trim() === '')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={words.idNumber}
          value={idNumber}
          maxLength={40}
          autoComplete="off"
          error={missing(idNumber.length < shortestNumber)}
          onChange={(event) => setIdNumber(normaliseIdentityNumber(event.currentTarget.value))}
        />
      </div>
      <LetterFields letter={letter} plate={plate} isTried={isTried} onChange={setLetter} />
      {surrender === 'required' ? (
        <Checkbox label={words.oldBook} checked={isOldBookIn} onChange={(event) => setIsOldBookIn(event.currentTarget.checked)} />
      ) : null}
      <Radio.Group
        label={words.method}
        value={method}
        error={missing(proof === null)}
        onChange={(value) => {
          setMethod(value as typeof method);
          setProof(null);
        }}
      >
        <div className={classes['methods']}>
          {methods.map((one) => (
            <Radio key={one} value={one} label={application.confirm.method[one]} />
          ))}
        </div>
      </Radio.Group>
      {method === 'signature' ? <SignatureProof onProof={setProof} /> : <NameProof onProof={setProof} />}
      <ScanRefusal error={handOver.error} fileName={letter?.scan?.name ?? ''} />
    </ModalForm>
  );
}
