import type { CommandContext } from '#core/context.ts';
import { takePayment as takeProperly, type MoneyOnTheCounter } from '#core/payments/take-payment.ts';
import type { TakenPayment } from '#core/payments/store.ts';

/** Two ways to get it wrong, to see that the kills find them: each commits a part of the act before the rest. Any other word plants nothing. */
export function takePayment(cx: CommandContext, money: MoneyOnTheCounter): TakenPayment {
  const commitEarly = () => {
    cx.db.run('COMMIT');
    cx.db.run('BEGIN IMMEDIATE');
  };
  const planted = process.env['PLANTED'] ?? 'number';
  if (planted === 'payment') {
    const payment = takeProperly(cx, money);
    commitEarly();
    return payment;
  }
  if (planted !== 'number') return takeProperly(cx, money);
  const number = cx.takeNumber('R');
  commitEarly();
  return takeProperly({ ...cx, takeNumber: () => number }, money);
}
