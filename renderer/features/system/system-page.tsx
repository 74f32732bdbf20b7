import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, type client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useHasRole } from '#renderer/ui/user.ts';
import { RestoredNote } from '#renderer/features/start/restored-note.tsx';
import { ClockSection } from './clock-section.tsx';
import { concernsOf } from './concerns.ts';
import { ConcernsNote } from './concerns-note.tsx';
import { CopiesSection } from './copies-section.tsx';
import { DeviceSection } from './device-section.tsx';
import { DiskSection } from './disk-section.tsx';
import { DrillSection } from './drill-section.tsx';
import { Facts } from './facts.tsx';
import { JournalHead } from './journal-head.tsx';
import { KeysSection } from './keys-section.tsx';
import { LeaveSection } from './leave-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { LineSection } from './line-section.tsx';
import { useSystemFacts } from './system-facts.ts';
import classes from './system-page.module.css';

type OfficeStatus = Awaited<ReturnType<typeof client.office.status>>;

/** This PC in plain words, group by group: how it stands, what that means, and what can be done, each with its key. */
export function SystemPage() {
  const { system, reference } = useWords();
  const navigate = useNavigate();
  const status = useQuery({ ...api.office.status.queryOptions({ input: {} }), staleTime: 0 });
  return (
    <Page title={system.title} actions={<ActionButton label={reference.open} keys="t" onAct={() => void navigate({ to: '/reference' })} />}>
      <QueryView query={status}>{(office) => <Groups status={office} />}</QueryView>
    </Page>
  );
}

function Groups({ status }: { readonly status: OfficeStatus }) {
  const { system } = useWords();
  const facts = useSystemFacts();
  const mayLeave = useHasRole('admin');
  const hubUrl = useQuery(api.settings.get.queryOptions({ input: {} })).data?.hubUrl ?? '';
  const { office, practice, line, queue, readOnly } = status;
  return (
    <>
      <RestoredNote />
      {facts === undefined ? null : <ConcernsNote concerns={concernsOf(facts, practice)} />}
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <LineSection line={line} isPractice={practice} hubUrl={hubUrl} waiting={queue.waiting} proof={facts?.standing.proof ?? null} />
          {facts === undefined ? null : (
            <>
              <CopiesSection copies={facts.copies} />
              <KeysSection copies={facts.copies} place={`${office.name}, ${system.desk(office.deviceNo)}`} isPractice={practice} />
            </>
          )}
          <DrillSection />
          {mayLeave && !practice ? <LeaveSection waiting={queue.waiting + queue.refused} /> : null}
        </div>
        <div className={classes['column']}>
          {facts === undefined ? null : (
            <>
              <ClockSection clock={facts.system.clock} />
              <DiskSection disk={facts.system.disk} isReadOnly={readOnly} />
              <LimitsSection limits={facts.system.limits} />
            </>
          )}
          <DeviceSection office={office} isPractice={practice} epoch={facts?.standing.epoch} />
          <JournalHead />
          <Facts title={system.about} words={`${system.aboutWords} ${system.licence}`} strong={system.notConnected} lines={[]} />
        </div>
      </div>
    </>
  );
}
