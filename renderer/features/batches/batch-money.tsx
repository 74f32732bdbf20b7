import { formatKes } from '#shared/base/money.ts';
import type { client } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { Note } from '#renderer/ui/note.tsx';
import classes from './batches.module.css';

/** Where the money of a batch is. */
export type Money = Awaited<ReturnType<typeof client.batches.money>>;

interface BatchMoneyProps {
  /** Who brought the batch and paid for it. */
  readonly dealer: string;
  readonly money: Money;
}

/** Whose batch it is, and where its money is; the parts make up what was paid. */
export function BatchMoney({ dealer, money }: BatchMoneyProps) {
  const { money: words, registrar } = useWords().batchSent;
  const { paidCents, usedCents, underWayCents, backCents, refundedCents, leftCents, refundableCents } = money;
  const parts = [
    [words.paid, paidCents],
    [words.used, usedCents],
    [words.underWay, underWayCents],
    [words.back, backCents],
    ...(refundedCents > 0 ? [[words.refunded, refundedCents] as const] : []),
    ...(leftCents > 0 ? [[words.left, leftCents] as const] : []),
  ] as const;
  return (
    <>
      <dl className={classes['money']} aria-label={words.label}>
        <div>
          <dt>{registrar.dealer}</dt>
          <dd>{dealer}</dd>
        </div>
        {parts.map(([label, cents]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <MoneyText amountCents={cents} isStrong={label === words.paid} />
            </dd>
          </div>
        ))}
      </dl>
      {refundableCents > 0 ? (
        <div className={classes['note']}>
          <Note tone="amber">{words.leftHint(formatKes(refundableCents))}</Note>
        </div>
      ) : null}
    </>
  );
}
