import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { submission } from '#shared/protocol/messages.ts';
import { api } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { fullText } from '#renderer/ui/time-words.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import { BatchCase } from './batch-case.tsx';
import { CaseName, WhyNot } from './case-head.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import { RegistrarScans } from './registrar-scans.tsx';
import { SentFacts } from './sent-facts.tsx';
import type { Outcome, RegistrarCase } from './registrar-line.ts';
import classes from './registrar.module.css';

/** One case at the registrar's desk: what was sent at the left, its scans at the right, the decision on top. */
export function RegistrarCasePage() {
  const { id } = useParams({ from: '/approve/$id' });
  const found = useQuery(api.registrar.get.queryOptions({ input: { applicationId: id } }));
  return (
    <QueryView query={found}>
      {(one) =>
        one.summary.service === 'batch-registration' ? <BatchCase key={id} found={one} /> : <RegistrarDesk key={id} found={one} />
      }
    </QueryView>
  );
}

function RegistrarDesk({ found }: { readonly found: RegistrarCase }) {
  const { registrar: words, services } = useWords();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const goToNext = useNextCase(found.summary.applicationId);
  const isRegistrar = useHasRole('registrar');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { summary, decision } = found;
  const sent = submission.safeParse(found.submission);
  const mayDecide = isRegistrar && decision === null && !summary.ownWork && sent.success;
  return (
    <Page
      title={services[summary.service].name}
      facts={<CaseName found={found} />}
      actions={mayDecide ? <Outcomes onChoose={setOutcome} /> : undefined}
      words={words.sentBy(summary.clerkName, summary.officeCode, fullText(summary.submittedAt, locale))}
      foot={<ActionButton label={words.back} keys="Escape" onAct={() => void navigate({ to: '/approve' })} />}
    >
      <WhyNot found={found} />
      <div className={classes['desk']}>
        {sent.success ? <SentFacts sent={sent.data} /> : null}
        <RegistrarScans scans={found.scans} />
      </div>
      {outcome !== null && sent.success ? (
        <DecisionDialog sent={sent.data} outcome={outcome} onClose={() => setOutcome(null)} onDone={() => goToNext(outcome)} />
      ) : null}
    </Page>
  );
}

/** After a decision the next case that may be decided opens; after the last one the list. */
function useNextCase(decidedId: string): (decided: Outcome) => void {
  const words = useWords().registrar;
  const navigate = useNavigate();
  const waiting = useQuery(api.registrar.list.queryOptions({ input: {} })).data ?? [];
  return (decided) => {
    const next = waiting.find((one) => one.applicationId !== decidedId && !one.ownWork && one.state === 'in-review');
    tell(`${words.decided[decided]} ${next === undefined ? words.lastCase : words.nextCase}`);
    if (next === undefined) void navigate({ to: '/approve' });
    else void navigate({ to: '/approve/$id', params: { id: next.applicationId } });
  };
}

function Outcomes({ onChoose }: { readonly onChoose: (outcome: Outcome) => void }) {
  const words = useWords().registrar;
  return (
    <>
      <ActionButton label={words.refuse} keys="x" tone="danger" onAct={() => onChoose('refused')} />
      <ActionButton label={words.return} keys="r" onAct={() => onChoose('returned')} />
      <ActionButton label={words.approve} keys="a" tone="main" onAct={() => onChoose('approved')} />
    </>
  );
}
