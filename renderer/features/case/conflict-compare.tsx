import { useQuery } from '@tanstack/react-query';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { useIsLineUp } from '#renderer/features/application/office-status.ts';
import { vehicleFacts } from '#renderer/features/vehicle/vehicle-facts.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { dayText, whenText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import classes from './conflict-card.module.css';

/** The vehicle as it was sent beside the vehicle as the register has it now; what differs is marked and said. */
export function ConflictCompare({ vehicle }: { readonly vehicle: Vehicle | null }) {
  const words = useWords().casePage.conflictCard.compare;
  const isLineUp = useIsLineUp();
  const mayAsk = useHasRole('clerk', 'supervisor', 'dealer-clerk', 'registrar');
  const plate = vehicle?.plate ?? '';
  const known = useQuery({ ...api.vehicles.find.queryOptions({ input: { text: plate } }), enabled: plate !== '' });
  const ask = useAct(client.vehicles.lookUp, () => void known.refetch());
  if (vehicle === null) return null;
  const now = known.data?.vehicle ?? null;
  return (
    <div>
      <div className={classes['compareHead']}>
        <h2 className={classes['heading']}>{words.title}</h2>
        {isLineUp && mayAsk ? (
          <ActionButton label={words.ask} keys="h" tone="quiet" pending={ask.isPending} onAct={() => ask.mutate({ text: plate })} />
        ) : null}
      </div>
      <FailureNote error={ask.error} />
      {now === null ? <p className={classes['quiet']}>{words.notKnown}</p> : <CompareTable mine={vehicle} now={now} />}
    </div>
  );
}

function CompareTable({ mine, now }: { readonly mine: Vehicle; readonly now: Vehicle }) {
  const words = useWords().casePage.conflictCard.compare;
  const { locale } = useLocale();
  const at = useNow(60_000);
  const rows = useRows(mine, now);
  return (
    <table className={classes['compare']} aria-label={words.title}>
      <thead>
        <tr>
          <th scope="col">{words.row}</th>
          <th scope="col">{words.mine}</th>
          <th scope="col">{words.now(whenText(now.source.asOf, at, locale))}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, before, after }) => (
          <tr key={label} data-differs={before !== after || undefined}>
            <th scope="row">{label}</th>
            <td>{before || words.none}</td>
            <td>
              {after || words.none}
              {before === after ? null : <span className={classes['differs']}>{words.differs}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Owner and marks first, then the facts of the logbook; what differs stands on top. */
function useRows(mine: Vehicle, now: Vehicle) {
  const { casePage, transfer, search } = useWords();
  const words = casePage.conflictCard.compare;
  const { locale } = useLocale();
  const factsOf = (vehicle: Vehicle) =>
    new Map<string, string>([
      [words.owner, vehicle.owners.map(({ name }) => name).join(', ')],
      [words.marks, vehicle.marks.map(({ kind, since, by }) => search.marks[kind](dayText(since, locale), by)).join(' ')],
      ...vehicleFacts(vehicle, transfer, locale),
    ]);
  const before = factsOf(mine);
  const after = factsOf(now);
  const labels = [...new Set([...before.keys(), ...after.keys()])];
  const rows = labels.map((label) => ({ label, before: before.get(label) ?? '', after: after.get(label) ?? '' }));
  return rows.toSorted((one, other) => Number(other.before !== other.after) - Number(one.before !== one.after));
}
