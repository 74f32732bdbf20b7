import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { TableFault } from '#shared/domain/table-file.ts';
import { actId } from '#renderer/connection/act.ts';
import { client } from '#renderer/connection/connection.ts';
import { useRowProblemText } from '#renderer/features/rows/grid-rows.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { DealerField, useOwnDealers } from './dealer-field.tsx';
import classes from './stock-page.module.css';

type Read = Extract<Awaited<ReturnType<typeof client.stock.readFile>>, { kind: 'read' }>;

/** A delivery from a spreadsheet: what would be taken in and what would not is told first. */
export function DeliveryDialog({ onClose }: { readonly onClose: () => void }) {
  const { stock, tableFile, frame } = useWords();
  const words = stock.file;
  const chooser = useRef<HTMLInputElement>(null);
  const [chosenDealer, setDealer] = useState('');
  const [readId, setReadId] = useState(actId);
  const dealers = useOwnDealers();
  const dealerId = chosenDealer === '' ? (dealers?.[0]?.id ?? '') : chosenDealer;
  const read = useMutation({
    mutationFn: (file: File) => {
      const id = actId();
      setReadId(id);
      return client.stock.readFile({ dealerId, file, readId: id });
    },
  });
  const takeIn = useAct(client.stock.takeInFile, ({ added }) => {
    tell(words.done(added));
    onClose();
  });
  const found = read.data?.kind === 'read' ? read.data : undefined;
  const fault = read.data?.kind === 'fault' ? read.data.fault : undefined;
  const choose = () => {
    if (dealerId !== '') chooser.current?.click();
  };
  const send = () => {
    if (found === undefined || found.fresh === 0) choose();
    else takeIn.mutate({ dealerId, readId });
  };
  return (
    <ModalForm
      isOpen
      title={words.title}
      submitLabel={found && found.fresh > 0 ? words.submit(found.fresh) : words.choose}
      cancelLabel={frame.close}
      pending={read.isPending || takeIn.isPending}
      size={640}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{words.hint}</p>
      <DealerField
        dealers={dealers}
        dealerId={dealerId}
        onChange={(id) => {
          setDealer(id);
          read.reset();
        }}
      />
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={words.choose}
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) read.mutate(file);
          currentTarget.value = '';
        }}
      />
      {found && found.fresh > 0 ? (
        <div>
          <ActionButton label={words.choose} keys="Ctrl+o" onAct={choose} />
        </div>
      ) : null}
      {found ? <Found read={found} /> : null}
      {fault ? (
        <Note tone="red" isAlert>
          {tableFile.fault(fault as TableFault)}
        </Note>
      ) : null}
      {read.error === null ? null : <FailureNote error={read.error} />}
      {takeIn.error === null ? null : <FailureNote error={takeIn.error} />}
    </ModalForm>
  );
}

function Found({ read }: { readonly read: Read }) {
  const { stock, batches } = useWords();
  const words = stock.file;
  const sentence = useRowProblemText(batches);
  const named = read.columns.flatMap(({ field }) => (field === null ? [] : [batches.field[field]]));
  if (named.length === 0)
    return (
      <Note tone="red" isAlert>
        {words.noColumns}
      </Note>
    );
  return (
    <div role="status">
      <p className={classes['sum']}>
        <span>
          <strong>{read.rows}</strong> {words.rows} =
        </span>
        <span>
          <strong>{read.fresh}</strong> {words.fresh}
        </span>
        <span>
          + <strong>{read.known}</strong> {words.known}
        </span>
        <span>
          + <strong>{read.faulty}</strong> {words.faulty}
        </span>
      </p>
      <p className={classes['quiet']}>{words.columns(named.join(', '))}</p>
      {read.faults.length === 0 ? null : (
        <ul className={classes['faults']} tabIndex={0}>
          {read.faults.map(({ row, field, code, facts }) => (
            <li key={`${row} ${field}`}>
              {words.fault(row, batches.field[field], stock.faults[code]?.(facts) ?? sentence({ code, facts }))}
            </li>
          ))}
          {read.faulty > read.faults.length ? <li>{words.more(read.faulty - read.faults.length)}</li> : null}
        </ul>
      )}
    </div>
  );
}
