import { accept } from '../../base/decision.ts';
import { checkChassis } from '../chassis.ts';
import { checkEngineNumber } from '../engine-number.ts';
import { isIdentityDocumentKind } from '../identity-document.ts';
import { partyRoles, type Party, type PartyRole } from '../party.ts';
import { emptyParty, fieldsOf, isOrganisation, isSameParty, partyProblems, shortName, type KnownFacts } from '../party-fields.ts';
import { checkPlate } from '../plate.ts';
import type { FieldProblem, RefusalFacts } from '../refusal.ts';
import type { ScanKind } from '../scan-kind.ts';
import type { Vehicle, VehicleOwner } from '../vehicle.ts';
import type { ServiceRules } from './service.ts';

/** The five forms of ownership a transfer may end in (seed 003 and DOMAIN §4.3; a company is a buyer of its own kind there). */
export const ownershipTypes = ['individual', 'joint', 'financier', 'diplomatic-mission', 'company'] as const;
export type OwnershipType = (typeof ownershipTypes)[number];

/** What the clerk types for a transfer of ownership. */
export interface TransferBody {
  readonly service: 'transfer';
  readonly vehicle: Vehicle | null;
  readonly ownership: OwnershipType | null;
  readonly parties: Readonly<Record<PartyRole, Party>>;
  /** Asked by Traffic Act s.9 when the seller informs the Registrar (DOMAIN §4.2). */
  readonly mileageKm: number | null;
  readonly collectionOffice: string;
  readonly collectorIdNumber: string;
}

/** Who takes over, first owner first. */
const newOwners: Readonly<Record<OwnershipType, readonly PartyRole[]>> = {
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

export function newOwnersOf(ownership: OwnershipType): readonly PartyRole[] {
  return newOwners[ownership];
}

export const transferRules: ServiceRules<TransferBody> = {
  id: 'transfer',
  seriesKind: 'T',
  feeService: 'transfer',
  steps: ['vehicle', 'seller', 'buyer', 'papers', 'confirm', 'money'],
  emptyBody: () => ({
    service: 'transfer',
    vehicle: null,
    ownership: null,
    parties: Object.fromEntries(partyRoles.map((role) => [role, emptyParty])) as Record<PartyRole, Party>,
    mileageKm: null,
    collectionOffice: '',
    collectorIdNumber: '',
  }),
  vehicleOf: (body) => body.vehicle,
  partiesOf,
  scansNeeded: (body) => ['logbook', ...(body.ownership ? papers[body.ownership] : [])],
  who: (body) => {
    const owner = body.ownership && body.parties[newOwners[body.ownership][0] ?? 'buyer'];
    const buyer = owner ? shortName(owner.organisation || owner.name) : '';
    const { seller } = body.parties;
    return `${shortName(seller.organisation || seller.name) || '?'} → ${buyer || '?'}`;
  },
  problems: (body, known) => [...vehicleProblems(body.vehicle, known), ...sellerProblems(body), ...buyerProblems(body)],
  warnings: vehicleWarnings,
  confirmedFacts: (body) => ({
    plate: body.vehicle?.plate,
    chassis: body.vehicle?.chassis,
    ownership: body.ownership,
    parties: partiesOf(body).map((role) => [role, body.parties[role]]),
    mileageKm: body.mileageKm,
  }),
};

function partiesOf(body: TransferBody): readonly PartyRole[] {
  return ['seller', ...(body.ownership ? newOwners[body.ownership] : [])];
}

function at(step: string, field: string, code: string, facts: RefusalFacts = {}): FieldProblem {
  return { step, field, code, facts };
}

function vehicleProblems(vehicle: Vehicle | null, known: KnownFacts): FieldProblem[] {
  if (!vehicle) return [at('vehicle', 'vehicle.plate', 'missing')];
  const marks = vehicle.marks.map(({ kind, since, by }) => at('vehicle', 'vehicle.plate', `vehicle.${kind}`, { since, by }));
  const { openApplication: open } = known;
  const held = open ? [at('vehicle', 'vehicle.plate', 'vehicle.open-application', { ...open })] : [];
  return [...held, ...marks, ...(vehicle.source.from === 'paper' ? typedVehicleProblems(vehicle, known) : [])];
}

/** A vehicle read from its paper is checked field by field; the register's own facts are not. */
function typedVehicleProblems(vehicle: Vehicle, known: KnownFacts): FieldProblem[] {
  const checks = [
    ['vehicle.plate', checkPlate(vehicle.plate, vehicle.plateClass)],
    ['vehicle.chassis', checkChassis(vehicle.chassis)],
    [
      'vehicle.engineNumber',
      vehicle.kind === 'trailer' && vehicle.engineNumber === '' ? accept('') : checkEngineNumber(vehicle.engineNumber),
    ],
  ] as const;
  const faults = checks.flatMap(([field, check]) => (check.ok ? [] : [at('vehicle', field, check.problem.code, check.problem.facts)]));
  const missing = (['make', 'model', 'colour'] as const).filter((field) => vehicle[field].trim() === '');
  const year = vehicle.yearOfManufacture;
  const thisYear = Number(known.today.slice(0, 4));
  const odd = year < 1900 || year > thisYear + 1 ? [at('vehicle', 'vehicle.yearOfManufacture', 'vehicle.year', { year, thisYear })] : [];
  return [...faults, ...missing.map((field) => at('vehicle', `vehicle.${field}`, 'missing')), ...odd];
}

function vehicleWarnings(body: TransferBody): FieldProblem[] {
  if (!body.vehicle || body.vehicle.source.from !== 'paper') return [];
  const chassis = checkChassis(body.vehicle.chassis);
  return chassis.ok ? chassis.value.warnings.map(({ code, facts }) => at('vehicle', 'vehicle.chassis', code, facts)) : [];
}

function sellerProblems(body: TransferBody): FieldProblem[] {
  const { seller } = body.parties;
  const own = partyProblems('seller', 'seller', seller);
  const owners = body.vehicle?.source.from === 'registry' ? body.vehicle.owners : [];
  const proof = isOrganisation('seller', seller) ? 'parties.seller.kraPin' : 'parties.seller.idNumber';
  const knows = own.every(({ field }) => field !== proof);
  const isOwner = owners.length === 0 || owners.some((owner) => isSameParty(seller, partyOfOwner(owner)));
  const stranger = knows && !isOwner ? [at('seller', proof, 'party.not-owner', { plate: body.vehicle?.plate ?? '' })] : [];
  return inCounterOrder('seller', seller, [...own, ...stranger]);
}

/** A registered owner as a party, to fill the seller's fields and to compare papers. */
export function partyOfOwner(owner: VehicleOwner): Party {
  const { name, idKind, idNumber, kraPin, phone } = owner;
  if (isIdentityDocumentKind(idKind)) return { ...emptyParty, name, idKind, idNumber, kraPin, phone };
  return { ...emptyParty, organisation: name, organisationNumber: idNumber, kraPin, phone };
}

function buyerProblems(body: TransferBody): FieldProblem[] {
  if (!body.ownership) return [at('buyer', 'ownership', 'missing'), ...collectionProblems(body)];
  const roles = newOwners[body.ownership];
  const named = roles.flatMap((role, index) => {
    const party = body.parties[role];
    return inCounterOrder(role, party, [...partyProblems('buyer', role, party), ...sameProblems(body, role, roles.slice(0, index))]);
  });
  return [...named, ...collectionProblems(body)];
}

/** Nobody buys from themselves, and nobody is named twice. */
function sameProblems({ parties }: TransferBody, role: PartyRole, before: readonly PartyRole[]): FieldProblem[] {
  const field = `parties.${role}.idNumber`;
  if (isSameParty(parties[role], parties.seller)) return [at('buyer', field, 'party.is-seller', { role })];
  const other = before.find((earlier) => isSameParty(parties[role], parties[earlier]));
  return other ? [at('buyer', field, 'party.named-twice', { role, other })] : [];
}

/** As the fields of a party are asked one after the other. */
function inCounterOrder(role: PartyRole, party: Party, problems: readonly FieldProblem[]): FieldProblem[] {
  const order = fieldsOf(role, party).map((field) => `parties.${role}.${field}`);
  return problems.toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

function collectionProblems(body: TransferBody): FieldProblem[] {
  return body.collectionOffice.trim() === '' ? [at('buyer', 'collectionOffice', 'missing')] : [];
}
