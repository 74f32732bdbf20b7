import { formatAmount, formatKes } from '#shared/base/money.ts';
import classes from './money-text.module.css';

interface MoneyTextProps {
  readonly amountCents: number;
  /** Without KES: for columns whose heading says it. */
  readonly isBare?: boolean | undefined;
  readonly isStrong?: boolean | undefined;
}

/** An amount with tabular figures, never broken over two lines. */
export function MoneyText({ amountCents, isBare = false, isStrong = false }: MoneyTextProps) {
  return (
    <span className={classes['money']} data-strong={isStrong || undefined}>
      {isBare ? formatAmount(amountCents) : formatKes(amountCents)}
    </span>
  );
}
