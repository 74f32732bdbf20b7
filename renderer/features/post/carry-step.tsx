import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { LetterChooser } from './letter-chooser.tsx';
import { useSaveLetter } from './save-letter.ts';
import { Step } from './step.tsx';
import classes from './post-page.module.css';

/** Takes another office's letter to the hub over this office's line, and saves the answer for the way back. */
export function CarryStep() {
  const { post } = useWords();
  const words = post.carry;
  const save = useSaveLetter();
  const carry = useAct(client.post.carry, ({ letterId }) => save.mutate({ letterId, kind: 'answer' }));
  const carried = carry.data;
  return (
    <Step number={2} title={words.title} words={words.words}>
      <p className={classes['fact']}>{words.sealed}</p>
      <LetterChooser
        label={words.action}
        keys="c"
        pending={carry.isPending || save.isPending}
        onChoose={(file) => carry.mutate({ file })}
      />
      <FailureNote error={carry.error ?? save.error} />
      {carried === undefined ? null : (
        <>
          {save.isSuccess ? (
            <Note tone="green" isAlert>
              {words.done(carried.officeCode, carried.deviceNo)}
            </Note>
          ) : null}
          <ActionButton
            label={post.saveAgain}
            tone="quiet"
            pending={save.isPending}
            onAct={() => save.mutate({ letterId: carried.letterId, kind: 'answer' })}
          />
        </>
      )}
    </Step>
  );
}
