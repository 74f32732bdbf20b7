import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  readonly title: string;
  /** What will stand here. */
  readonly words: string;
  /** The one button, with its key, that makes it so. */
  readonly action?: ReactNode;
}

/** Says what will be here and the one key to make it so. */
export function EmptyState({ title, words, action }: EmptyStateProps) {
  return (
    <div className={classes['empty']}>
      <h2 className={classes['title']}>{title}</h2>
      <p className={classes['words']}>{words}</p>
      {action}
    </div>
  );
}
