import { useQuery } from '@tanstack/react-query';
import { dayOf, isDay, toDay } from '#shared/base/instant.ts';
import { ageOn, classesOn, provisionalOn, type Driver } from '#shared/domain/driver.ts';
import { checkIdentityNumber, isIdentityDocumentKind } from '#shared/domain/identity-document.ts';
import type { Party } from '#shared/domain/party.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { useIsLineUp } from '#renderer/features/application/office-status.ts';
import { SourceText } from '#renderer/features/vehicle/source-text.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import classes from './driver.module.css';

/** Who is at the counter as the register has them; what they told of themselves already stays. */
export function partyOfDriver(told: Party, { name, phone, kraPin }: Driver): Party {
  return { ...told, name, phone: told.phone || phone, kraPin: told.kraPin || kraPin };
}

interface DriverRecordProps {
  /** The record that was taken over into what is typed. */
  readonly taken: Driver | null;
  readonly identity: { readonly idKind: string; readonly idNumber: string };
  /** What is said where this office knows no record. */
  readonly unknown: string;
  readonly onTake: (driver: Driver) => void;
}

/** What the register says of them, as it is known here, and the ways to know more. */
export function DriverRecord(props: DriverRecordProps) {
  const { idKind, idNumber } = props.identity;
  const isWhole = isIdentityDocumentKind(idKind) && checkIdentityNumber(idKind, idNumber).ok;
  return isWhole ? <WholeRecord key={idNumber} {...props} /> : null;
}

function WholeRecord({ taken, identity, unknown, onTake }: DriverRecordProps) {
  const { driver: words } = useWords().provisionalLicence;
  const known = useQuery(api.drivers.find.queryOptions({ input: identity })).data?.driver ?? null;
  const isTaken = taken !== null && known !== null && taken.source.asOf >= known.source.asOf;
  const isLineUp = useIsLineUp();
  const ask = useAct(client.drivers.lookUp, ({ driver }) => {
    if (driver) onTake(driver);
  });
  return (
    <div className={classes['record']}>
      {known === null ? <Note tone="plain">{unknown}</Note> : <KnownDriver driver={known} />}
      <FailureNote error={ask.error} />
      <div className={classes['ways']}>
        {known === null || isTaken ? null : <ActionButton label={words.take} keys="F7" tone="main" onAct={() => onTake(known)} />}
        {isLineUp ? <ActionButton label={words.askHub} keys="F8" pending={ask.isPending} onAct={() => ask.mutate(identity)} /> : null}
      </div>
    </div>
  );
}

function KnownDriver({ driver }: { readonly driver: Driver }) {
  const { driver: words } = useWords().provisionalLicence;
  const { locale } = useLocale();
  const today = dayOf(useNow(60_000));
  const held = classesOn(driver.licences, today).map((one) => one.class);
  const learns = provisionalOn(driver, today);
  return (
    <Note tone="plain" title={driver.name}>
      <p>
        {isDay(driver.dateOfBirth) ? words.age(ageOn(toDay(driver.dateOfBirth), today)) : ''} ·{' '}
        {held.length === 0 ? words.noClass : words.holds(held.join(', '))}
        {learns === null ? '' : ` · ${words.learns(learns.class, dayText(learns.validUntil, locale))}`}
      </p>
      <SourceText source={driver.source} />
    </Note>
  );
}
