import type { PartyField } from '#shared/domain/party-fields.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import type { Words } from '#shared/text/text.ts';

type TransferWords = Words['transfer'];

/** How a field is called for this party: an organisation's name and numbers are its own. */
export function partyLabel({ field: labels }: TransferWords, role: PartyRole, field: PartyField): string {
  const body = role === 'financier' || role === 'mission' || role === 'company' ? role : undefined;
  switch (field) {
    case 'organisation':
    case 'organisationNumber':
      return labels[field][body ?? 'company'];
    case 'kraPin':
      return body === undefined ? labels.kraPin : labels.organisationPin;
    case 'name':
      return body === undefined ? labels.name : labels.personName;
    default:
      return labels[field];
  }
}

export function partyPlaceholder({ placeholder }: TransferWords, field: PartyField, isOrganisation: boolean): string | undefined {
  switch (field) {
    case 'kraPin':
      return isOrganisation ? placeholder.organisationPin : placeholder.kraPin;
    case 'postalAddress':
      return placeholder.postalAddress;
    default:
      return undefined;
  }
}
