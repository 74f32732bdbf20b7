import { Radio } from '@mantine/core';
import { checkIdentityNumber, isIdentityDocumentKind } from '#shared/domain/identity-document.ts';
import { isSameParty } from '#shared/domain/party-fields.ts';
import { partyOfOwner } from '#shared/domain/services/owner-part.ts';
import { partyOf, rulesOf, vehicleOf, withParty } from '#shared/domain/services/services.ts';
import type { VehicleOwner } from '#shared/domain/vehicle.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { SourceText } from '#renderer/features/vehicle/source-text.tsx';
import { PartyFields } from './party-fields.tsx';
import classes from './party.module.css';

interface OwnerStepProps extends StepProps {
  readonly step: string;
  readonly words: {
    readonly question: string;
    readonly hint: string;
    readonly fromRegister: string;
    readonly matches: string;
    readonly chooseOwner: string;
  };
}

/** Who asks for it: a registered owner, filled in from the register and compared with the ID in hand. */
export function OwnerStep({ desk, step, words }: OwnerStepProps) {
  const { service } = desk.body;
  const vehicle = vehicleOf(desk.body);
  const role = rulesOf(service).applicant;
  const applicant = partyOf(desk.body, role);
  const owners = vehicle?.source.from === 'registry' ? vehicle.owners : [];
  const known = owners.find((owner) => isSameParty(partyOfOwner(owner), applicant));
  const { idKind, idNumber } = applicant;
  const isWhole = isIdentityDocumentKind(idKind) && checkIdentityNumber(idKind, idNumber).ok;
  const choose = (owner: VehicleOwner) => desk.change((body) => withParty(body, role, partyOfOwner(owner)));
  return (
    <>
      <StepHead question={words.question} hint={words.hint} />
      {vehicle === null || owners.length === 0 ? null : (
        <p className={classes['source']}>
          {words.fromRegister} <SourceText source={vehicle.source} />
        </p>
      )}
      {owners.length < 2 ? null : (
        <Radio.Group
          label={words.chooseOwner}
          value={known?.idNumber ?? null}
          onChange={(idOfOwner) => {
            const owner = owners.find((one) => one.idNumber === idOfOwner);
            if (owner !== undefined) choose(owner);
          }}
        >
          <div className={classes['owners']}>
            {owners.map((owner) => (
              <Radio key={owner.idNumber} value={owner.idNumber} label={owner.name} />
            ))}
          </div>
        </Radio.Group>
      )}
      <PartyFields
        desk={desk}
        role={role}
        idHint={
          known !== undefined && isWhole && desk.refused?.step !== step ? (
            <span className={classes['ok']}>✓ {words.matches}</span>
          ) : undefined
        }
      />
    </>
  );
}
