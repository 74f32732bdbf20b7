import { Radio } from '@mantine/core';
import { checkIdentityNumber, isIdentityDocumentKind } from '#shared/domain/identity-document.ts';
import { isSameParty } from '#shared/domain/party-fields.ts';
import { ownershipTypes, type OwnershipType } from '#shared/domain/services/ownership.ts';
import { newOwnersOf, type TransferBody, type TransferRole } from '#shared/domain/services/transfer.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { useOwnOffice } from '#renderer/features/application/offices.ts';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { Collection } from '#renderer/features/party/collection.tsx';
import { PartyFields } from '#renderer/features/party/party-fields.tsx';
import classes from '#renderer/features/party/party.module.css';
import { useWords } from '#renderer/ui/locale.tsx';

/** Who takes over, in the form of ownership they choose: each form asks only its own parties and fields (FEATURES B2). */
export function BuyerStep({ desk }: StepProps) {
  const words = useWords().transfer;
  const { body: typed, change } = typedAs(desk, 'transfer');
  const { ownership } = typed;
  const seat = desk.seat('ownership');
  const ownOffice = useOwnOffice();
  /** Most people fetch the copy where they stand, so this office is offered first. */
  const choose = (type: OwnershipType) =>
    change((body) => ({ ...body, ownership: type, collectionOffice: body.collectionOffice || ownOffice }));
  return (
    <>
      <Radio.Group
        {...seat}
        label={<span className={classes['question']}>{words.buyer.ownership}</span>}
        value={ownership ?? ''}
        onChange={(value) => choose(value as OwnershipType)}
      >
        <div className={classes['types']} data-chosen={ownership === null ? undefined : true}>
          {ownershipTypes.map((type) => (
            <Radio
              key={type}
              value={type}
              label={words.ownership[type].label}
              description={ownership === null ? words.ownership[type].hint : undefined}
            />
          ))}
        </div>
      </Radio.Group>
      {ownership === null ? null : <p className={classes['hint']}>{words.ownership[ownership].hint}</p>}
      {ownership === null
        ? null
        : newOwnersOf(ownership).map((role) => <NewOwner key={role} desk={desk} role={role} isDense={newOwnersOf(ownership).length > 1} />)}
      {ownership === null ? null : <Collection desk={desk} />}
    </>
  );
}

interface NewOwnerProps extends StepProps {
  readonly role: TransferRole;
  readonly isDense: boolean;
}

function NewOwner({ desk, role, isDense }: NewOwnerProps) {
  const words = useWords().transfer;
  const hint = isOther(typedAs(desk, 'transfer').body, role) ? <span className={classes['ok']}>✓ {words.buyer.notSeller}</span> : undefined;
  return (
    <fieldset className={classes['block']}>
      <legend className={classes['legend']}>{words.role[role]}</legend>
      <PartyFields desk={desk} role={role} idHint={hint} isDense={isDense} />
    </fieldset>
  );
}

/** Whether the number typed is whole and is not the seller's. */
function isOther({ parties }: TransferBody, role: TransferRole): boolean {
  const { idKind, idNumber } = parties[role];
  return isIdentityDocumentKind(idKind) && checkIdentityNumber(idKind, idNumber).ok && !isSameParty(parties[role], parties.seller);
}
