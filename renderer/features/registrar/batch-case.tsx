import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { submission } from '#shared/protocol/messages.ts';
import { api } from '#renderer/connection/connection.ts';
import { hasText, type BatchUnit } from '#renderer/features/batches/batch-unit.ts';
import { UnitLine } from '#renderer/features/batches/unit-line.tsx';
import { FactLines } from '#renderer/features/case/fact-lines.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ListSearch } from '#renderer/ui/list-search.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { fullText } from '#renderer/ui/time-words.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import { CaseName, WhyNot } from './case-head.tsx';
import { DecideBatchDialog } from './decide-batch-dialog.tsx';
import type { RegistrarCase } from './registrar-line.ts';
import { ReturnUnitDialog } from './return-unit-dialog.tsx';
import { ReviewTable } from './review-table.tsx';
import { useExceptions } from './batch-verdicts.ts';
import classes from './registrar.module.css';

/** A dealer's batch at the registrar's desk: what goes back is marked one by one, the rest is approved in one act. */
export function BatchCase({ found }: { readonly found: RegistrarCase }) {
  const { applicationId } = found.summary;
  const units = useQuery(api.registrar.units.queryOptions({ input: { applicationId } }));
  return <QueryView query={units}>{({ units: all }) => <BatchReview found={found} units={all} />}</QueryView>;
}

interface BatchReviewProps {
  readonly found: RegistrarCase;
  readonly units: readonly BatchUnit[];
}

function BatchReview({ found, units }: BatchReviewProps) {
  const { services, registrar, batchSent } = useWords();
  const words = batchSent.registrar;
  const { locale } = useLocale();
  const navigate = useNavigate();
  const isRegistrar = useHasRole('registrar');
  const { summary, decision } = found;
  const { exceptions, sendBack, takeBack, forget } = useExceptions(summary.applicationId);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [dialog, setDialog] = useState<'return' | 'decide' | null>(null);
  const underReview = units.filter(({ state }) => state === 'in-review');
  const shown = underReview.filter((one) => hasText(one, text));
  const current = shown.find(({ unit }) => unit.id === currentId) ?? shown[0];
  const returned = underReview.flatMap(({ unit }) => exceptions.get(unit.id) ?? []);
  const approved = underReview.length - returned.length;
  const mayDecide = isRegistrar && decision === null && !summary.ownWork && underReview.length > 0;
  const isMarked = current !== undefined && exceptions.has(current.unit.id);
  const turn = () => {
    if (isMarked) takeBack(current.unit.id);
    else setDialog('return');
  };
  const done = () => {
    tell(words.decided(approved, returned.length));
    forget();
    void navigate({ to: '/approve' });
  };
  return (
    <Page
      title={services[summary.service].name}
      facts={<CaseName found={found} />}
      words={registrar.sentBy(summary.clerkName, summary.officeCode, fullText(summary.submittedAt, locale))}
      isFull
      actions={
        mayDecide ? (
          <>
            <ActionButton label={isMarked ? words.takeBack : words.sendBack} keys="x" disabled={current === undefined} onAct={turn} />
            <ActionButton
              label={approved > 0 ? words.approve(approved) : words.returnAll(returned.length)}
              keys="a"
              tone="main"
              onAct={() => setDialog('decide')}
            />
          </>
        ) : undefined
      }
      foot={<ActionButton label={registrar.back} keys="Escape" onAct={() => void navigate({ to: '/approve' })} />}
    >
      <WhyNot found={found} />
      <BatchFacts found={found} />
      <div className={classes['tools']}>
        <ListSearch label={words.find} value={text} onChange={setText} />
        <span className={classes['quiet']}>{words.hint(underReview.length)}</span>
      </div>
      <ReviewTable
        units={shown}
        exceptions={exceptions}
        onMove={({ unit }) => setCurrentId(unit.id)}
        onOpen={mayDecide ? turn : undefined}
      />
      <UnitLine unit={current?.unit} {...(current === undefined ? {} : exceptions.get(current.unit.id))} />
      {dialog === 'return' && current !== undefined ? (
        <ReturnUnitDialog
          unit={current.unit}
          onMark={(marked) => {
            sendBack(marked);
            setDialog(null);
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'decide' ? (
        <DecideBatchDialog
          decision={{ applicationId: summary.applicationId, returned }}
          approved={approved}
          onDone={done}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </Page>
  );
}

/** Who brought the batch, who looked it through, and what was paid. */
function BatchFacts({ found }: { readonly found: RegistrarCase }) {
  const { batchSent, casePage } = useWords();
  const words = batchSent.registrar;
  const sent = submission.safeParse(found.submission).data;
  if (sent?.body.service !== 'batch-registration') return null;
  return (
    <div className={classes['batch']}>
      <FactLines
        isWide
        lines={[
          [words.dealer, found.summary.who],
          [words.checkedBy, sent.body.checkedBy],
          [words.paid, <MoneyText key="paid" amountCents={sent.payment.amountCents} isStrong />],
          [casePage.label.receipt, sent.payment.receiptNumber],
        ]}
      />
    </div>
  );
}
