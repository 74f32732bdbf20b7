import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { checkIdentityNumber, isIdentityDocumentKind, normaliseIdentityNumber } from '#shared/domain/identity-document.ts';
import { isSameParty } from '#shared/domain/party-fields.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import { newOwnersOf, ownershipTypes, type OwnershipType, type TransferBody } from '#shared/domain/services/transfer.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { useOffices, useOwnOffice } from '#renderer/features/application/offices.ts';
import { FieldGrid } from '#renderer/features/application/field-grid.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { PartyFields } from './party-fields.tsx';
import classes from './party.module.css';

/** Who takes over, in the form of ownership they choose: each form asks only its own parties and fields (FEATURES B2). */
export function BuyerStep({ desk }: StepProps) {
  const words = useWords().transfer;
  const { ownership } = desk.body;
  const seat = desk.seat('ownership');
  const ownOffice = useOwnOffice();
  /** Most people fetch the copy where they stand, so this office is offered first. */
  const choose = (type: OwnershipType) =>
    desk.change((body) => ({ ...body, ownership: type, collectionOffice: body.collectionOffice || ownOffice }));
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
  readonly role: PartyRole;
  readonly isDense: boolean;
}

function NewOwner({ desk, role, isDense }: NewOwnerProps) {
  const words = useWords().transfer;
  const hint = isOther(desk.body, role) ? <span className={classes['ok']}>✓ {words.buyer.notSeller}</span> : undefined;
  return (
    <fieldset className={classes['block']}>
      <legend className={classes['legend']}>{words.role[role]}</legend>
      <PartyFields desk={desk} role={role} idHint={hint} isDense={isDense} />
    </fieldset>
  );
}

/** Whether the number typed is whole and is not the seller's. */
function isOther({ parties }: TransferBody, role: PartyRole): boolean {
  const { idKind, idNumber } = parties[role];
  return isIdentityDocumentKind(idKind) && checkIdentityNumber(idKind, idNumber).ok && !isSameParty(parties[role], parties.seller);
}

/** Where the copy is fetched, and by whom if not by the owner. */
function Collection({ desk }: StepProps) {
  const words = useWords().transfer;
  const offices = useOffices().filter(({ collects }) => collects);
  const { collectionOffice, collectorIdNumber } = desk.body;
  return (
    <FieldGrid>
      <NativeSelect
        {...desk.seat('collectionOffice')}
        size="sm"
        label={words.vehicle.collection}
        value={collectionOffice}
        data={[{ value: '', label: '' }, ...offices.map(({ code, name }) => ({ value: code, label: name }))]}
        onChange={(event) => {
          const code = event.currentTarget.value;
          desk.change((body) => ({ ...body, collectionOffice: code }));
        }}
      />
      <TextInput
        {...desk.seat('collectorIdNumber')}
        size="sm"
        label={`${words.buyer.collector} (${words.optional})`}
        value={collectorIdNumber}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => {
          const number = normaliseIdentityNumber(event.currentTarget.value);
          desk.change((body) => ({ ...body, collectorIdNumber: number }));
        }}
      />
    </FieldGrid>
  );
}
