import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { bytesText } from '#renderer/ui/bytes-text.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Facts } from './facts.tsx';
import { JournalHead } from './journal-head.tsx';
import { LineSection } from './line-section.tsx';
import classes from './system-page.module.css';

/** This PC in plain words: what runs, where the data are, the line, the journal, and what Kaunta is not connected to. */
export function SystemPage() {
  const { system, frame } = useWords();
  const start = useQuery(api.start.status.queryOptions({ input: {} })).data;
  const status = useQuery({ ...api.office.status.queryOptions({ input: {} }), staleTime: 0 });
  const hubUrl = useQuery(api.settings.get.queryOptions({ input: {} })).data?.hubUrl ?? '';
  return (
    <Page title={system.title}>
      <QueryView query={status}>
        {({ office, practice, line, queue, diskFreeBytes, readOnly }) => (
          <div className={classes['columns']}>
            <Facts
              title={system.thisPc}
              words={system.dataWords}
              lines={[
                { label: system.version, value: start?.version ?? '' },
                { label: system.host, value: start === undefined ? '' : system.hosts[start.host] },
                { label: system.office, value: `${office.name} (${office.code}) · ${system.desk(office.deviceNo)}` },
                { label: system.mode, value: practice ? system.practice : system.real },
                { label: system.diskFree, value: diskFreeBytes === null ? system.diskUnknown : bytesText(diskFreeBytes, frame) },
                { label: system.writing, value: readOnly ? system.readOnly : system.writable },
              ]}
            />
            <LineSection line={line} isPractice={practice} hubUrl={hubUrl} waiting={queue.waiting} />
            <JournalHead />
            <Facts title={system.about} words={`${system.aboutWords} ${system.licence}`} strong={system.notConnected} lines={[]} />
          </div>
        )}
      </QueryView>
    </Page>
  );
}
