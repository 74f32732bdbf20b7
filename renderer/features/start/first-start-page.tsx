import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { FrontPage } from '#renderer/ui/front-page.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { EnrolPage } from './enrol-page.tsx';
import { FromCopiesPage } from './from-copies-page.tsx';
import { OpeningPage } from './opening-page.tsx';
import { useStartStep, type StartStatus } from './start-status.ts';
import classes from './first-start-page.module.css';

/** The first thing a new PC shows: two big choices, each with what it means. */
export function FirstStartPage({ start }: { readonly start: StartStatus }) {
  const words = useWords().start;
  const [chosen, setChosen] = useState<'enrol' | 'copies' | null>(null);
  const practice = useStartStep(() => client.start.choosePractice({}));
  if (practice.isPending) return <OpeningPage start={{ ...start, practice: true }} />;
  if (chosen === 'enrol') return <EnrolPage start={start} onBack={() => setChosen(null)} />;
  if (chosen === 'copies') return <FromCopiesPage start={start} onBack={() => setChosen(null)} />;
  return (
    <FrontPage title={words.title} words={words.intro} width="wide" foot={words.version(start.version)}>
      <FailureNote error={practice.error} />
      <div className={classes['choices']}>
        <section className={classes['choice']} aria-labelledby="practice-title">
          <h2 id="practice-title">{words.practice.title}</h2>
          <p>{words.practice.words}</p>
          <ActionButton label={words.practice.choose} keys="p" tone="main" size="md" onAct={() => practice.mutate(undefined)} />
        </section>
        <section className={classes['choice']} aria-labelledby="enrol-title">
          <h2 id="enrol-title">{words.enrol.title}</h2>
          <p>{words.enrol.words}</p>
          <ActionButton label={words.enrol.choose} keys="e" size="md" onAct={() => setChosen('enrol')} />
        </section>
      </div>
      <ButtonRow>
        <ActionButton label={words.recovery.fromCopies.choose} keys="c" tone="quiet" onAct={() => setChosen('copies')} />
      </ButtonRow>
    </FrontPage>
  );
}
