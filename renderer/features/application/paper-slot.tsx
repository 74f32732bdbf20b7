import { IconCheck } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import type { ScanKind } from '#shared/domain/scan-kind.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import type { ApplicationCase } from './application-case.ts';
import type { Desk } from './desk.ts';
import { ScanRefusal } from './scan-refusal.tsx';
import { useFileSize } from './file-size.ts';
import { useIsPractice } from './office-status.ts';
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
  const isPractice = useIsPractice();
  const size = useFileSize();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [name, setName] = useState('');
  const { id } = desk.application.line;
  const attach = useAct(client.applications.attachScan, () => {
    onLook();
    void desk.settle();
  });
  const remove = useAct(client.applications.removeScan, () => void desk.settle());
  const seat = desk.seat(`scans.${kind}`);

  const send = (file: File | undefined) => {
    if (file === undefined) return;
    setName(file.name);
    attach.mutate({ id, kind, file });
  };
  const sendPractice = async () => send(await client.applications.practiceScan({ id, kind }));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    send(event.dataTransfer.files[0]);
  };

  return (
    <section
      className={classes['slot']}
      aria-label={words.kind[kind]}
      data-stored={scan === undefined ? undefined : true}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <h3 className={classes['name']}>
        {scan === undefined ? null : <IconCheck size={16} stroke={3} className={classes['tick']} aria-hidden />}
        {words.kind[kind]}
      </h3>
      <p className={classes['hint']}>{scan === undefined ? words.kindHint[kind] : words.stored(scan.pages, size(scan.bytes))}</p>
      <input
        ref={chooser}
        type="file"
        accept="application/pdf,.pdf"
        hidden
        aria-label={words.kind[kind]}
        onChange={(event) => {
          send(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <div className={classes['buttons']} id={seat.id}>
        <ActionButton
          label={scan === undefined ? words.choose : words.replace}
          keys={hasKeys ? 'c' : undefined}
          onAct={() => chooser.current?.click()}
        />
        {isPractice && scan === undefined ? (
          <ActionButton label={words.practice} keys={hasKeys ? 'p' : undefined} onAct={() => void sendPractice()} />
        ) : null}
        {scan === undefined ? null : (
          <>
            <ActionButton label={words.view} tone="quiet" onAct={onLook} />
            <ActionButton
              label={words.remove}
              tone="quiet"
              pending={remove.isPending}
              onAct={() => remove.mutate({ id, scanId: scan.id })}
            />
          </>
        )}
      </div>
      {seat.error === undefined || attach.isError ? null : <p className={classes['error']}>{seat.error}</p>}
      {attach.isPending ? <Loading /> : null}
      <ScanRefusal error={attach.error ?? remove.error} fileName={name} />
    </section>
  );
}
