import { failureOf } from '#renderer/connection/failure.ts';
import { useFailureText } from './failure-text.ts';
import { Note } from './note.tsx';

/** Why the last act or question did not work, spoken at once; nothing where there is no error. */
export function FailureNote({ error }: { readonly error: unknown }) {
  const text = useFailureText();
  if (error === null || error === undefined) return null;
  return (
    <Note tone={failureOf(error).kind === 'connection' ? 'amber' : 'red'} isAlert>
      {text(error)}
    </Note>
  );
}
