import { client } from '#renderer/connection/connection.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { FrontPage } from '#renderer/ui/front-page.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { ChoiceCard } from './choice-card.tsx';
import { LookElsewhereCard } from './look-elsewhere-card.tsx';
import { RecoveryCodeCard } from './recovery-code-card.tsx';
import { RestoreCard } from './restore-card.tsx';
import { useStartStep, type StartStatus } from './start-status.ts';
import classes from './recovery-page.module.css';

type Recovery = NonNullable<StartStatus['recovery']>;

interface RecoveryPageProps {
  readonly start: StartStatus;
  readonly recovery: Recovery;
}

/** The data cannot be worked with: what happened, what is kept, and each way back as a card. Nothing here can delete anything. */
export function RecoveryPage({ start, recovery }: RecoveryPageProps) {
  const words = useWords().start;
  const restore = useStartStep(() => client.start.restore({}));
  const foot = words.version(start.version);
  if (restore.isPending) {
    return (
      <FrontPage title={words.recovery.restore.working} words={words.recovery.restore.workingWords} foot={foot}>
        <Loading />
      </FrontPage>
    );
  }
  return (
    <FrontPage title={words.recovery.title[recovery.what]} words={words.recovery.words[recovery.what]} width="wide" foot={foot}>
      <Note tone="green">{words.recovery.kept}</Note>
      <FailureNote error={restore.error} />
      <div className={classes['cards']}>
        {recovery.choices.map((choice, index) => (
          <Choice
            key={choice}
            choice={choice}
            isFirst={index === 0}
            start={start}
            recovery={recovery}
            onRestore={() => restore.mutate(undefined)}
          />
        ))}
      </div>
    </FrontPage>
  );
}

interface ChoiceProps extends RecoveryPageProps {
  readonly choice: Recovery['choices'][number];
  readonly isFirst: boolean;
  readonly onRestore: () => void;
}

function Choice({ choice, isFirst, start, recovery, onRestore }: ChoiceProps) {
  const words = useWords().start.recovery;
  switch (choice) {
    case 'restore':
      return recovery.wayBack === null ? null : <RestoreCard wayBack={recovery.wayBack} onRestore={onRestore} />;
    case 'look-elsewhere':
      return <LookElsewhereCard folders={recovery.folders} isFirst={isFirst} />;
    case 'enter-code':
      return <RecoveryCodeCard needsPassphrase={start.needsPassphrase} isFirst={isFirst} />;
    case 'try-again':
      return <TryAgainCard isFirst={isFirst} />;
    case 'newer-program':
      return (
        <ChoiceCard title={words.newer.title} isFirst={isFirst}>
          <p>{words.newer.words}</p>
        </ChoiceCard>
      );
    default:
      return assertNever(choice);
  }
}

function TryAgainCard({ isFirst }: { readonly isFirst: boolean }) {
  const words = useWords().start.recovery.again;
  const retry = useStartStep(() => client.start.retry({}));
  return (
    <ChoiceCard title={words.title} isFirst={isFirst}>
      <p>{words.words}</p>
      <FailureNote error={retry.error} />
      <ActionButton
        label={words.action}
        keys="l"
        tone={isFirst ? 'main' : 'plain'}
        pending={retry.isPending}
        onAct={() => retry.mutate(undefined)}
      />
    </ChoiceCard>
  );
}
