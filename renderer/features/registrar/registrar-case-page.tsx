import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { displayPlate } from '#shared/domain/plate.ts';
import { submission } from '#shared/protocol/messages.ts';
import { api } from '#renderer/connection/connection.ts';
import { DecisionNote } from '#renderer/features/application/decision-note.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { StateBadge } from '#renderer/ui/state-badge.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { fullText } from '#renderer/ui/time-words.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import { RegistrarScans } from './registrar-scans.tsx';
import { SentFacts } from './sent-facts.tsx';
import type { Outcome, RegistrarCase } from './registrar-line.ts';
import classes from './registrar.module.css';

/** One case at the registrar's desk: what was sent at the left, its scans at the right, the decision below. */
export function RegistrarCasePage() {
  const { id } = useParams({ from: '/approve/$id' });
  const found = useQuery(api.registrar.get.queryOptions({ input: { applicationId: id } }));
  return <QueryView query={found}>{(one) => <RegistrarDesk key={id} found={one} />}</QueryView>;
}

function RegistrarDesk({ found }: { readonly found: RegistrarCase }) {
  const { registrar: words, frame } = useWords();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const isRegistrar = useHasRole('registrar');
  const waiting = useQuery(api.registrar.list.queryOptions({ input: {} })).data ?? [];
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { summary, decision } = found;
  const sent = submission.safeParse(found.submission);
  const back = () => void navigate({ to: '/approve' });
  const afterDeciding = (decided: Outcome) => {
    const next = waiting.find((one) => one.applicationId !== summary.applicationId && !one.ownWork && one.state === 'in-review');
    tell(`${words.decided[decided]} ${next === undefined ? words.lastCase : words.nextCase}`);
    if (next === undefined) back();
    else void navigate({ to: '/approve/$id', params: { id: next.applicationId } });
  };
  const mayDecide = isRegistrar && decision === null && !summary.ownWork;
  return (
    <Page
      title={frame.services[summary.service]}
      facts={
        <>
          <PlateChip plate={displayPlate(summary.plate)} />
          <span className={classes['quiet']}>{summary.reference}</span>
          <StateBadge state={summary.state} />
        </>
      }
      actions={
        mayDecide ? (
          <>
            <ActionButton label={words.refuse} keys="x" tone="danger" onAct={() => setOutcome('refused')} />
            <ActionButton label={words.return} keys="r" onAct={() => setOutcome('returned')} />
            <ActionButton label={words.approve} keys="a" tone="main" onAct={() => setOutcome('approved')} />
          </>
        ) : undefined
      }
      words={words.sentBy(summary.clerkName, summary.officeCode, fullText(summary.submittedAt, locale))}
      foot={<ActionButton label={words.back} keys="Escape" onAct={back} />}
    >
      {decision === null ? null : (
        <div className={classes['note']}>
          <DecisionNote decision={decision}>{words.alreadyDecided}</DecisionNote>
        </div>
      )}
      {summary.ownWork && decision === null ? (
        <div className={classes['note']}>
          <Note tone="amber" title={words.ownWork}>
            {words.ownWorkHint}
          </Note>
        </div>
      ) : null}
      <div className={classes['desk']}>
        {sent.success ? <SentFacts sent={sent.data} /> : null}
        <RegistrarScans scans={found.scans} />
      </div>
      {outcome !== null && sent.success ? (
        <DecisionDialog sent={sent.data} outcome={outcome} onClose={() => setOutcome(null)} onDone={() => afterDeciding(outcome)} />
      ) : null}
    </Page>
  );
}
