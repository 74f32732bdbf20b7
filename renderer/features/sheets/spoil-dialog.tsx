import { TextInput } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readSerial, sheetSpoilReasons, writeSerial, type SheetSpoilReason } from '#shared/domain/sheet.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { isTyped, noSupervisor, SupervisorFields } from '#renderer/features/people/supervisor-fields.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { isReasonSaid, ReasonFields } from '#renderer/ui/reason-fields.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';

/** Puts a sheet away as spoiled; one that carries a copy asks for a supervisor. */
export function SpoilDialog({ onClose }: { readonly onClose: () => void }) {
  const { sheets: words, frame, logbooks } = useWords();
  const [serial, setSerial] = useState('');
  const [why, setWhy] = useState<{ readonly reason: SheetSpoilReason; readonly note: string }>({ reason: 'torn', note: '' });
  const [supervisor, setSupervisor] = useState(noSupervisor);
  const [isTried, setIsTried] = useState(false);
  const read = readSerial(serial);
  const sheet = useQuery(
    api.sheets.look.queryOptions({ input: read.ok ? { serial: writeSerial(read.value) } : skipToken, retry: false }),
  ).data;
  const isUsed = sheet?.state === 'used';
  const spoil = useAct(client.sheets.spoil, () => {
    tell(words.spoiled(read.ok ? writeSerial(read.value) : serial));
    onClose();
  });
  const send = () => {
    setIsTried(true);
    if (serial.trim() === '' || !isReasonSaid(why.reason, why.note) || (isUsed && !isTyped(supervisor))) return;
    spoil.mutate({ serial, ...why, supervisor: isUsed ? supervisor : null });
  };
  return (
    <ModalForm
      isOpen
      isDanger
      title={words.spoilTitle}
      submitLabel={words.spoil}
      pending={spoil.isPending}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{words.spoilHint}</p>
      <TextInput
        label={words.serial}
        description={words.serialHint}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={serial}
        maxLength={40}
        autoComplete="off"
        data-autofocus
        error={isTried && serial.trim() === '' ? frame.required : undefined}
        onChange={(event) => setSerial(event.currentTarget.value)}
      />
      <ReasonFields
        label={words.reason}
        noteLabel={words.note}
        noteMissing={logbooks.noteMissing}
        reasons={sheetSpoilReasons}
        words={words.spoilReason}
        {...why}
        isTried={isTried}
        onChange={setWhy}
      />
      {isUsed ? (
        <>
          <Note tone="amber">{words.spoilUsed(sheet.copy ?? 0, sheet.logbookNumber ?? '')}</Note>
          <SupervisorFields title={words.supervisorTitle} typed={supervisor} isTried={isTried} onChange={setSupervisor} />
        </>
      ) : null}
      <ActFailure error={spoil.error} />
    </ModalForm>
  );
}
