import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { spoilReasons } from '#shared/domain/print-job.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { paperName, type PrintJob } from './print-words.ts';
import classes from './came-out.module.css';

/** Asks the person who printed whether it came out. It stands in its corner, covers nothing and stops nothing; its keys work in fields too. */
export function CameOut() {
  const { ask } = useWords().printing;
  const asking = useQuery(api.printing.asking.queryOptions({ input: {} })).data ?? [];
  const [spoiled, setSpoiled] = useState<PrintJob | null>(null);
  const [first] = asking;
  if (spoiled !== null) return <PrintAgain job={spoiled} onDone={() => setSpoiled(null)} />;
  if (first === undefined) return null;
  return (
    <section className={classes['place']} aria-label={ask.label} aria-live="polite">
      <Question key={first.id} job={first} more={asking.length - 1} onSpoiled={() => setSpoiled(first)} />
    </section>
  );
}

interface QuestionProps {
  readonly job: PrintJob;
  readonly more: number;
  readonly onSpoiled: () => void;
}

function Question({ job, more, onSpoiled }: QuestionProps) {
  const words = useWords().printing;
  const { ask } = words;
  const [isNo, setIsNo] = useState(false);
  const answer = useAct(client.printing.answer, (_, { cameOut }) => {
    if (!cameOut) onSpoiled();
  });
  return (
    <div className={classes['card']}>
      <p>
        {ask.question(paperName(job, words))} {more > 0 ? <span className={classes['quiet']}>{ask.more(more)}</span> : null}
      </p>
      {job.problem === null ? null : <p className={classes['quiet']}>{words.problem[job.problem]}</p>}
      <FailureNote error={answer.error} />
      {isNo ? (
        <div className={classes['reasons']} role="group" aria-label={ask.why}>
          <p>{ask.why}</p>
          {spoilReasons.map((reason, index) => (
            <ActionButton
              key={reason}
              label={words.reason[reason]}
              keys={String(index + 1)}
              pending={answer.isPending}
              onAct={() => answer.mutate({ jobId: job.id, cameOut: false, reason })}
            />
          ))}
        </div>
      ) : (
        <div className={classes['buttons']}>
          <ActionButton
            label={ask.yes}
            keys="Alt+y"
            tone="main"
            pending={answer.isPending}
            onAct={() => answer.mutate({ jobId: job.id, cameOut: true, reason: null })}
          />
          <ActionButton label={ask.no} keys="Alt+n" onAct={() => setIsNo(true)} />
        </div>
      )}
    </div>
  );
}

/** After a No: the same paper again, with one key. */
function PrintAgain({ job, onDone }: { readonly job: PrintJob; readonly onDone: () => void }) {
  const { ask } = useWords().printing;
  const again = useAct(client.printing.again, onDone);
  return (
    <section className={classes['place']} aria-label={ask.label} aria-live="polite">
      <div className={classes['card']}>
        <p>{ask.spoiled}</p>
        <FailureNote error={again.error} />
        <div className={classes['buttons']}>
          <ActionButton
            label={ask.again}
            keys="Alt+y"
            tone="main"
            pending={again.isPending}
            onAct={() => again.mutate({ jobId: job.id })}
          />
          <ActionButton label={ask.later} keys="Alt+n" onAct={onDone} />
        </div>
      </div>
    </section>
  );
}
