import { TextInput } from '@mantine/core';
import type { Driver } from '#shared/domain/driver.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { FieldGrid } from '#renderer/features/application/field-grid.tsx';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { DriverRecord, partyOfDriver } from '#renderer/features/driver/driver-record.tsx';
import { PartyFields } from '#renderer/features/party/party-fields.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './provisional-licence.module.css';

/** Who wants to learn: found in the register by the number of their ID, or typed from it where there is no record yet. */
export function DriverStep({ desk }: StepProps) {
  const { driver: words } = useWords().provisionalLicence;
  const { body, change } = typedAs(desk, 'provisional-licence');
  const identity = { idKind: body.parties.driver.idKind, idNumber: body.parties.driver.idNumber };
  const take = (driver: Driver) =>
    change((before) => ({
      ...before,
      driver,
      dateOfBirth: driver.dateOfBirth,
      parties: { driver: partyOfDriver(before.parties.driver, driver) },
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
      <DriverRecord taken={body.driver} identity={identity} unknown={words.unknown} onTake={take} />
    </>
  );
}
