import { standingOf } from '#shared/domain/application.ts';
import type { LogbookEnd } from '#shared/contract/logbook-end.ts';
import type { ApplicationCase } from '#renderer/features/application/application-case.ts';
import { DecisionNote } from '#renderer/features/application/decision-note.tsx';
import { serviceWords, stateSentence } from '#shared/text/text.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SayLine } from '#renderer/ui/say-line.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import { ConflictCard } from './conflict-card.tsx';
import type { CasePaperKind } from './case-paper.tsx';
import classes from './case.module.css';

const tones = { open: 'plain', provisional: 'amber', confirmed: 'green', ended: 'plain' } as const;

interface CaseStandingProps {
  readonly application: ApplicationCase;
  readonly onPaper: (kind: CasePaperKind) => void;
}

/** What has become of it, what the customer may do now, and the sentence to say. */
export function CaseStanding({ application, onPaper }: CaseStandingProps) {
  const words = useWords();
  const { casePage } = words;
  const { line, decision, logbookEndedBy } = application;
  const { state, service } = line;
  const said = stateSentence(words, service, state);
  if (state === 'conflict' && decision !== null) return <ConflictCard application={application} decision={decision} onPaper={onPaper} />;
  if (logbookEndedBy !== null) return <Replaced endedBy={logbookEndedBy} />;
  return (
    <div className={classes['standing']}>
      {decision === null || decision.outcome === 'approved' ? (
        <Note tone={tones[standingOf(state)]} title={said.meaning}>
          {said.may}
        </Note>
      ) : (
        <DecisionNote decision={decision}>
          <Choices service={service} state={state} reasons={decision.reasons} />
        </DecisionNote>
      )}
      {decision === null || decision.outcome === 'approved' ? null : (
        <p className={classes['may']}>
          <strong>{casePage.mayTitle}:</strong> {said.may}
        </p>
      )}
      <SayLine>{said.say}</SayLine>
    </div>
  );
}

/** The case ended well, but its eLogbook is good no more. */
function Replaced({ endedBy }: { readonly endedBy: LogbookEnd }) {
  const { logbooks: words } = useWords();
  const { locale } = useLocale();
  return (
    <div className={classes['standing']}>
      <Note tone="amber" title={words.replacedTitle(endedBy.number, fullText(endedBy.at, locale))}>
        {words.replacedWords}
      </Note>
      <SayLine>{words.replacedSay}</SayLine>
    </div>
  );
}

interface ChoicesProps extends Pick<ApplicationCase['line'], 'service' | 'state'> {
  readonly reasons: readonly string[];
}

/** The two or three lawful ways on, for the states that ask for one. */
function Choices({ service, state, reasons }: ChoicesProps) {
  const words = useWords();
  const { casePage } = words;
  if (state !== 'returned' && state !== 'refused') return null;
  const isMoney = state === 'returned' && reasons.some((reason) => reason.startsWith('payment.') && reason !== 'payment.list-unknown');
  const usual = casePage.choices[isMoney ? 'payment' : state];
  return (
    <>
      <strong>{casePage.decision.choices}</strong>
      <ol className={classes['choices']}>
        {(serviceWords(words, service).waysOn?.[state] ?? usual).map((choice) => (
          <li key={choice}>{choice}</li>
        ))}
      </ol>
    </>
  );
}
