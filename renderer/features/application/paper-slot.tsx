import { IconCheck } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import type { ScanKind } from '#shared/domain/scan-kind.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import type { ApplicationCase } from './application-case.ts';
import type { Desk } from './desk.ts';
import { useFileSize } from './file-size.ts';
import { ScanChooser } from './scan-chooser.tsx';
import { ScanRefusal } from './scan-refusal.tsx';
import classes from './papers-step.module.css';

interface PaperSlotProps {
  readonly desk: Desk;
  readonly kind: ScanKind;
  readonly scan: ApplicationCase['scans'][number] | undefined;
  /** The first paper that is still missing answers to the keys. */
  readonly hasKeys: boolean;
  readonly onLook: () => void;
}

/** One paper that is asked for: choose or drop its scan, see it stored, replace or remove it. */
export function PaperSlot({ desk, kind, scan, hasKeys, onLook }: PaperSlotProps) {
  const words = useWords().application.papers;
  const [name, setName] = useState('');
  const { id } = desk.application.line;
  const attach = useAct(client.applications.attachScan, () => {
    onLook();
    void desk.settle();
  });
  const remove = useAct(client.applications.removeScan, () => void desk.settle());
  const send = (file: File) => {
    setName(file.name);
    attach.mutate({ id, kind, file });
  };
  const { drop, isOver } = useDrop(send);
  const seat = desk.seat(`scans.${kind}`);
  const isStored = scan !== undefined;
  return (
    <section
      className={classes['slot']}
      aria-label={words.kind[kind]}
      data-stored={isStored || undefined}
      data-over={isOver || undefined}
      {...drop}
    >
      <SlotHead kind={kind} scan={scan} />
      <div className={classes['buttons']} id={seat.id}>
        <ScanChooser applicationId={id} kind={kind} isStored={isStored} hasKeys={hasKeys} onChoose={send} />
        {isStored ? (
          <>
            <ActionButton label={words.view} tone="quiet" onAct={onLook} />
            <ActionButton
              label={words.remove}
              tone="quiet"
              pending={remove.isPending}
              onAct={() => remove.mutate({ id, scanId: scan.id })}
            />
          </>
        ) : null}
      </div>
      {seat.error === undefined || attach.isError ? null : <p className={classes['error']}>{seat.error}</p>}
      {attach.isPending ? <Loading /> : null}
      <ScanRefusal error={attach.error ?? remove.error} fileName={name} />
    </section>
  );
}

function SlotHead({ kind, scan }: Pick<PaperSlotProps, 'kind' | 'scan'>) {
  const words = useWords().application.papers;
  const size = useFileSize();
  return (
    <>
      <h3 className={classes['name']}>
        {scan === undefined ? null : <IconCheck size={16} stroke={3} className={classes['tick']} aria-hidden />}
        {words.kind[kind]}
      </h3>
      <p className={classes['hint']}>{scan === undefined ? words.kindHint[kind] : words.stored(scan.pages, size(scan.bytes))}</p>
    </>
  );
}

/** A file dragged over the paper and let go. */
function useDrop(onFile: (file: File) => void) {
  const [isOver, setIsOver] = useState(false);
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      const [file] = event.dataTransfer.files;
      if (file !== undefined) onFile(file);
    },
  };
  return { drop, isOver };
}
