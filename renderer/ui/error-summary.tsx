import { useEffect, useRef } from 'react';
import { useWords } from './locale.tsx';
import classes from './error-summary.module.css';

export interface ListedError {
  /** The id of the field the line jumps to; without one it is only read. */
  readonly fieldId?: string | undefined;
  readonly message: string;
}

/** Puts the focus on a field and brings it into sight. */
function jumpTo(fieldId: string): void {
  const field = document.getElementById(fieldId);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

interface ErrorSummaryProps {
  readonly errors: readonly ListedError[];
  /** Not where it may appear while somebody types: what they type next would be lost. */
  readonly takesFocus?: boolean | undefined;
}

/** What stops the form, on top of it; each line jumps to its field. It takes the focus when it appears. */
export function ErrorSummary({ errors, takesFocus = true }: ErrorSummaryProps) {
  const words = useWords().frame;
  const box = useRef<HTMLDivElement>(null);
  const isShown = errors.length > 0;
  useEffect(() => {
    if (isShown && takesFocus) box.current?.focus();
  }, [isShown, takesFocus]);
  if (!isShown) return null;
  return (
    <div ref={box} className={classes['box']} role="alert" tabIndex={-1}>
      <h2 className={classes['title']}>{words.fix(errors.length)}</h2>
      <ul className={classes['list']}>
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId ?? ''} ${message}`}>
            {fieldId === undefined ? (
              message
            ) : (
              <button type="button" className={classes['jump']} onClick={() => jumpTo(fieldId)}>
                {message}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
