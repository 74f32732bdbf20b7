import { stockStates } from '#shared/domain/stock-unit.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import type { StockCounts } from './stock-line.ts';
import classes from './stock-page.module.css';

/** Everything that was ever taken in, by where it is now: a sum that has to come out. */
export function StockSum({ sum: { counts, takenIn } }: { readonly sum: StockCounts }) {
  const words = useWords().stock;
  // What never happened is left out, but for the states that every motorcycle passes.
  const shown = stockStates.filter((state) => counts[state] > 0 || (state !== 'withdrawn' && state !== 'elsewhere'));
  return (
    <p className={classes['sum']} aria-label={words.counts}>
      <span>
        {words.counts} <strong>{words.figure(takenIn)}</strong> =
      </span>
      {shown.map((state, index) => (
        <span key={state}>
          {index === 0 ? '' : '+ '}
          <strong>{words.figure(counts[state])}</strong> {words.state[state]}
        </span>
      ))}
    </p>
  );
}
