import type { Driver } from '#shared/domain/driver.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { DriverRecord, partyOfDriver } from '#renderer/features/driver/driver-record.tsx';
import { PartyFields } from '#renderer/features/party/party-fields.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { passedClasses } from './passed-classes.ts';

/** Who passed the test: known to the register by the number of their ID; the class that was passed last is taken over with the record. */
export function HolderStep({ desk }: StepProps) {
  const { driver: words } = useWords().interimLicence;
  const { body, change } = typedAs(desk, 'interim-licence');
  const { driver: holder } = body.parties;
  const take = (driver: Driver) =>
    change((before) => ({
      ...before,
      driver,
      class: before.class || (passedClasses(driver)[0] ?? ''),
      parties: { driver: partyOfDriver(before.parties.driver, driver) },
    }));
  return (
    <>
      <StepHead question={words.question} hint={words.hint} />
      <PartyFields desk={desk} role="driver" />
      <DriverRecord
        taken={body.driver}
        identity={{ idKind: holder.idKind, idNumber: holder.idNumber }}
        unknown={words.unknown}
        onTake={take}
      />
    </>
  );
}
