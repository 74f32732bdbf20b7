import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { identityDocumentKinds, normaliseIdentityNumber } from '#shared/domain/identity-document.ts';
import { normaliseKraPin } from '#shared/domain/kra-pin.ts';
import { fieldsOf, isOrganisation, type PartyField } from '#shared/domain/party-fields.ts';
import type { Party, PartyRole } from '#shared/domain/party.ts';
import { partyOf, withParty } from '#shared/domain/services/services.ts';
import type { Desk } from '#renderer/features/application/desk.ts';
import { FieldGrid } from '#renderer/features/application/field-grid.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { PhoneInput } from './phone-input.tsx';
import { partyLabel, partyPlaceholder } from './party-words.ts';

interface PartyFieldsProps {
  readonly desk: Desk;
  readonly role: PartyRole;
  /** Said below the ID number once it is right, such as `not the seller`. */
  readonly idHint?: ReactNode;
  /** Two parties stand on this screen. */
  readonly isDense?: boolean | undefined;
}

/** The fields that this party is asked for, and no others. */
export function PartyFields({ desk, role, idHint, isDense }: PartyFieldsProps) {
  const words = useWords().transfer;
  const party = partyOf(desk.body, role);
  const set = (facts: Partial<Party>) => desk.change((body) => withParty(body, role, { ...partyOf(body, role), ...facts }));
  return (
    <FieldGrid isDense={isDense}>
      {fieldsOf(role, party).map((field) => (
        <PartyInput
          key={field}
          desk={desk}
          role={role}
          field={field}
          value={party[field]}
          hint={field === 'idNumber' ? idHint : undefined}
          onChange={(value) => set({ [field]: value })}
          words={words}
        />
      ))}
    </FieldGrid>
  );
}

interface PartyInputProps {
  readonly desk: Desk;
  readonly role: PartyRole;
  readonly field: PartyField;
  readonly value: string;
  readonly hint: ReactNode;
  readonly onChange: (value: string) => void;
  readonly words: ReturnType<typeof useWords>['transfer'];
}

const tidied: Partial<Readonly<Record<PartyField, (text: string) => string>>> = {
  idNumber: normaliseIdentityNumber,
  kraPin: normaliseKraPin,
};

function PartyInput({ desk, role, field, value, hint, onChange, words }: PartyInputProps) {
  const seat = desk.seat(`parties.${role}.${field}`);
  const labelled = { role, field, isOrganisation: isOrganisation(role, partyOf(desk.body, role)) };
  const label = partyLabel(words, labelled);
  const common = {
    ...seat,
    label,
    size: 'sm' as const,
    description: hint,
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as const,
  };
  if (field === 'idKind') {
    return (
      <NativeSelect
        {...seat}
        label={label}
        size="sm"
        value={value}
        data={identityDocumentKinds.map((kind) => ({ value: kind, label: words.idKind[kind] }))}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  if (field === 'phone')
    return <PhoneInput seat={seat} label={label} value={value} placeholder={words.placeholder.phone} onChange={onChange} />;
  const tidy = tidied[field];
  return (
    <TextInput
      {...common}
      inputWrapperOrder={[...common.inputWrapperOrder]}
      value={value}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      placeholder={partyPlaceholder(words, labelled)}
      onChange={(event) => onChange(tidy === undefined ? event.currentTarget.value : event.currentTarget.value.toUpperCase())}
      onBlur={() => {
        seat.onBlur();
        if (tidy !== undefined && tidy(value) !== value) onChange(tidy(value));
      }}
    />
  );
}
