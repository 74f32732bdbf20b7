import { failureOf } from '#renderer/connection/failure.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useFailureText } from '#renderer/ui/failure-text.ts';
import { capitalised, useProblemText, useThingText } from './problem-text.ts';

/** Why an act was not done; where fields stop it, each is named with its own sentence. */
export function ActFailure({ error }: { readonly error: unknown }) {
  const text = useFailureText();
  const sentence = useProblemText();
  const thing = useThingText();
  if (error === null) return null;
  const failure = failureOf(error);
  const problems = failure.kind === 'refused' ? failure.refusal.problems : [];
  if (problems.length === 0) return <FailureNote error={error} />;
  return (
    <Note tone="red" title={text(error)} isAlert>
      {problems.map((problem) => (
        <div key={`${problem.field} ${problem.code}`}>
          {problem.field === 'proof' ? '' : `${capitalised(thing(problem))}: `}
          {sentence(problem)}
        </div>
      ))}
    </Note>
  );
}
