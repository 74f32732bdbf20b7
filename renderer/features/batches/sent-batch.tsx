import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { unitStates } from '#shared/domain/batch/unit.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { StateBadge } from '#renderer/ui/state-badge.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import { BatchMoney } from './batch-money.tsx';
import type { BatchLine } from './batch-row.ts';
import { hasText, unitTones, type BatchUnit } from './batch-unit.ts';
import { LogbookRunDialog } from './logbook-run-dialog.tsx';
import { PapersDialog } from './papers-dialog.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { UnitLine } from './unit-line.tsx';
import { UnitTable } from './unit-table.tsx';
import classes from './batches.module.css';

interface SentBatchProps {
  readonly batch: BatchLine;
  readonly onMend: (positions: ReadonlySet<number>) => void;
}

/** A batch that was paid for: what became of each motorcycle, where its money is, and what came back to be mended. */
export function SentBatch({ batch, onMend }: SentBatchProps) {
  const { batchSent } = useWords();
  const words = batchSent.page;
  const navigate = useNavigate();
  const units = useQuery(api.batches.units.queryOptions({ input: { id: batch.id } }));
  const money = useQuery(api.batches.money.queryOptions({ input: { id: batch.id } })).data;
  const state = useSentState(batch);
  const mayCopy = useHasRole('clerk', 'supervisor');
  const [dialog, setDialog] = useState<'papers' | 'logbooks' | 'refund' | null>(null);
  const [position, setPosition] = useState<number | null>(null);
  const isAnyRegistered = units.data?.units.some((one) => one.state === 'registered') === true;
  const back = units.data?.units.filter((one) => one.state === 'returned') ?? [];
  const isGivenUp = state === 'cancelled';
  const isPaymentBack = !isGivenUp && isOnePaymentBack(units.data?.units ?? []);
  const anew = useAct(client.batches.openAnew, ({ id, number }) => {
    tell(words.anewDone(number));
    void navigate({ to: '/batches/$id', params: { id } });
  });
  const mend = () => onMend(new Set(back.map(({ unit }) => unit.position)));
  return (
    <Page
      title={batch.number}
      facts={state === null ? null : <StateBadge state={state} withStanding />}
      isFull
      actions={
        <>
          <ActionButton label={words.papers} keys="p" disabled={money === undefined} onAct={() => setDialog('papers')} />
          {mayCopy ? (
            <ActionButton label={words.logbooks} keys="l" disabled={!isAnyRegistered} onAct={() => setDialog('logbooks')} />
          ) : null}
          {money === undefined || money.refundableCents === 0 ? null : (
            <ActionButton label={batchSent.refund.action} keys="r" onAct={() => setDialog('refund')} />
          )}
          <ActionButton
            label={words.payment}
            keys="y"
            tone={isPaymentBack ? 'main' : 'quiet'}
            onAct={() => void navigate({ to: '/cases/$id', params: { id: batch.id } })}
          />
          {back.length === 0 || isGivenUp ? null : (
            <ActionButton label={words.mend} keys="m" tone={isPaymentBack ? 'plain' : 'main'} onAct={mend} />
          )}
          {isGivenUp && batch.counts.total > 0 ? (
            <ActionButton label={words.anew} keys="n" tone="main" pending={anew.isPending} onAct={() => anew.mutate({ id: batch.id })} />
          ) : null}
        </>
      }
      foot={<ActionButton label={words.back} keys="Escape" onAct={() => void navigate({ to: '/batches' })} />}
    >
      {money === undefined ? null : <BatchMoney dealer={batch.dealer.name} money={money} />}
      {isGivenUp || isPaymentBack || anew.error ? (
        <div className={classes['note']}>
          <FailureNote error={anew.error} />
          {isGivenUp ? <Note tone="plain">{`${words.cancelled} ${batch.counts.total > 0 ? '' : words.gone}`}</Note> : null}
          {isPaymentBack ? <Note tone="red">{words.paymentBack}</Note> : null}
        </div>
      ) : null}
      <QueryView query={units}>
        {({ units: all }) => (
          <UnitList units={all} isMended={!isGivenUp && !isPaymentBack} onMove={({ unit }) => setPosition(unit.position)} />
        )}
      </QueryView>
      {dialog === 'papers' && money !== undefined ? (
        <PapersDialog batch={batch} receiptNumber={money.receiptNumber} position={position} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'refund' && money !== undefined ? (
        <RefundDialog batchId={batch.id} money={money} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'logbooks' ? <LogbookRunDialog batchId={batch.id} onClose={() => setDialog(null)} /> : null}
    </Page>
  );
}

/** The state of the application, which changes while the page stands open. */
function useSentState(batch: BatchLine) {
  const list = useQuery(api.batches.list.queryOptions({ input: {} })).data?.batches;
  return (list?.find(({ id }) => id === batch.id) ?? batch).sentState;
}

/** The hub took none of it, because it did not take the money. */
function isOnePaymentBack(units: readonly BatchUnit[]): boolean {
  return (
    units.length > 0 && units.every(({ state, outcome }) => state === 'returned' && outcome?.reasons[0]?.startsWith('payment.') === true)
  );
}

interface UnitListProps {
  readonly units: readonly BatchUnit[];
  /** Whether what came back is put right row by row. */
  readonly isMended: boolean;
  readonly onMove: (unit: BatchUnit) => void;
}

function UnitList({ units, isMended, onMove }: UnitListProps) {
  const { batchSent } = useWords();
  const words = batchSent.page;
  const [text, setText] = useState('');
  const [isOnlyBack, setIsOnlyBack] = useState(false);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const back = units.filter(({ state }) => state === 'returned');
  const shown = (isOnlyBack && back.length > 0 ? back : units).filter((one) => hasText(one, text));
  const move = (one: BatchUnit) => {
    setCurrentId(one.unit.id);
    onMove(one);
  };
  const current = shown.find(({ unit }) => unit.id === currentId) ?? shown[0];
  return (
    <>
      {back.length === 0 || !isMended ? null : (
        <div className={classes['note']}>
          <Note tone="amber">{words.cameBack(back.length, units.length)}</Note>
        </div>
      )}
      <div className={classes['tools']}>
        <ListSearch label={words.find} value={text} onChange={setText} />
        <div className={classes['states']} role="status" aria-label={words.states}>
          {unitStates.map((state) => {
            const count = units.filter((one) => one.state === state).length;
            return count === 0 ? null : <Tag key={state} tone={unitTones[state]}>{`${count} ${batchSent.state[state]}`}</Tag>;
          })}
        </div>
        {back.length === 0 ? null : (
          <ActionButton label={isOnlyBack ? words.all : words.onlyBack} keys="b" onAct={() => setIsOnlyBack(!isOnlyBack)} />
        )}
      </div>
      {shown.length === 0 ? <p className={classes['quiet']}>{words.nothing(text)}</p> : <UnitTable units={shown} onMove={move} />}
      <UnitLine unit={current?.unit} {...(current?.state === 'returned' ? current.outcome : {})} />
    </>
  );
}
