import type { PartyField } from '#shared/domain/party-fields.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import type { Words } from '#shared/text/text.ts';

type TransferWords = Words['transfer'];

interface LabelledField {
  readonly role: PartyRole;
  readonly field: PartyField;
  readonly isOrganisation: boolean;
}

/** How a field is called for this party: an organisation's name and numbers are its own. */
export function partyLabel({ field: labels }: TransferWords, { role, field, isOrganisation }: LabelledField): string {
  switch (field) {
    case 'organisation':
    case 'organisationNumber':
      return labels[field][role === 'financier' || role === 'mission' ? role : 'company'];
    case 'kraPin':
      return isOrganisation ? labels.organisationPin : labels.kraPin;
    case 'name':
      return isOrganisation ? labels.personName : labels.name;
    default:
      return labels[field];
  }
}

export function partyPlaceholder({ placeholder }: TransferWords, { field, isOrganisation }: LabelledField): string | undefined {
  switch (field) {
    case 'kraPin':
      return isOrganisation ? placeholder.organisationPin : placeholder.kraPin;
    case 'postalAddress':
      return placeholder.postalAddress;
    default:
      return undefined;
  }
}
