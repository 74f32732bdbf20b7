import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { act } from '#renderer/connection/act.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import type { JudgedRow } from '#renderer/features/rows/judged-row.ts';
import type { RowDesk } from '#renderer/features/rows/row-desk.ts';
import { useStore } from '#renderer/features/rows/use-row-desk.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useFailureText } from '#renderer/ui/failure-text.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { BookDialog } from './book-dialog.tsx';
import type { ListLine } from './school-list.ts';

interface ListActionsProps {
  readonly list: ListLine;
  readonly desk: RowDesk;
  readonly onBring: () => void;
  readonly onAgain: () => void;
}

/** What may be done with the list as a whole until it is booked. */
export function ListActions({ list, desk, onBring, onAgain }: ListActionsProps) {
  const { page: words } = useWords().schoolLists;
  const failureText = useFailureText();
  const [dialog, setDialog] = useState<'book' | 'delete' | null>(null);
  const rows = useStore(desk.rows);
  const unknown = rows.filter(isUnknown);
  const ask = useAskHub(onAgain);
  const isReady = rows.some(({ state }) => state === 'good') && rows.every(({ state }) => state !== 'bad');
  // What was typed goes first, so that the host books what stands on screen.
  const begin = async (next: 'book' | 'delete') => {
    await desk.flush();
    setDialog(next);
  };
  const start = (next: 'book' | 'delete') => void begin(next).catch((error: unknown) => tell(failureText(error)));
  return (
    <>
      <ActionButton label={words.delete} keys="Alt+d" tone="quiet" onAct={() => start('delete')} />
      <ActionButton label={words.bring} keys="Alt+f" onAct={onBring} />
      {unknown.length === 0 ? null : (
        <ActionButton label={words.askHub(unknown.length)} keys="Alt+u" pending={ask.isPending} onAct={() => ask.mutate(unknown)} />
      )}
      <ActionButton label={words.book} keys="Alt+m" tone="main" disabled={!isReady} onAct={() => start('book')} />
      {dialog === 'book' ? <BookDialog id={list.id} onDone={onAgain} onClose={() => setDialog(null)} /> : null}
      {dialog === 'delete' ? <DeleteListDialog id={list.id} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

function isUnknown({ state, problems }: JudgedRow): boolean {
  return state === 'bad' && problems.some(({ code }) => code === 'driver.no-record');
}

/** Asks the hub for the records of those whom this PC does not know, one after the other; the list is judged anew then. */
function useAskHub(onAgain: () => void) {
  const { page: words } = useWords().schoolLists;
  const failureText = useFailureText();
  return useMutation({
    mutationFn: async (rows: readonly JudgedRow[]) => {
      let found = 0;
      for (const { cells } of rows) {
        const idNumber = (cells['idNumber'] ?? '').trim();
        const idKind = /^[A-Za-z]/u.test(idNumber) ? 'passport' : 'national-id';
        const { driver } = await act(client.drivers.lookUp, { idKind, idNumber });
        if (driver) found += 1;
      }
      return { found, missing: rows.length - found };
    },
    onSuccess: ({ found, missing }) => {
      tell(words.asked(found, missing));
      onAgain();
    },
    onError: (error) => tell(failureText(error)),
  });
}

const shortestReason = 3;

function DeleteListDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { delete: words } = useWords().schoolLists;
  const navigate = useNavigate();
  const remove = useAct(client.schoolLists.delete, () => {
    tell(words.done);
    void navigate({ to: '/tests/lists' });
  });
  return (
    <ReasonDialog
      title={words.title}
      label={words.reason}
      tooShort={words.tooShort}
      shortest={shortestReason}
      submitLabel={words.submit}
      cancelLabel={words.keep}
      pending={remove.isPending}
      failure={<ActFailure error={remove.error} />}
      onSubmit={(reason) => remove.mutate({ id, reason })}
      onClose={onClose}
    >
      <p>{words.hint}</p>
    </ReasonDialog>
  );
}
