import type { ReactNode } from 'react';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import type { ApplicationCase } from './application-case.ts';
import { useReasonText } from './reason-text.ts';
import classes from './decision-note.module.css';

interface DecisionNoteProps {
  readonly decision: NonNullable<ApplicationCase['decision']>;
  /** What can be done now. */
  readonly children?: ReactNode;
}

const tones = { approved: 'green', returned: 'amber', refused: 'red', conflict: 'red' } as const;

/** What the register answered, in plain words: outcome, reasons, note, who, where and when. */
export function DecisionNote({ decision, children }: DecisionNoteProps) {
  const { casePage } = useWords();
  const reasonText = useReasonText();
  const { locale } = useLocale();
  const { outcome, reasons, note, by, office, at } = decision;
  return (
    <Note tone={tones[outcome]} title={isOfHub(decision) ? casePage.decision.hub : casePage.decision[outcome]}>
      {reasons.length === 0 ? null : (
        <ul className={classes['reasons']}>
          {reasons.map((reason) => (
            <li key={reason}>{reasonText({ code: reason, facts: {} })}</li>
          ))}
        </ul>
      )}
      {note === '' ? null : <p className={classes['note']}>“{note}”</p>}
      <p className={classes['by']}>{isOfHub(decision) ? fullText(at, locale) : casePage.decision.by(by, office, fullText(at, locale))}</p>
      {children}
    </Note>
  );
}

/** The hub's own rules decide without a person and an office. */
function isOfHub({ outcome, office }: DecisionNoteProps['decision']): boolean {
  return outcome === 'returned' && office === '';
}
