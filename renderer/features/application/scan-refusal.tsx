import { failureOf } from '#renderer/connection/failure.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useProblemText } from './problem-text.ts';
import classes from './papers-step.module.css';

interface ScanRefusalProps {
  readonly error: unknown;
  readonly fileName: string;
}

/** Why a file cannot be used: one sentence for each thing that is wrong with it. */
export function ScanRefusal({ error, fileName }: ScanRefusalProps) {
  const words = useWords().application.papers;
  const sentence = useProblemText();
  if (error === null) return null;
  const failure = failureOf(error);
  const problems = failure.kind === 'refused' ? failure.refusal.problems : [];
  if (problems.length === 0) return <FailureNote error={error} />;
  return (
    <div className={classes['refused']}>
      <Note tone="red" title={words.refused(fileName)} isAlert>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.code} ${problem.facts['page'] ?? ''}`}>{sentence(problem)}</li>
          ))}
        </ul>
      </Note>
    </div>
  );
}
