import type { Party } from '#shared/domain/party.ts';
import { emptyParty } from '#shared/domain/party-fields.ts';
import { demonstrationPeople } from '#hub/practice/demonstration.ts';
import { displayPhone } from '#shared/domain/phone.ts';

const { achieng, mutua, kamau, chebet, halima } = demonstrationPeople;

function asTyped(person: (typeof demonstrationPeople)[keyof typeof demonstrationPeople]): Party {
  const { name, idKind, idNumber, kraPin, phone, postalAddress } = person;
  return { ...emptyParty, name, idKind, idNumber, kraPin, phone: displayPhone(phone), postalAddress };
}

/** Owners of demonstration vehicles. */
export const sellers = { achieng: asTyped(achieng), mutua: asTyped(mutua) } as const;

/** People and bodies that buy; formats of DOMAIN §2.2, none of them real. */
export const buyers = {
  kamau: asTyped(kamau),
  chebet: asTyped(chebet),
  halima: asTyped(halima),
  lender: {
    ...asTyped(mutua),
    idNumber: '90000011',
    kraPin: 'P099000011B',
    name: 'Rotich Kiprono Sang',
    phone: '0190 000 011',
    postalAddress: '',
    organisation: 'Mlima Savings and Credit',
    organisationNumber: 'CS/10234',
  },
  mission: {
    ...asTyped(mutua),
    idKind: 'diplomatic-id',
    idNumber: 'D10234',
    kraPin: '',
    name: 'Amina Yusuf Said',
    phone: '0190 000 012',
    postalAddress: 'P.O. Box 30-00621, Nairobi',
    organisation: 'Embassy of Mazoezi',
    organisationNumber: 'MFA/77',
  },
  company: {
    ...asTyped(mutua),
    idNumber: '90000013',
    kraPin: 'P099000013D',
    name: 'Wafula Simiyu Barasa',
    phone: '0190 000 013',
    postalAddress: 'P.O. Box 51-40100, Kisumu',
    organisation: 'Boda Mashinani Limited',
    organisationNumber: 'PVT-MAZOEZI1',
  },
} as const satisfies Record<string, Party>;
