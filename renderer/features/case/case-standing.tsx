import { standingOf, type ApplicationState } from '#shared/domain/application.ts';
import { formatKes } from '#shared/base/money.ts';
import type { ApplicationCase } from '#renderer/features/application/application-case.ts';
import { DecisionNote } from '#renderer/features/application/decision-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SayLine } from '#renderer/ui/say-line.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import classes from './case.module.css';

const tones = { open: 'plain', provisional: 'amber', confirmed: 'green', ended: 'plain' } as const;

/** What has become of it, what the customer may do now, and the sentence to say. */
export function CaseStanding({ application }: { readonly application: ApplicationCase }) {
  const { states, casePage } = useWords();
  const { line, decision } = application;
  const { state } = line;
  return (
    <div className={classes['standing']}>
      {decision === null || decision.outcome === 'approved' ? (
        <Note tone={tones[standingOf(state)]} title={states.meaning[state]}>
          {states.may[state]}
        </Note>
      ) : (
        <DecisionNote decision={decision}>
          {decision.outcome === 'conflict' ? <BothActs application={application} /> : null}
          <Choices state={state} />
        </DecisionNote>
      )}
      {decision === null || decision.outcome === 'approved' ? null : (
        <p className={classes['may']}>
          <strong>{casePage.mayTitle}:</strong> {states.may[state]}
        </p>
      )}
      <SayLine>{states.say[state]}</SayLine>
    </div>
  );
}

/** The two or three lawful ways on, for the states that ask for one. */
function Choices({ state }: { readonly state: ApplicationState }) {
  const { casePage } = useWords();
  if (state !== 'returned' && state !== 'refused' && state !== 'conflict') return null;
  return (
    <>
      <strong>{casePage.decision.choices}</strong>
      <ol className={classes['choices']}>
        {casePage.choices[state].map((choice) => (
          <li key={choice}>{choice}</li>
        ))}
      </ol>
    </>
  );
}

/** This office's act beside the one that came first, and what the customer holds (FEATURES G5). */
function BothActs({ application }: { readonly application: ApplicationCase }) {
  const words = useWords().casePage.conflictCard;
  const { locale } = useLocale();
  const { line, decision, payment, submittedAt } = application;
  return (
    <dl className={classes['acts']}>
      <div>
        <dt>{words.yours}</dt>
        <dd>
          {line.clerkName}, {line.officeCode}
          {submittedAt === null ? '' : `, ${words.sent(fullText(submittedAt, locale))}`}
        </dd>
      </div>
      {decision === null ? null : (
        <div>
          <dt>{words.theirs}</dt>
          <dd>
            {decision.by}, {decision.office}, {fullText(decision.at, locale)}
          </dd>
        </div>
      )}
      {payment === null ? null : (
        <div>
          <dt>{words.holds}</dt>
          <dd>{words.holdsReceipt(payment.receiptNumber, formatKes(payment.amountCents))}</dd>
        </div>
      )}
    </dl>
  );
}
