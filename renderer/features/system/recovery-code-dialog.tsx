import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import classes from './recovery-code-dialog.module.css';

interface RecoveryCodeDialogProps {
  /** Office and desk, as they stand on the paper. */
  readonly place: string;
  readonly onClose: () => void;
}

/** Makes the code for the safe, shows it this once, prints it, and lets nobody leave before it lies somewhere. */
export function RecoveryCodeDialog({ place, onClose }: RecoveryCodeDialogProps) {
  const { system, frame } = useWords();
  const words = system.keys.dialog;
  const make = useAct(client.copies.makeRecoveryCode);
  const made = make.data;
  return (
    <Dialog isOpen title={words.title} onClose={onClose} hasTyping isHeld={made !== undefined && made.code !== null}>
      {made === undefined ? (
        <div className={classes['ask']}>
          <p>{words.words}</p>
          <FailureNote error={make.error} />
          <ButtonRow>
            <ActionButton label={frame.cancel} keys="Escape" onAct={onClose} />
            <ActionButton label={words.make} keys="Ctrl+Enter" tone="main" pending={make.isPending} onAct={() => make.mutate({})} />
          </ButtonRow>
        </div>
      ) : made.code === null ? (
        <Note tone="amber">{words.gone}</Note>
      ) : (
        <ShownCode code={made.code} madeAt={made.madeAt} place={place} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface ShownCodeProps extends RecoveryCodeDialogProps {
  readonly code: string;
  readonly madeAt: Parameters<typeof fullText>[0];
}

function ShownCode({ code, madeAt, place, onClose }: ShownCodeProps) {
  const words = useWords().system.keys.dialog;
  const { locale } = useLocale();
  const [isSafe, setIsSafe] = useState(false);
  return (
    <div className={classes['ask']}>
      <div className={classes['paper']}>
        <h3>{words.paperTitle}</h3>
        <p className={classes['code']} aria-label={words.code}>
          {code}
        </p>
        <p>{words.paperOffice(place, fullText(madeAt, locale))}</p>
        <p>{words.paperKeep}</p>
      </div>
      <Checkbox data-autofocus checked={isSafe} label={words.inSafe} onChange={(event) => setIsSafe(event.currentTarget.checked)} />
      <ButtonRow>
        <ActionButton label={words.print} keys="Ctrl+p" onAct={() => window.print()} />
        <ActionButton label={words.done} keys="Ctrl+Enter" tone="main" disabled={!isSafe} onAct={onClose} />
      </ButtonRow>
    </div>
  );
}
