import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { LongWork } from '#renderer/ui/long-work.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { useLogbookRun, type RunStage } from './logbook-run.ts';

interface LogbookRunDialogProps {
  readonly batchId: string;
  readonly onClose: () => void;
}

/** The eLogbook copies of a batch, printed one after the other on numbered sheets. */
export function LogbookRunDialog({ batchId, onClose }: LogbookRunDialogProps) {
  const found = useQuery({ ...api.batches.logbooks.queryOptions({ input: { id: batchId } }), staleTime: 0, gcTime: 0 }).data;
  return found === undefined ? null : <LogbookRun ids={found.here} elsewhere={found.elsewhere} onClose={onClose} />;
}

interface LogbookRunProps {
  readonly ids: readonly string[];
  readonly elsewhere: number;
  readonly onClose: () => void;
}

function LogbookRun({ ids: first, elsewhere, onClose }: LogbookRunProps) {
  const { batchSent, frame } = useWords();
  const words = batchSent.run;
  // What is copied leaves the list that it came from.
  const [ids] = useState(first);
  const { stage, run, stop } = useLogbookRun(ids);
  const also = elsewhere > 0 ? <p>{words.elsewhere(elsewhere)}</p> : null;
  if (ids.length === 0)
    return (
      <ModalForm isOpen title={words.title} submitLabel={frame.close} onSubmit={onClose} onClose={onClose}>
        <p>{words.none}</p>
        {also}
      </ModalForm>
    );
  switch (stage.at) {
    case 'asking':
      return (
        <ModalForm isOpen title={words.title} submitLabel={words.submit} onSubmit={run} onClose={onClose}>
          <p>{words.hint(ids.length)}</p>
          {also}
        </ModalForm>
      );
    case 'working':
      return (
        <Dialog isOpen isHeld hasTyping title={words.title} onClose={stop}>
          <LongWork label={words.working} done={stage.done} total={ids.length} sinceMs={stage.sinceMs} onCancel={stop} />
        </Dialog>
      );
    case 'ended':
      return <RunEnd stage={stage} onClose={onClose} />;
  }
}

function RunEnd({ stage, onClose }: { readonly stage: Extract<RunStage, { readonly at: 'ended' }>; readonly onClose: () => void }) {
  const { batchSent, frame } = useWords();
  const words = batchSent.run;
  const { done, isWhole, isQueued, error } = stage;
  return (
    <Dialog isOpen hasTyping title={words.title} onClose={onClose}>
      <p role="status">{isQueued ? words.done(done) : words.byHand(done)}</p>
      {isWhole ? null : <p>{words.stopped(done)}</p>}
      <ActFailure error={error} />
      <ButtonRow>
        <ActionButton label={frame.close} keys="Escape" tone="main" onAct={onClose} />
      </ButtonRow>
    </Dialog>
  );
}
