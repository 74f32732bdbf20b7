import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Words } from '#shared/text/text.ts';
import { ListSlips, ReceiptPaper, SchoolSlip } from '#renderer/features/paper/papers.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { ListSession } from './list-session.tsx';
import type { BookedCandidate, OpenList } from './school-list.ts';
import classes from './school-lists.module.css';

/** A list that was booked: the seat of each candidate, and plainly who has none. Enter opens the candidate's own case. */
export function BookedList({ open: { list, booked, receiptNumber } }: { readonly open: OpenList }) {
  const words = useWords();
  const { result, page, papers } = words.schoolLists;
  const navigate = useNavigate();
  const [paper, setPaper] = useState<'list' | 'slips' | 'receipt' | null>(null);
  const close = () => setPaper(null);
  const final = booked.filter(({ seat }) => seat !== null).length;
  const waiting = booked.filter(({ place }) => place !== null).length;
  return (
    <Page
      title={list.number}
      facts={<span className={classes['facts']}>{list.school}</span>}
      isFull
      actions={
        <>
          {receiptNumber === null ? null : <ActionButton label={papers.receipt} keys="r" onAct={() => setPaper('receipt')} />}
          <ActionButton label={papers.slips} keys="s" disabled={final + waiting === 0} onAct={() => setPaper('slips')} />
          <ActionButton label={papers.list} keys="p" tone="main" onAct={() => setPaper('list')} />
        </>
      }
      foot={<ActionButton label={page.back} keys="Escape" onAct={() => void navigate({ to: '/tests/lists' })} />}
    >
      <div className={classes['split']}>
        <ListSession list={list} />
      </div>
      <div className={classes['sum']}>
        <Note tone={waiting > 0 ? 'amber' : 'green'}>
          <strong>{result.sum(final, waiting)}</strong> {receiptNumber === null ? '' : `· ${result.receipt(receiptNumber)}`}
        </Note>
      </div>
      <DataTable
        label={result.table}
        rows={booked}
        rowKey={({ applicationId }) => applicationId}
        columns={columnsOf(words)}
        isMain
        onOpen={({ applicationId: id }) => void navigate({ to: '/cases/$id', params: { id } })}
      />
      {paper === 'list' ? <SchoolSlip id={list.id} number={list.number} onClose={close} /> : null}
      {paper === 'slips' ? <ListSlips id={list.id} number={list.number} onClose={close} /> : null}
      {paper === 'receipt' && receiptNumber !== null ? <ReceiptPaper receiptNumber={receiptNumber} onClose={close} /> : null}
    </Page>
  );
}

function columnsOf({ schoolLists: { result }, states }: Words): readonly Column<BookedCandidate>[] {
  return [
    { key: 'seat', head: result.seat, width: '90px', cell: ({ seat }) => <strong className="tabular">{seat ?? '–'}</strong> },
    { key: 'candidate', head: result.candidate, cell: ({ name }) => name },
    { key: 'number', head: result.number, width: '210px', cell: ({ reference }) => <span className="tabular">{reference}</span> },
    { key: 'standing', head: result.standing, width: '330px', cell: (row) => <Standing row={row} states={states.label} words={result} /> },
  ];
}

interface StandingProps {
  readonly row: BookedCandidate;
  readonly states: Readonly<Record<BookedCandidate['state'], string>>;
  readonly words: Words['schoolLists']['result'];
}

function Standing({ row: { seat, place, state }, states, words }: StandingProps) {
  if (seat !== null) return <Tag tone="green">{words.final}</Tag>;
  if (place !== null) return <Tag tone="amber">{words.waits(place)}</Tag>;
  return <Tag tone={state === 'conflict' || state === 'returned' ? 'red' : 'grey'}>{states[state]}</Tag>;
}
