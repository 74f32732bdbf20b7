import { dayOf } from '../../base/instant.ts';
import type { Party, PartyRole } from '../party.ts';
import { emptyParty, isOrganisation, isSameParty, partyProblems, shortName } from '../party-fields.ts';
import type { FieldProblem, RefusalFacts } from '../refusal.ts';
import type { ScanKind } from '../scan-kind.ts';
import type { Vehicle, VehicleMark } from '../vehicle.ts';
import type { Approval, ApprovalFacts, RegisteredPerson } from './approval.ts';
import { collectionProblems, type CollectionPart } from './collection-part.ts';
import { vehicleHold } from './hold.ts';
import { inCounterOrder, ownerOfParty, ownerProblems } from './owner-part.ts';
import type { OwnershipType } from './ownership.ts';
import type { VehicleService } from './service.ts';
import { vehicleProblems, vehicleWarnings } from './vehicle-part.ts';

export const transferRoles = ['seller', 'buyer', 'second-owner', 'financier', 'mission', 'company'] as const satisfies readonly PartyRole[];
export type TransferRole = (typeof transferRoles)[number];

/** What the clerk types for a transfer of ownership. */
export interface TransferBody extends CollectionPart {
  readonly service: 'transfer';
  readonly vehicle: Vehicle | null;
  readonly ownership: OwnershipType | null;
  readonly parties: Readonly<Record<TransferRole, Party>>;
  /** Asked by Traffic Act s.9 when the seller informs the Registrar (DOMAIN §4.2). */
  readonly mileageKm: number | null;
}

/** Who takes over, first owner first. */
const newOwners: Readonly<Record<OwnershipType, readonly TransferRole[]>> = {
  individual: ['buyer'],
  joint: ['buyer', 'second-owner'],
  financier: ['buyer', 'financier'],
  'diplomatic-mission': ['mission'],
  company: ['company'],
};

/** Papers by ownership form beside the colour scan of the logbook (DOMAIN §4.3; the letter that names a delegate: §7). */
const papers: Readonly<Record<OwnershipType, readonly ScanKind[]>> = {
  individual: [],
  joint: [],
  financier: ['financier-letter'],
  'diplomatic-mission': ['mission-letter'],
  company: ['incorporation-certificate', 'delegate-letter'],
};

export function newOwnersOf(ownership: OwnershipType): readonly TransferRole[] {
  return newOwners[ownership];
}

export const transferRules: VehicleService<TransferBody> = {
  id: 'transfer',
  seriesKind: 'T',
  feeService: 'transfer',
  steps: ['vehicle', 'seller', 'buyer', 'papers', 'confirm', 'money'],
  emptyBody: () => ({
    service: 'transfer',
    vehicle: null,
    ownership: null,
    parties: Object.fromEntries(transferRoles.map((role) => [role, emptyParty])) as Record<TransferRole, Party>,
    mileageKm: null,
    collectionOffice: '',
    collectorIdNumber: '',
  }),
  about: 'vehicle',
  vehicleOf: (body) => body.vehicle,
  holdKeys: ({ vehicle }) => vehicle && vehicleHold(vehicle),
  heldUntil: () => null,
  collectionOfficeOf: ({ collectionOffice }) => collectionOffice,
  partiesOf,
  applicant: 'seller',
  isSale: true,
  rejectionReasons: [
    'logbook-of-another-vehicle',
    'logbook-unreadable',
    'logbook-not-colour-scan',
    'logbook-is-another-paper',
    'buyer-details-wrong',
    'seller-typed-as-buyer',
  ],
  scansNeeded: (body) => ['logbook', ...(body.ownership ? papers[body.ownership] : [])],
  gist: ({ vehicle }) => ({ of: 'vehicle', plate: vehicle?.plate ?? '' }),
  who: (body) => {
    const owner = body.ownership && body.parties[newOwners[body.ownership][0] ?? 'buyer'];
    const buyer = owner ? shortName(owner.organisation || owner.name) : '';
    const { seller } = body.parties;
    return `${shortName(seller.organisation || seller.name) || '?'} → ${buyer || '?'}`;
  },
  problems: (body, known) => [
    ...vehicleProblems(body.vehicle, known),
    ...ownerProblems({ step: 'seller', role: 'seller', party: body.parties.seller }, body.vehicle),
    ...buyerProblems(body),
  ],
  warnings: (body) => vehicleWarnings(body.vehicle),
  confirmedFacts: (body) => ({
    plate: body.vehicle?.plate,
    chassis: body.vehicle?.chassis,
    ownership: body.ownership,
    parties: partiesOf(body).map((role) => [role, body.parties[role]]),
    mileageKm: body.mileageKm,
  }),
  approval: approveTransfer,
};

function partiesOf(body: TransferBody): readonly TransferRole[] {
  return ['seller', ...(body.ownership ? newOwners[body.ownership] : [])];
}

function at(field: string, code: string, facts: RefusalFacts = {}): FieldProblem {
  return { step: 'buyer', field, code, facts };
}

function buyerProblems(body: TransferBody): FieldProblem[] {
  if (!body.ownership) return [at('ownership', 'missing'), ...collectionProblems('buyer', body)];
  const roles = newOwners[body.ownership];
  const named = roles.flatMap((role, index) => {
    const party = body.parties[role];
    return inCounterOrder(role, party, [...partyProblems('buyer', role, party), ...sameProblems(body, role, roles.slice(0, index))]);
  });
  return [...named, ...collectionProblems('buyer', body)];
}

/** Nobody buys from themselves, and nobody is named twice. */
function sameProblems({ parties }: TransferBody, role: TransferRole, before: readonly TransferRole[]): FieldProblem[] {
  const field = `parties.${role}.idNumber`;
  if (isSameParty(parties[role], parties.seller)) return [at(field, 'party.is-seller', { role })];
  const other = before.find((earlier) => isSameParty(parties[role], parties[earlier]));
  return other ? [at(field, 'party.named-twice', { role, other })] : [];
}

/**
 * The new owners in the order of the logbook. The old book is shown when the copy is fetched (DOMAIN §4.6); no source says that a
 * sale's old book is given up.
 */
function approveTransfer(body: TransferBody, { vehicle, feeCodes, at: now }: ApprovalFacts): Approval {
  const ownership = body.ownership ?? 'individual';
  const roles = newOwners[ownership];
  const [first] = roles;
  const { parties } = body;
  // A financier stays on the logbook until it discharges the vehicle itself (DOMAIN §4.3), so until then it cannot be sold on.
  const charges: readonly VehicleMark[] = roles.includes('financier')
    ? [{ kind: 'charge', since: dayOf(now), by: parties.financier.organisation }]
    : [];
  return {
    vehicle: {
      ...vehicle,
      owners: roles.map((role) => ownerOfParty(role, parties[role])),
      previousOwners: vehicle.previousOwners + 1,
      marks: [...vehicle.marks, ...charges],
      eStickerIssued: vehicle.eStickerIssued || feeCodes.includes('e-sticker'),
    },
    people: roles.filter((role) => !isOrganisation(role, parties[role])).map((role) => personOf(parties[role])),
    logbook: { ownership, postalAddress: first ? parties[first].postalAddress : '', cause: 'transfer', surrender: 'not-applicable' },
  };
}

/** A new owner for the register of people. */
function personOf({ idKind, idNumber, name, kraPin, phone, postalAddress }: Party): RegisteredPerson {
  return { idKind, idNumber, name, kraPin, phone, postalAddress };
}
