import { useQueryClient } from '@tanstack/react-query';
import { api, client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import { useSaveLetter } from './save-letter.ts';
import { Step } from './step.tsx';
import classes from './post-page.module.css';

interface WriteStepProps {
  readonly waiting: { readonly entries: number; readonly scans: number };
}

/** Writes what waits as a letter and saves its file. */
export function WriteStep({ waiting }: WriteStepProps) {
  const words = useWords().post.write;
  const queries = useQueryClient();
  const mayWrite = useHasRole('supervisor', 'admin');
  const save = useSaveLetter();
  const write = useAct(client.post.write, ({ letterId }) => {
    save.mutate({ letterId, kind: 'letter' });
    void queries.invalidateQueries({ queryKey: api.post.key() });
  });
  const isIdle = waiting.entries + waiting.scans === 0;
  return (
    <Step number={1} title={words.title} words={words.words}>
      <p className={classes['fact']}>{isIdle ? words.nothingWaits : words.waiting(waiting.entries, waiting.scans)}</p>
      {mayWrite ? (
        <ActionButton
          label={words.action}
          keys="w"
          tone="main"
          disabled={isIdle}
          pending={write.isPending || save.isPending}
          onAct={() => write.mutate({})}
        />
      ) : (
        <p className={classes['hint']}>{words.needsRole}</p>
      )}
      <FailureNote error={write.error ?? save.error} />
      {write.data === undefined || !save.isSuccess ? null : (
        <Note tone="green" isAlert>
          {words.done(write.data.entries, write.data.scans)}
        </Note>
      )}
    </Step>
  );
}
