import type { ReactNode } from 'react';
import classes from './two-lines.module.css';

interface TwoLinesProps {
  readonly first: ReactNode;
  /** Small and quiet beneath; nothing where there is none. */
  readonly second?: ReactNode;
  /** The second line says that something is late. */
  readonly isLate?: boolean;
  /** All of it, for the mouse, where a column may cut it. */
  readonly title?: string | undefined;
}

/** A cell of a table that says the one thing and, beneath it, what goes with it. */
export function TwoLines({ first, second = null, isLate = false, title }: TwoLinesProps) {
  return (
    <span className={classes['two']} title={title}>
      <span>{first}</span>
      {second === null || second === '' ? null : (
        <span className={classes['second']} data-late={isLate || undefined}>
          {second}
        </span>
      )}
    </span>
  );
}
