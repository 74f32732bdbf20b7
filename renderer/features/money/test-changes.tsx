import { useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import { formatKes } from '#shared/base/money.ts';
import type { tests } from '#shared/contract/tests.ts';
import { api } from '#renderer/connection/connection.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { dayText, fullText } from '#renderer/ui/time-words.ts';
import classes from './test-changes.module.css';

type TestChange = z.output<typeof tests.changes.output>[number];

/** What has become of the tests that this application's receipt paid for: moved or given up, with the money and the act. */
export function TestChanges({ applicationId }: { readonly applicationId: string }) {
  const { adjusted } = useWords().money;
  const changes = useQuery(api.tests.changes.queryOptions({ input: { id: applicationId } })).data ?? [];
  if (changes.length === 0) return null;
  return (
    <section aria-label={adjusted.title} className={classes['changes']}>
      <h3>{adjusted.title}</h3>
      <ol>
        {changes.map((change) => (
          <li key={`${change.number} ${change.at}`}>
            <Change change={change} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Change({
  change: { number, candidate, at, what, feeCents, refundCents, by, reason, from, to, isRefused },
}: {
  readonly change: TestChange;
}) {
  const { adjusted } = useWords().money;
  const { locale } = useLocale();
  const placeText = ({ centreName, day, startsAt }: NonNullable<TestChange['from']>) =>
    `${dayText(day, locale)}, ${startsAt}, ${centreName}`;
  const fee = feeCents === 0 ? adjusted.noFee : adjusted.fee(formatKes(feeCents));
  const back = refundCents === 0 ? adjusted.nothingBack : adjusted.paidBack(formatKes(refundCents));
  return (
    <>
      <p>
        <strong>{adjusted.what[what]}</strong> · {number} · {candidate}
      </p>
      {from && to ? <p>{adjusted.fromTo(placeText(from), placeText(to))}</p> : null}
      <p>{what === 'moved' ? fee : back}</p>
      <p className={classes['act']}>{adjusted.act(by, fullText(at, locale), reason)}</p>
      {isRefused ? <p className={classes['refused']}>{adjusted.refused}</p> : null}
    </>
  );
}
