import type { ReactNode } from 'react';
import { isRejectionReason } from '#shared/domain/rejection-reason.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import type { ApplicationCase } from './application-case.ts';
import classes from './decision-note.module.css';

interface DecisionNoteProps {
  readonly decision: NonNullable<ApplicationCase['decision']>;
  /** What can be done now. */
  readonly children?: ReactNode;
}

const tones = { approved: 'green', returned: 'amber', refused: 'red', conflict: 'red' } as const;

/** What the register answered, in plain words: outcome, reasons, note, who, where and when. */
export function DecisionNote({ decision, children }: DecisionNoteProps) {
  const { registrar, casePage } = useWords();
  const { locale } = useLocale();
  const { outcome, reasons, note, by, office, at } = decision;
  return (
    <Note tone={tones[outcome]} title={casePage.decision[outcome]}>
      {reasons.length === 0 ? null : (
        <ul className={classes['reasons']}>
          {reasons.map((reason) => (
            <li key={reason}>{isRejectionReason(reason) ? registrar.reason[reason] : reason}</li>
          ))}
        </ul>
      )}
      {note === '' ? null : <p className={classes['note']}>“{note}”</p>}
      <p className={classes['by']}>{casePage.decision.by(by, office, fullText(at, locale))}</p>
      {children}
    </Note>
  );
}
