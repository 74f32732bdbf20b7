import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { checkIdentityNumber, isIdentityDocumentKind, normaliseIdentityNumber } from '#shared/domain/identity-document.ts';
import { isSamePerson } from '#shared/domain/party-fields.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import { newOwnersOf, ownershipTypes, type OwnershipType, type TransferBody } from '#shared/domain/services/transfer.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { useOffices } from '#renderer/features/application/offices.ts';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { PartyFields } from './party-fields.tsx';
import classes from './party.module.css';

/** Who takes over, in the form of ownership they choose: each form asks only its own parties and fields (FEATURES B2). */
export function BuyerStep({ desk }: StepProps) {
  const words = useWords().transfer;
  const { ownership } = desk.body;
  const seat = desk.seat('ownership');
  return (
    <>
      <StepHead question={words.buyer.question} />
      <Radio.Group
        {...seat}
        label={words.buyer.ownership}
        value={ownership ?? ''}
        onChange={(value) => desk.change((body) => ({ ...body, ownership: value as OwnershipType }))}
      >
        <div className={classes['types']}>
          {ownershipTypes.map((type) => (
            <Radio key={type} value={type} label={words.ownership[type].label} />
          ))}
        </div>
      </Radio.Group>
      <p className={classes['hint']}>{ownership === null ? '' : words.ownership[ownership].hint}</p>
      {ownership === null ? null : newOwnersOf(ownership).map((role) => <NewOwner key={role} desk={desk} role={role} />)}
      {ownership === null ? null : <Collection desk={desk} />}
    </>
  );
}

interface NewOwnerProps extends StepProps {
  readonly role: PartyRole;
}

function NewOwner({ desk, role }: NewOwnerProps) {
  const words = useWords().transfer;
  const hint = isOther(desk.body, role) ? <span className={classes['ok']}>✓ {words.buyer.notSeller}</span> : undefined;
  return (
    <fieldset className={classes['block']}>
      <legend className={classes['legend']}>{words.role[role]}</legend>
      <PartyFields desk={desk} role={role} idHint={hint} />
    </fieldset>
  );
}

/** Whether the number typed is whole and is not the seller's. */
function isOther({ parties }: TransferBody, role: PartyRole): boolean {
  const { idKind, idNumber } = parties[role];
  return isIdentityDocumentKind(idKind) && checkIdentityNumber(idKind, idNumber).ok && !isSamePerson(parties[role], parties.seller);
}

/** Where the copy is fetched, and by whom if not by the owner. */
function Collection({ desk }: StepProps) {
  const words = useWords().transfer;
  const offices = useOffices().filter(({ collects }) => collects);
  const { collectionOffice, collectorIdNumber } = desk.body;
  return (
    <div className={classes['grid']}>
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
    </div>
  );
}
