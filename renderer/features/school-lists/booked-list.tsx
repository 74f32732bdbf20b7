import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Words } from '#shared/text/text.ts';
import { client } from '#renderer/connection/connection.ts';
import { ListSlips, ReceiptPaper, SchoolSlip } from '#renderer/features/paper/papers.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { ListSession } from './list-session.tsx';
import type { BookedCandidate, OpenList } from './school-list.ts';
import classes from './school-lists.module.css';

/** A list that was booked: the seat of each candidate, and plainly who has none. Enter opens the candidate's own case. */
export function BookedList({ open: { list, booked, payment } }: { readonly open: OpenList }) {
  const words = useWords();
  const { result, page, papers } = words.schoolLists;
  const navigate = useNavigate();
  const [paper, setPaper] = useState<'list' | 'slips' | 'receipt' | null>(null);
  const close = () => setPaper(null);
  const openCase = (id: string) => void navigate({ to: '/cases/$id', params: { id } });
  const final = booked.filter(({ seat }) => seat !== null).length;
  const waiting = booked.filter(({ place }) => place !== null).length;
  const isPaymentBack = payment?.state === 'returned';
  const anew = useAct(client.schoolLists.openAnew, ({ id, number }) => {
    tell(result.anewDone(number));
    void navigate({ to: '/tests/lists/$id', params: { id } });
  });
  const again = useAct(client.schoolLists.sendAgain, ({ sent, left }) => tell(result.sentAgain(sent, left)));
  return (
    <Page
      title={list.number}
      facts={<span className={classes['facts']}>{list.school}</span>}
      isFull
      actions={
        <>
          {payment === null ? null : (
            <>
              <ActionButton label={result.payment} keys="y" tone={isPaymentBack ? 'main' : 'quiet'} onAct={() => openCase(list.id)} />
              <ActionButton label={papers.receipt} keys="r" onAct={() => setPaper('receipt')} />
            </>
          )}
          {isPaymentBack || booked.some(({ state }) => state === 'returned') ? (
            <ActionButton
              label={result.sendAgain}
              keys="Ctrl+Enter"
              pending={again.isPending}
              onAct={() => again.mutate({ id: list.id })}
            />
          ) : null}
          {list.state === 'cancelled' ? (
            <ActionButton label={result.anew} keys="n" tone="main" pending={anew.isPending} onAct={() => anew.mutate({ id: list.id })} />
          ) : null}
          <ActionButton label={papers.slips} keys="s" disabled={final + waiting === 0} onAct={() => setPaper('slips')} />
          <ActionButton
            label={papers.list}
            keys="p"
            tone={isPaymentBack || list.state === 'cancelled' ? 'plain' : 'main'}
            onAct={() => setPaper('list')}
          />
        </>
      }
      foot={<ActionButton label={page.back} keys="Escape" onAct={() => void navigate({ to: '/tests/lists' })} />}
    >
      <div className={classes['split']}>
        <ListSession list={list} />
      </div>
      <div className={classes['sum']}>
        <Note tone={toneOf({ final, waiting, back: list.back })}>
          <strong>{result.sum(final, waiting, list.back)}</strong> {payment === null ? '' : `· ${result.receipt(payment.receiptNumber)}`}
          {list.back === 0 ? null : <p className={classes['back']}>{isPaymentBack ? result.paymentBackHint : result.cameBackHint}</p>}
          {list.state === 'cancelled' ? <p className={classes['back']}>{result.cancelled}</p> : null}
          <FailureNote error={again.error ?? anew.error} />
        </Note>
      </div>
      <DataTable
        label={result.table}
        rows={booked}
        rowKey={({ applicationId }) => applicationId}
        columns={columnsOf(words)}
        isMain
        onOpen={({ applicationId }) => openCase(applicationId)}
      />
      {paper === 'list' ? <SchoolSlip id={list.id} number={list.number} onClose={close} /> : null}
      {paper === 'slips' ? <ListSlips id={list.id} number={list.number} onClose={close} /> : null}
      {paper === 'receipt' && payment !== null ? <ReceiptPaper receiptNumber={payment.receiptNumber} onClose={close} /> : null}
    </Page>
  );
}

function toneOf({ final, waiting, back }: Readonly<Record<'final' | 'waiting' | 'back', number>>) {
  if (back > 0) return 'red';
  if (waiting > 0) return 'amber';
  return final > 0 ? 'green' : 'plain';
}

/** The hub gave this candidate no seat, whatever the slip says; a booking that was given up here is nobody's trouble. */
function hasComeBack({ seat, place, state }: BookedCandidate): boolean {
  return seat === null && place === null && (state === 'conflict' || state === 'returned' || state === 'refused');
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

function Standing({ row, states, words }: StandingProps) {
  const { seat, place, state } = row;
  if (seat !== null) return <Tag tone="green">{words.final}</Tag>;
  if (place !== null) return <Tag tone="amber">{words.waits(place)}</Tag>;
  return <Tag tone={hasComeBack(row) ? 'red' : 'grey'}>{states[state]}</Tag>;
}
