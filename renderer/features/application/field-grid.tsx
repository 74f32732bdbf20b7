import type { ReactNode } from 'react';
import classes from './field-grid.module.css';

interface FieldGridProps {
  /** Four columns, where two parties stand on one screen. */
  readonly isDense?: boolean | undefined;
  readonly children: ReactNode;
}

/** Fields side by side in three columns, read row by row. */
export function FieldGrid({ isDense = false, children }: FieldGridProps) {
  return (
    <div className={classes['grid']} data-dense={isDense || undefined}>
      {children}
    </div>
  );
}
