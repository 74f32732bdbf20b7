import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { FrontPage } from '#renderer/ui/front-page.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import { ChoiceCard } from './choice-card.tsx';
import { useStartStep, type StartStatus } from './start-status.ts';
import classes from './recovery-page.module.css';

interface LeftPageProps {
  readonly start: StartStatus;
  readonly left: NonNullable<StartStatus['left']>;
}

/** This PC is no counter of its office any more: why, since when, and how it becomes one of another. */
export function LeftPage({ start, left }: LeftPageProps) {
  const words = useWords().start;
  const { locale } = useLocale();
  const anew = useStartStep(() => client.start.enrolAnew({}));
  const { why, at, reason } = left;
  return (
    <FrontPage title={words.left.title[why]} words={words.left.words[why]} foot={words.version(start.version)}>
      <Note tone={why === 'left' ? 'plain' : 'red'}>
        {words.left.since(fullText(at, locale))} {reason === '' ? null : words.left.reason(reason)}
      </Note>
      <FailureNote error={anew.error} />
      <div className={classes['cards']}>
        <ChoiceCard title={words.left.anew.title}>
          <p>{words.left.anew.words}</p>
          <ActionButton label={words.left.anew.action} keys="e" pending={anew.isPending} onAct={() => anew.mutate(undefined)} />
        </ChoiceCard>
      </div>
    </FrontPage>
  );
}
