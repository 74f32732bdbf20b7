import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api, client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { DayListPaper } from '#renderer/features/paper/test-papers.tsx';
import { ScanField } from '#renderer/features/shelf/scan-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { CandidateDialog } from './candidate-dialog.tsx';
import { CandidateTable } from './candidate-table.tsx';
import { mayDo, type Candidate, type Sitting, type TestAct } from './candidate.ts';
import { ConflictCard } from './conflict-card.tsx';
import { SittingNotes } from './sitting-notes.tsx';
import { TestDayActions } from './test-day-actions.tsx';
import classes from './test-day.module.css';

interface SittingDeskProps {
  readonly sitting: Sitting;
  readonly centreName: string;
  readonly isToday: boolean;
  /** Where another sitting is chosen. */
  readonly bar: ReactNode;
}

/** One sitting: the check-in field, the list, and what is done with the candidate that the keys stand on. */
export function SittingDesk({ sitting, centreName, isToday, bar }: SittingDeskProps) {
  const { testDay: words } = useWords();
  const list = useQuery(api.testDay.list.queryOptions({ input: sitting }));
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [work, setWork] = useState<{ readonly act: TestAct; readonly candidate: Candidate } | null>(null);
  const [isListShown, setIsListShown] = useState(false);
  const checkIn = useAct(client.testDay.checkIn, ({ bookingId, name, seat }) => {
    setCurrentId(bookingId);
    tell(words.checkedIn(name, seat));
  });
  const candidates = list.data?.candidates ?? [];
  const isOurs = list.data?.isOurs ?? false;
  const current = candidates.find(({ bookingId }) => bookingId === currentId) ?? candidates[0];
  const takeIn = (code: string) => checkIn.mutate({ ...sitting, code });
  const begin = (act: TestAct | 'check-in', candidate = current) => {
    if (!candidate) return;
    if (act === 'check-in') return takeIn(candidate.bookingNumber);
    checkIn.reset();
    setWork({ act, candidate });
  };
  const open = (candidate: Candidate) => {
    setCurrentId(candidate.bookingId);
    const next = nextActs.find((act) => mayDo(act, candidate));
    if (next !== undefined && (isOurs || next === 'paper')) begin(next, candidate);
  };
  return (
    <Page
      title={words.title}
      isFull
      actions={<TestDayActions candidate={current} isOurs={isOurs} onAct={begin} onList={() => setIsListShown(true)} />}
    >
      {bar}
      <QueryView query={list}>
        {(known) => (
          <>
            <SittingNotes list={known} />
            {known.isOurs && isToday && candidates.length > 0 ? (
              <div className={classes['desk']}>
                <ScanField label={words.code} hint={words.codeHint} longest={8000} onScan={takeIn} />
              </div>
            ) : null}
            <ActFailure error={checkIn.error} />
            {current?.conflict ? <ConflictCard {...current} conflict={current.conflict} onCorrect={() => begin('correct')} /> : null}
            {candidates.length > 0 ? (
              <CandidateTable candidates={candidates} onMove={({ bookingId }) => setCurrentId(bookingId)} onOpen={open} />
            ) : (
              <EmptyState title={words.emptyTitle} words={words.empty} />
            )}
          </>
        )}
      </QueryView>
      {work === null ? null : <CandidateDialog {...work} stages={list.data?.stages ?? []} onClose={() => setWork(null)} />}
      {isListShown ? <DayListPaper sitting={sitting} centreName={centreName} onClose={() => setIsListShown(false)} /> : null}
    </Page>
  );
}

/** What Enter does, by how far the candidate is. */
const nextActs = ['check-in', 'marks', 'paper'] as const;
