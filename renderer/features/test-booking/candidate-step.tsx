import type { Driver } from '#shared/domain/driver.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { DriverRecord, partyOfDriver } from '#renderer/features/driver/driver-record.tsx';
import { PartyFields } from '#renderer/features/party/party-fields.tsx';
import { useWords } from '#renderer/ui/locale.tsx';

/** Who takes the test: known to the register by the number of their ID, with the class that they learn. */
export function CandidateStep({ desk }: StepProps) {
  const { driver: words } = useWords().testBooking;
  const { body, change } = typedAs(desk, 'test-booking');
  const { driver: candidate } = body.parties;
  const take = (driver: Driver) =>
    change((before) => ({
      ...before,
      driver,
      class: before.class || (driver.provisional?.class ?? ''),
      parties: { driver: partyOfDriver(before.parties.driver, driver) },
    }));
  return (
    <>
      <StepHead question={words.question} hint={words.hint} />
      <PartyFields desk={desk} role="driver" />
      <DriverRecord
        taken={body.driver}
        identity={{ idKind: candidate.idKind, idNumber: candidate.idNumber }}
        unknown={words.unknown}
        onTake={take}
      />
    </>
  );
}
