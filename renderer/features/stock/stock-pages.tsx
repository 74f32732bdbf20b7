import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import type { StockPart } from './stock-line.ts';
import type { useStockPart } from './use-stock-part.ts';
import classes from './stock-page.module.css';

interface StockPagesProps extends Pick<ReturnType<typeof useStockPart>, 'goToEnd' | 'goPast'> {
  readonly part: StockPart;
}

/** Which of how many motorcycles are on screen, and the way to the others. */
export function StockPages({ part: { units, total, before }, goToEnd, goPast }: StockPagesProps) {
  const { pages, units: countOf } = useWords().stock;
  const [first, last] = [units[0], units.at(-1)];
  if (first === undefined || last === undefined || units.length === total)
    return (
      <div className={classes['pages']}>
        <span>{countOf(total)}</span>
      </div>
    );
  const isFirst = before === 0;
  const isLast = before + units.length >= total;
  return (
    <div className={classes['pages']}>
      <span role="status">{pages.shown(before + 1, before + units.length, total)}</span>
      <ActionButton label={pages.first} keys="{" tone="quiet" disabled={isFirst} onAct={() => goToEnd('start')} />
      <ActionButton label={pages.previous} keys="[" tone="quiet" disabled={isFirst} onAct={() => goPast(first, 'end')} />
      <ActionButton label={pages.next} keys="]" tone="quiet" disabled={isLast} onAct={() => goPast(last, 'start')} />
      <ActionButton label={pages.last} keys="}" tone="quiet" disabled={isLast} onAct={() => goToEnd('end')} />
    </div>
  );
}
