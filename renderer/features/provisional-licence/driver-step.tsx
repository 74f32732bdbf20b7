import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dayOf, isDay, toDay } from '#shared/base/instant.ts';
import { ageOn, classesOn, provisionalOn, type Driver } from '#shared/domain/driver.ts';
import { checkIdentityNumber, isIdentityDocumentKind } from '#shared/domain/identity-document.ts';
import { api, client } from '#renderer/connection/connection.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { FieldGrid } from '#renderer/features/application/field-grid.tsx';
import { useIsLineUp } from '#renderer/features/application/office-status.ts';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { PartyFields } from '#renderer/features/party/party-fields.tsx';
import { SourceText } from '#renderer/features/vehicle/source-text.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import classes from './provisional-licence.module.css';

/** Who wants to learn: found in the register by the number of their ID, or typed from it where there is no record yet. */
export function DriverStep({ desk }: StepProps) {
  const { driver: words } = useWords().provisionalLicence;
  const { body, change } = typedAs(desk, 'provisional-licence');
  const identity = { idKind: body.parties.driver.idKind, idNumber: body.parties.driver.idNumber };
  const isWhole = isIdentityDocumentKind(identity.idKind) && checkIdentityNumber(identity.idKind, identity.idNumber).ok;
  const known = useQuery({ ...api.drivers.find.queryOptions({ input: identity }), enabled: isWhole }).data?.driver ?? null;
  const isTaken = body.driver !== null && known !== null && body.driver.source.asOf >= known.source.asOf;
  const take = (driver: Driver) =>
    change((before) => ({
      ...before,
      driver,
      dateOfBirth: driver.dateOfBirth,
      parties: {
        driver: {
          ...before.parties.driver,
          name: driver.name,
          phone: before.parties.driver.phone || driver.phone,
          kraPin: before.parties.driver.kraPin || driver.kraPin,
        },
      },
    }));
  return (
    <>
      <StepHead question={words.question} hint={words.hint} />
      <PartyFields desk={desk} role="driver" />
      <div className={classes['born']}>
        <FieldGrid>
          <TextInput
            {...desk.seat('dateOfBirth')}
            size="sm"
            label={words.dateOfBirth}
            placeholder="1999-04-30"
            description={words.dateOfBirthHint}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={body.dateOfBirth}
            maxLength={10}
            autoComplete="off"
            readOnly={body.driver !== null}
            onChange={(event) => {
              const dateOfBirth = event.currentTarget.value.trim();
              change((before) => ({ ...before, dateOfBirth }));
            }}
          />
        </FieldGrid>
      </div>
      {isWhole ? <Record key={identity.idNumber} known={known} isTaken={isTaken} identity={identity} onTake={take} /> : null}
    </>
  );
}

interface RecordProps {
  readonly known: Driver | null;
  readonly isTaken: boolean;
  readonly identity: { readonly idKind: string; readonly idNumber: string };
  readonly onTake: (driver: Driver) => void;
}

/** What the register says of them, as it is known here, and the ways to know more. */
function Record({ known, isTaken, identity, onTake }: RecordProps) {
  const { driver: words } = useWords().provisionalLicence;
  const isLineUp = useIsLineUp();
  const ask = useAct(client.drivers.lookUp, ({ driver }) => {
    if (driver) onTake(driver);
  });
  return (
    <div className={classes['record']}>
      {known === null ? <Note tone="plain">{words.unknown}</Note> : <KnownDriver driver={known} />}
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
