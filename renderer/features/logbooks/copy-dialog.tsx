import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { copyReasons, type CopyReason } from '#shared/domain/logbook-copy.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { LogbookCopyPaper } from '#renderer/features/paper/papers.tsx';
import { isTyped, noSupervisor, SupervisorFields } from '#renderer/features/people/supervisor-fields.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { isReasonSaid, ReasonFields } from '#renderer/ui/reason-fields.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { SheetField } from './sheet-field.tsx';

interface CopyDialogProps {
  readonly id: string;
  readonly number: string;
  readonly plate: string;
  readonly onClose: () => void;
}

/** Issues one more copy on the sheet in hand; where no printer is set for it, shows it for printing by hand. */
export function CopyDialog({ id, number, plate, onClose }: CopyDialogProps) {
  const words = useWords().logbooks;
  const { locale } = useLocale();
  const copies = useQuery(api.logbooks.copies.queryOptions({ input: { id } })).data?.length ?? 0;
  const [serial, setSerial] = useState('');
  const [why, setWhy] = useState<{ readonly reason: CopyReason; readonly note: string }>({ reason: 'lost', note: '' });
  const [supervisor, setSupervisor] = useState(noSupervisor);
  const [isTried, setIsTried] = useState(false);
  const [unprinted, setUnprinted] = useState<number | null>(null);
  const issue = useAct(client.logbooks.issueCopy, ({ copy, sheetSerial, isQueued }) => {
    if (!isQueued) return setUnprinted(copy);
    tell(sheetSerial === null ? words.copyQueued(copy) : words.copyOnSheet(copy, sheetSerial));
    onClose();
  });
  if (unprinted !== null) return <LogbookCopyPaper id={id} number={number} copy={unprinted} onClose={onClose} />;
  const isFurther = copies > 0;
  const send = () => {
    setIsTried(true);
    if (isFurther && !(isTyped(supervisor) && isReasonSaid(why.reason, why.note))) return;
    issue.mutate({
      id,
      sheetSerial: serial.trim() === '' ? null : serial.trim(),
      further: isFurther ? { ...why, supervisor } : null,
      locale,
    });
  };
  return (
    <ModalForm
      isOpen
      title={words.copyTitle(plate)}
      submitLabel={words.copyAction}
      pending={issue.isPending}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{words.copyHint(copies)}</p>
      <SheetField serial={serial} onChange={setSerial} />
      {isFurther ? (
        <>
          <ReasonFields
            label={words.reason}
            noteLabel={words.note}
            noteMissing={words.noteMissing}
            reasons={copyReasons}
            words={words.copyReason}
            {...why}
            isTried={isTried}
            onChange={setWhy}
          />
          <SupervisorFields title={words.supervisorTitle} typed={supervisor} isTried={isTried} onChange={setSupervisor} />
        </>
      ) : null}
      <ActFailure error={issue.error} />
    </ModalForm>
  );
}
