import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type * as z from 'zod';
import type { logbooks } from '#shared/contract/logbooks.ts';
import type { Words } from '#shared/text/text.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { LogbookCopyPaper } from '#renderer/features/paper/papers.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { WhenText } from '#renderer/ui/age-text.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { SheetField } from './sheet-field.tsx';

type Copy = z.infer<typeof logbooks.copies.output>[number];

interface CopiesDialogProps {
  readonly id: string;
  readonly number: string;
  readonly plate: string;
  readonly onClose: () => void;
}

/** Every copy of one logbook: who, when, why, on which sheet, and whether it came out; one that did not is printed again here. */
export function CopiesDialog({ id, number, plate, onClose }: CopiesDialogProps) {
  const words = useWords();
  const { locale } = useLocale();
  const own = words.logbooks;
  const copies = useQuery(api.logbooks.copies.queryOptions({ input: { id } }));
  const [serial, setSerial] = useState('');
  const [unprinted, setUnprinted] = useState<number | null>(null);
  const again = useAct(client.logbooks.printAgain, ({ sheetSerial, isQueued }, { copy }) => {
    if (!isQueued) return setUnprinted(copy);
    tell(sheetSerial === null ? own.copyQueued(copy) : own.copyOnSheet(copy, sheetSerial));
    onClose();
  });
  if (unprinted !== null) return <LogbookCopyPaper id={id} number={number} copy={unprinted} onClose={onClose} />;
  const lost = copies.data?.findLast((copy) => copy.mayPrintAgain);
  return (
    <Dialog isOpen onClose={onClose} title={own.historyTitle(plate)} size={1020} hasTyping>
      <QueryView query={copies}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{own.historyEmpty}</p>
          ) : (
            <DataTable label={own.history} rows={rows} rowKey={(row) => String(row.copy)} columns={columns(words)} click="chooses" />
          )
        }
      </QueryView>
      {lost === undefined ? null : (
        <>
          <p>{own.againHint(lost.copy)}</p>
          <SheetField serial={serial} onChange={setSerial} />
        </>
      )}
      <ActFailure error={again.error} />
      <ButtonRow>
        <ActionButton label={words.frame.close} keys="Escape" onAct={onClose} />
        {lost === undefined ? null : (
          <ActionButton
            label={own.printAgain}
            keys="Ctrl+Enter"
            tone="main"
            pending={again.isPending}
            onAct={() => again.mutate({ id, copy: lost.copy, sheetSerial: serial.trim() === '' ? null : serial.trim(), locale })}
          />
        )}
      </ButtonRow>
    </Dialog>
  );
}

function columns(words: Words): readonly Column<Copy>[] {
  const { historyColumn: head, ...own } = words.logbooks;
  return [
    { key: 'copy', head: head.copy, width: '72px', cell: (row) => row.copy },
    { key: 'when', head: head.when, width: '112px', cell: (row) => <WhenText at={row.at} /> },
    { key: 'who', head: head.who, width: '160px', cell: (row) => row.clerk },
    {
      key: 'why',
      head: head.why,
      cell: (row) =>
        row.reason === null ? own.firstCopy : own.confirmedBy(row.note === '' ? own.copyReason[row.reason] : row.note, row.supervisor),
    },
    {
      key: 'sheet',
      head: head.sheet,
      width: '124px',
      cell: (row) => <span className="tabular">{row.sheets.at(-1)?.serial ?? own.plainPaper}</span>,
    },
    { key: 'state', head: head.state, width: '236px', cell: (row) => standing(row, words) },
  ];
}

/** What is known of the copy's paper: a spoiled sheet says why. */
function standing({ sheets, prints }: Copy, { logbooks: words, sheets: sheetWords }: Words): string {
  const sheet = sheets.at(-1);
  if (sheet?.state === 'spoiled') return words.spoiledSheet(sheet.reason === null ? '' : sheetWords.spoilReason[sheet.reason]);
  const print = prints.at(-1);
  return print === undefined ? words.notPrinted : words.printState[print.state];
}
