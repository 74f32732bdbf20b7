import { useId, type ReactNode } from 'react';
import classes from './system-page.module.css';

interface FactsProps {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: ReactNode }[];
  readonly words?: string | undefined;
  /** A sentence that must not be overlooked. */
  readonly strong?: string | undefined;
  readonly children?: ReactNode;
}

/** One block of the system page: a title, its facts, a sentence. */
export function Facts({ title, lines, words, strong, children }: FactsProps) {
  const id = useId();
  return (
    <section className={classes['facts']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lines.length === 0 ? null : (
        <dl className={classes['lines']}>
          {lines.map((line) => (
            <div key={line.label} className={classes['line']}>
              <dt>{line.label}</dt>
              <dd>{line.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {strong === undefined ? null : <p className={classes['strong']}>{strong}</p>}
      {words === undefined ? null : <p className={classes['words']}>{words}</p>}
      {children}
    </section>
  );
}
