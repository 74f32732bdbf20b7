import { client } from '#renderer/connection/connection.ts';
import { useWaitReason } from '#renderer/features/queue/wait-reason.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import { LetterChooser } from './letter-chooser.tsx';
import { Step } from './step.tsx';
import classes from './post-page.module.css';

type AnswerRead = Awaited<ReturnType<typeof client.post.read>>;

/** Reads the hub's answer, and says what it did here. */
export function ReadStep() {
  const words = useWords().post.read;
  const mayRead = useHasRole('supervisor', 'admin');
  const read = useAct(client.post.read);
  return (
    <Step number={3} title={words.title} words={words.words}>
      <p className={classes['fact']}>{words.sealed}</p>
      {mayRead ? (
        <LetterChooser label={words.action} keys="r" pending={read.isPending} onChoose={(file) => read.mutate({ file })} />
      ) : (
        <p className={classes['hint']}>{words.needsRole}</p>
      )}
      <FailureNote error={read.error} />
      {read.data === undefined ? null : <Result read={read.data} />}
    </Step>
  );
}

function Result({ read }: { readonly read: AnswerRead }) {
  const words = useWords().post.read;
  const reasonOf = useWaitReason();
  const { answered, refused, conflicts, scans, changes, stoppedBy } = read;
  const lines = [
    words.answered(answered),
    ...(refused > 0 ? [words.refused(refused)] : []),
    ...(conflicts > 0 ? [words.conflicts(conflicts)] : []),
    ...(scans > 0 ? [words.scans(scans)] : []),
    ...(changes > 0 ? [words.changes(changes)] : []),
    ...(stoppedBy === null ? [] : [words.stopped(reasonOf({ code: stoppedBy, facts: {} }))]),
  ];
  return (
    <Note tone={refused + conflicts > 0 || stoppedBy !== null ? 'amber' : 'green'} title={words.done} isAlert>
      <ul className={classes['result']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Note>
  );
}
