import type { ApplicationCase } from '#renderer/features/application/application-case.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { TestChanges } from '#renderer/features/money/test-changes.tsx';
import { vehicleClassText } from '#renderer/features/money/vehicle-class-text.ts';
import { VoidRefused } from '#renderer/features/money/void-refused.tsx';
import { PaymentBadge } from '#renderer/features/money/payment-badge.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import { FactLines } from './fact-lines.tsx';
import classes from './case.module.css';

/** What it costs, what was paid, and whether the hub has found the money. */
export function CaseMoney({ application }: { readonly application: ApplicationCase }) {
  const { casePage, money, transfer } = useWords();
  const { locale } = useLocale();
  const { fee, payment, supervisedBy, line } = application;
  const lines = fee.kind === 'lines' ? fee.lines : [];
  return (
    <>
      <FactLines
        lines={[
          ...lines.map(
            ({ code, amountCents }) =>
              [money.feeLine[code as keyof typeof money.feeLine] ?? code, <MoneyText key={code} amountCents={amountCents} />] as const,
          ),
          [money.total, fee.kind === 'lines' ? <MoneyText key="total" amountCents={fee.totalCents} isStrong /> : ''],
          [casePage.label.receipt, payment?.receiptNumber ?? ''],
          [
            casePage.label.payment,
            payment === null ? '' : `${money.method[payment.method]} ${payment.code}, ${fullText(payment.takenAt, locale)}`,
          ],
          ['', payment === null ? '' : <PaymentBadge key="state" state={payment.state} />],
          [casePage.label.supervised, supervisedBy ?? ''],
        ]}
      />
      {line.service === 'test-booking' || line.service === 'school-list' ? <TestChanges applicationId={line.id} /> : null}
      {payment === null ? null : <VoidRefused receiptNumber={payment.receiptNumber} />}
      <p className={classes['quiet']}>
        {payment === null
          ? fee.kind === 'no-row'
            ? money.noRow(vehicleClassText(transfer, fee.vehicleClass), fee.scheduleId)
            : casePage.label.noPayment
          : money.stateMeaning[payment.state]}
      </p>
    </>
  );
}
