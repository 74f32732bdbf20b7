import { Radio } from '@mantine/core';
import { checkIdentityNumber, isIdentityDocumentKind } from '#shared/domain/identity-document.ts';
import { isSameParty } from '#shared/domain/party-fields.ts';
import { partyOfOwner } from '#shared/domain/services/transfer.ts';
import type { VehicleOwner } from '#shared/domain/vehicle.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { PartyFields } from './party-fields.tsx';
import { SourceText } from './source-text.tsx';
import classes from './party.module.css';

/** Who gives the vehicle up: the registered owner, filled in from the register and compared with the ID in hand. */
export function SellerStep({ desk }: StepProps) {
  const words = useWords().transfer.seller;
  const { vehicle, parties } = desk.body;
  const owners = vehicle?.source.from === 'registry' ? vehicle.owners : [];
  const known = owners.find((owner) => isSameParty(partyOfOwner(owner), parties.seller));
  const { idKind, idNumber } = parties.seller;
  const isWhole = isIdentityDocumentKind(idKind) && checkIdentityNumber(idKind, idNumber).ok;
  const choose = (owner: VehicleOwner) => desk.change((body) => ({ ...body, parties: { ...body.parties, seller: partyOfOwner(owner) } }));
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
        role="seller"
        idHint={
          known !== undefined && isWhole && desk.refused?.step !== 'seller' ? (
            <span className={classes['ok']}>✓ {words.matches}</span>
          ) : undefined
        }
      />
    </>
  );
}
