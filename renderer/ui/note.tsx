import type { ReactNode } from 'react';
import classes from './note.module.css';

interface NoteProps {
  readonly tone: 'red' | 'amber' | 'green' | 'blue' | 'plain';
  readonly title?: string | undefined;
  /** Spoken at once by a screen reader when it appears. */
  readonly isAlert?: boolean | undefined;
  readonly children: ReactNode;
}

/** A sentence that stands out from the page: why something did not work, or what to know first. */
export function Note({ tone, title, isAlert = false, children }: NoteProps) {
  return (
    <div className={classes['note']} data-tone={tone} role={isAlert ? 'alert' : 'note'}>
      {title === undefined ? null : <strong className={classes['title']}>{title}</strong>}
      <div>{children}</div>
    </div>
  );
}
