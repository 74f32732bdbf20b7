import { useWords } from '../locale.tsx';
import classes from './grid.module.css';

export interface RowCounts {
  readonly good: number;
  readonly bad: number;
  readonly aside: number;
}

/** Good + bad + set aside = total: no row is ever out of sight (FEATURES E2). */
export function CountLine({ good, bad, aside }: RowCounts) {
  const words = useWords().grid;
  return (
    <p className={classes['counts']} aria-label={words.counts}>
      <span data-tone="green">{words.good(good)}</span>
      <span aria-hidden>+</span>
      <span data-tone={bad > 0 ? 'red' : undefined}>{words.bad(bad)}</span>
      <span aria-hidden>+</span>
      <span>{words.aside(aside)}</span>
      <span aria-hidden>=</span>
      <strong>{words.total(good + bad + aside)}</strong>
    </p>
  );
}
