import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { displayPlate } from '#shared/domain/plate.ts';
import { api } from '#renderer/connection/connection.ts';
import type { ApplicationCase } from '#renderer/features/application/application-case.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { StateBadge } from '#renderer/ui/state-badge.tsx';
import { CaseActions } from './case-actions.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseStanding } from './case-standing.tsx';
import { CasePaper, type CasePaperKind } from './case-paper.tsx';
import { LostPaper } from './lost-paper.tsx';
import { Timeline } from './timeline.tsx';
import classes from './case.module.css';

/** One application: what it is and what may be done on top, facts left, what has happened at the right. */
export function CasePage() {
  const { id } = useParams({ from: '/cases/$id' });
  const application = useQuery(api.applications.get.queryOptions({ input: { id } }));
  return <QueryView query={application}>{(found) => <Case key={id} application={found} />}</QueryView>;
}

function Case({ application }: { readonly application: ApplicationCase }) {
  const words = useWords();
  const navigate = useNavigate();
  const [paper, setPaper] = useState<CasePaperKind | null>(null);
  const { line, timeline, scans } = application;
  const lost = scans.filter(({ lostAt }) => lostAt !== null);
  return (
    <Page
      title={words.services[line.service].name}
      facts={
        <>
          {line.plate === '' ? null : <PlateChip plate={displayPlate(line.plate)} />}
          <span className={classes['reference']}>{line.reference}</span>
          <StateBadge state={line.state} withStanding />
        </>
      }
      aside={<Timeline lines={timeline} />}
      foot={<ActionButton label={words.frame.backToWork} keys="Escape" onAct={() => void navigate({ to: '/work' })} />}
    >
      <CaseActions application={application} onPaper={setPaper} />
      {lost.map((scan) => (
        <LostPaper key={scan.id} applicationId={line.id} scan={scan} />
      ))}
      <CaseStanding application={application} onPaper={setPaper} />
      <CaseFacts application={application} />
      {paper === null ? null : <CasePaper application={application} kind={paper} onClose={() => setPaper(null)} />}
    </Page>
  );
}
