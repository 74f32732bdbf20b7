import { instantOf, toDay } from '#shared/base/instant.ts';
import type { Party, PartyRole } from '#shared/domain/party.ts';
import { emptyParty, fieldsOf } from '#shared/domain/party-fields.ts';
import { partyOfOwner } from '#shared/domain/services/owner-part.ts';
import type { OwnershipType } from '#shared/domain/services/ownership.ts';
import { newOwnersOf, transferRules, type TransferBody, type TransferRole } from '#shared/domain/services/transfer.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { mondayMorning } from './clock.ts';

/** People and bodies that do not exist, one for each part in a transfer; formats of DOMAIN §2.2. */
export const people: Readonly<Record<TransferRole, Party>> = {
  seller: person({ name: 'Wanjiru Njeri Kamau', idNumber: '23456781', kraPin: 'A001234567B', phone: '0712345671' }),
  buyer: person({ name: 'Otieno Ouma Okello', idNumber: '23456782', kraPin: 'A001234568C', phone: '0712345672' }),
  'second-owner': person({ name: 'Nekesa Wafula', idNumber: '23456783', kraPin: 'A001234569D', phone: '0712345673' }),
  financier: person({
    name: 'Kiprono Rotich',
    idNumber: '23456784',
    kraPin: 'P051234570E',
    phone: '0712345674',
    organisation: 'Mkopo Bora SACCO',
    organisationNumber: 'CS/10234',
  }),
  mission: person({
    name: 'Amina Yusuf',
    idKind: 'diplomatic-id',
    idNumber: 'D10234',
    kraPin: '',
    phone: '0712345675',
    organisation: 'Embassy of Wakanda',
    organisationNumber: 'MFA/77',
  }),
  company: person({
    name: 'Mutua Musyoka',
    idNumber: '23456786',
    kraPin: 'P051234571F',
    phone: '0712345676',
    organisation: 'Boda Mashinani Ltd',
    organisationNumber: 'PVT-ABC123',
  }),
};

function person(facts: Partial<Party>): Party {
  return { ...emptyParty, postalAddress: 'P.O. Box 10-00100, Nairobi', ...facts };
}

/** A motorcycle as the register gives it, in the seller's name. */
export function registryVehicle(facts: Partial<Vehicle> = {}): Vehicle {
  const { name, idKind, idNumber, kraPin, phone } = people.seller;
  return {
    plate: 'KMFP324B',
    plateClass: 'motorcycle',
    chassis: 'MD2A21BY8KWL00417',
    engineNumber: 'DZXWKL00417',
    make: 'Bajaj',
    model: 'Boxer BM150',
    body: 'Motorcycle',
    kind: 'motorcycle',
    ratingCc: 145,
    wheels: 2,
    colour: 'Red',
    fuel: 'petrol',
    yearOfManufacture: 2021,
    registeredOn: toDay('2021-03-04'),
    owners: [{ name, idKind, idNumber, kraPin, phone }],
    previousOwners: 0,
    marks: [],
    logbookNumber: null,
    eStickerIssued: true,
    source: { from: 'registry', asOf: instantOf(mondayMorning) },
    ...facts,
  };
}

/** The n-th of many motorcycles, each with a mark and a frame of its own. */
export function numberedVehicle(n: number, facts: Partial<Vehicle> = {}): Vehicle {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  const series = `KM${letters[Math.floor(n / 900) + 3]}${letters[n % letters.length]}`;
  const number = String(100 + (n % 900));
  return registryVehicle({ plate: `${series}${number}A`, chassis: `MD2A21BY8KW${String(n).padStart(6, '0')}`, ...facts });
}

export interface TransferFacts {
  readonly ownership?: OwnershipType | undefined;
  readonly vehicle?: Vehicle | undefined;
  readonly parties?: Partial<Record<TransferRole, Party>> | undefined;
}

/** Everything that a clerk types for a transfer, nothing forgotten and nothing that this form of ownership does not ask. */
export function completeTransfer({
  ownership = 'individual',
  vehicle = registryVehicle(),
  parties = {},
}: TransferFacts = {}): TransferBody {
  const empty = transferRules.emptyBody();
  const taking: readonly TransferRole[] = ['seller', ...newOwnersOf(ownership)];
  const asked = taking.map((role) => [role, askedOf(role, parties[role] ?? people[role])]);
  return {
    ...empty,
    vehicle,
    ownership,
    mileageKm: 41_200,
    collectionOffice: 'NRB01',
    collectorIdNumber: '',
    parties: { ...empty.parties, ...Object.fromEntries(asked) },
  };
}

export function askedOf(role: PartyRole, party: Party): Party {
  const fields = fieldsOf(role, party).map((field) => [field, party[field]]);
  return { ...emptyParty, ...Object.fromEntries(fields) };
}

/** The n-th M-Pesa code of 22 November 2026 (DOMAIN §2.2). */
export function mpesaCode(n = 0): string {
  return `UKM${String(n).padStart(7, '0')}`;
}

/** A vehicle that the register knows, sold by its first owner. */
export function soldByOwner(vehicle: Vehicle): TransferFacts {
  const [owner] = vehicle.owners;
  return owner ? { vehicle, parties: { seller: partyOfOwner(owner) } } : { vehicle };
}
