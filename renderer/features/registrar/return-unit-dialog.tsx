import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { unitReasons, type UnitReason } from '#shared/domain/batch/unit-reason.ts';
import type { BatchUnit } from '#renderer/features/batches/batch-unit.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import classes from './registrar.module.css';

interface ReturnUnitDialogProps {
  readonly unit: BatchUnit['unit'];
  readonly onMark: (marked: { readonly unitId: string; readonly reasons: UnitReason[]; readonly note: string }) => void;
  readonly onClose: () => void;
}

/** Why one motorcycle of a batch goes back; it is decided with the others, in one act. */
export function ReturnUnitDialog({ unit, onMark, onClose }: ReturnUnitDialogProps) {
  const { batchSent, batches, registrar } = useWords();
  const words = batchSent.registrar;
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const [isTried, setIsTried] = useState(false);
  const chosen = unitReasons.filter((reason) => reasons.includes(reason));
  const send = () => {
    setIsTried(true);
    if (chosen.length > 0) onMark({ unitId: unit.id, reasons: chosen, note: note.trim() });
  };
  return (
    <ModalForm isOpen title={words.backTitle(unit.chassis)} submitLabel={words.backSubmit} onSubmit={send} onClose={onClose}>
      <Checkbox.Group
        label={words.reasons}
        description={words.reasonsHint}
        value={[...reasons]}
        onChange={setReasons}
        error={isTried && chosen.length === 0 ? words.reasonNeeded : undefined}
      >
        <div className={classes['reasons']}>
          {unitReasons.map((reason, index) => (
            <Checkbox key={reason} value={reason} label={batches.returnedFor[reason]} data-autofocus={index === 0 || undefined} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        label={registrar.note}
        description={registrar.noteHint}
        value={note}
        maxLength={1000}
        autosize
        minRows={2}
        maxRows={5}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ModalForm>
  );
}
