import { useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import classes from './queue-page.module.css';

/** The hub would take many records away at once: a person looks first, and says yes or no. */
export function PullGuardNote() {
  const words = useWords().queue.guard;
  const { locale } = useLocale();
  const mayDecide = useHasRole('supervisor', 'admin');
  const guard = useQuery(api.queue.pullGuard.queryOptions({ input: {} })).data;
  const decide = useAct(client.queue.letPull);
  if (guard === undefined || guard === null) return null;
  const { state, gone, known, kind, since, decidedBy } = guard;
  return (
    <Note tone="amber" title={words.title} isAlert>
      <p>{words.words(gone, known, words.kinds[kind] ?? words.otherKind)}</p>
      <p>
        {state === 'asking' ? words.ask : words.kept(decidedBy ?? '')} {words.since(fullText(since, locale))}
      </p>
      {mayDecide ? (
        <div className={classes['guard']}>
          {state === 'kept' ? null : (
            <ActionButton
              label={words.keep}
              keys="k k"
              tone="main"
              pending={decide.isPending}
              onAct={() => decide.mutate({ decision: 'keep' })}
            />
          )}
          <ActionButton label={words.allow} keys="k a" pending={decide.isPending} onAct={() => decide.mutate({ decision: 'allow' })} />
        </div>
      ) : (
        <p>{words.needsSupervisor}</p>
      )}
      <FailureNote error={decide.error} />
    </Note>
  );
}
