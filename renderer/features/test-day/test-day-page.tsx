import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { TestTabs } from '#renderer/features/tests/test-tabs.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import type { Sitting, TestChoices } from './candidate.ts';
import { SittingBar } from './sitting-bar.tsx';
import { SittingDesk } from './sitting-desk.tsx';

/** The day of the test: who is expected, who came, and what became of it. */
export function TestDayPage() {
  const choices = useQuery({ ...api.testDay.choices.queryOptions({ input: {} }), placeholderData: keepPreviousData });
  const { testDay: words } = useWords();
  return (
    <QueryView query={choices}>
      {(known) => {
        const first = firstSitting(known);
        return first === null ? (
          <Page title={words.title} words={words.noCentre}>
            <TestTabs />
          </Page>
        ) : (
          <ChosenSitting choices={known} first={first} />
        );
      }}
    </QueryView>
  );
}

function ChosenSitting({ choices, first }: { readonly choices: TestChoices; readonly first: Sitting }) {
  const [sitting, setSitting] = useState(first);
  const centre = choices.centres.find(({ code }) => code === sitting.centre);
  return (
    <SittingDesk
      key={`${sitting.centre} ${sitting.day} ${sitting.session}`}
      sitting={sitting}
      centreName={centre?.name ?? sitting.centre}
      isToday={sitting.day === choices.today}
      bar={
        <>
          <TestTabs />
          <SittingBar choices={choices} sitting={sitting} onChange={setSitting} />
        </>
      }
    />
  );
}

/** The next sitting of an own centre at which anybody is booked, else the first session of today at the first centre. */
function firstSitting({ centres, sessions, counts, today }: TestChoices): Sitting | null {
  const [centre] = centres;
  const [session] = sessions;
  if (!centre || !session) return null;
  const own = new Set(centres.flatMap(({ code, isOurs }) => (isOurs ? [code] : [])));
  const order = (one: Sitting) => `${one.day} ${sessions.findIndex(({ id }) => id === one.session)}`;
  const next = counts
    .filter((one) => own.has(one.centre) && one.day >= today)
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    .at(0);
  return next ? { centre: next.centre, day: next.day, session: next.session } : { centre: centre.code, day: today, session: session.id };
}
