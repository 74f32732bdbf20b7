import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useOffices } from '#renderer/features/application/offices.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { fullText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole, useUser } from '#renderer/ui/user.ts';
import { marksText, type Candidate } from './candidate.ts';
import classes from './test-day.module.css';

interface ConflictCardProps {
  readonly name: string;
  readonly result: Candidate['result'];
  readonly conflict: NonNullable<Candidate['conflict']>;
  readonly onCorrect: () => void;
}

/** Two PCs of the office gave different results: both of them, and the two lawful ways on (FEATURES N10). */
export function ConflictCard({ name, result, conflict: { own, first, entryId, clerkId }, onCorrect }: ConflictCardProps) {
  const { testDay } = useWords();
  const words = testDay.conflict;
  const { locale } = useLocale();
  const office = useOffices().find(({ code }) => code === first.office)?.name ?? first.office;
  const { id } = useUser();
  const isSupervisor = useHasRole('supervisor');
  const keep = useAct(client.queue.discard, () => tell(words.kept(name)));
  const said = (one: NonNullable<Candidate['result']>) => words.resultOf(testDay.state[one.outcome], marksText(one));
  const isKnown = result !== null && result.number !== own.number;
  return (
    <section className={classes['conflict']} aria-label={words.label}>
      <Note tone="red" title={words.title(name)}>
        {words.words}
      </Note>
      <dl className={classes['results']}>
        <div>
          <dt>{words.stands}</dt>
          {isKnown ? <dd>{said(result)}</dd> : null}
          <dd>{words.by(`${first.by}, ${office}`, fullText(first.at, locale))}</dd>
        </div>
        <div>
          <dt>{words.own}</dt>
          <dd>{said(own)}</dd>
          <dd>{words.by(own.by, fullText(own.at, locale))}</dd>
        </div>
      </dl>
      <p>{words.choices}</p>
      <div className={classes['choices']}>
        <div>
          {isSupervisor && clerkId !== id ? (
            <ActionButton
              label={words.keep}
              keys="f"
              pending={keep.isPending}
              onAct={() => keep.mutate({ entryId, reason: words.reason })}
            />
          ) : (
            <strong>{words.keep}</strong>
          )}
          <p className={classes['quiet']}>{isSupervisor && clerkId === id ? words.ownAct : words.keepHint}</p>
        </div>
        <div>
          {isKnown ? <ActionButton label={words.correct} keys="o" onAct={onCorrect} /> : <strong>{words.correct}</strong>}
          <p className={classes['quiet']}>{words.correctHint}</p>
        </div>
      </div>
      <ActFailure error={keep.error} />
    </section>
  );
}
