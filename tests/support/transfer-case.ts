import { toDay } from '#shared/base/instant.ts';
import type { Party, PartyRole } from '#shared/domain/party.ts';
import { emptyParty, fieldsOf } from '#shared/domain/party-fields.ts';
import type { ScanKind } from '#shared/domain/scan-kind.ts';
import { newOwnersOf, transferRules, type OwnershipType, type TransferBody } from '#shared/domain/services/transfer.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { instantOf } from '#shared/base/instant.ts';
import { act, mondayMorning, type Desk } from './core.ts';
import { A6, colourScan } from './pdf-samples.ts';

/** People and bodies that do not exist, one for each part in a transfer; formats of DOMAIN §2.2. */
export const people: Readonly<Record<PartyRole, Party>> = {
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
  readonly parties?: Partial<Record<PartyRole, Party>> | undefined;
}

/** Everything that a clerk types for a transfer, nothing forgotten and nothing that this form of ownership does not ask. */
export function completeTransfer({
  ownership = 'individual',
  vehicle = registryVehicle(),
  parties = {},
}: TransferFacts = {}): TransferBody {
  const empty = transferRules.emptyBody();
  const taking: readonly PartyRole[] = ['seller', ...newOwnersOf(ownership)];
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

function askedOf(role: PartyRole, party: Party): Party {
  const fields = fieldsOf(role, party).map((field) => [field, party[field]]);
  return { ...emptyParty, ...Object.fromEntries(fields) };
}

/** An application as a test holds it. */
export interface Opened {
  readonly id: string;
  readonly reference: string;
}

export async function openTransfer({ client }: Desk): Promise<Opened> {
  return act(client.applications.open, { service: 'transfer' });
}

/** Opens a transfer and types all of it. */
export async function typedTransfer(desk: Desk, facts: TransferFacts = {}): Promise<Opened> {
  const opened = await openTransfer(desk);
  await type(desk, opened.id, completeTransfer(facts));
  return opened;
}

export async function type({ client }: Desk, id: string, body: TransferBody): Promise<void> {
  await client.applications.keepDraft({ id, body, step: 'vehicle', field: 'vehicle.plate' });
}

let scan: Buffer | undefined;

/** A good colour scan as a file; drawn once. */
export function scanFile(name = 'logbook.pdf'): File {
  scan ??= colourScan({ paper: A6, dpi: 150 });
  return new File([new Uint8Array(scan)], name, { type: 'application/pdf' });
}

/** Attaches every paper that is still missing. */
export async function attachPapers({ client }: Desk, id: string): Promise<void> {
  const { scansNeeded, scans } = await client.applications.get({ id });
  const missing = scansNeeded.filter((kind) => !scans.some((one) => one.kind === kind));
  for (const kind of missing) await attach({ client }, id, kind);
}

export async function attach({ client }: Pick<Desk, 'client'>, id: string, kind: ScanKind): Promise<void> {
  await act(client.applications.attachScan, { id, kind, file: scanFile(`${kind}.pdf`) });
}

/** One party types their own name before the clerk. */
export async function confirm({ client }: Desk, id: string, role: PartyRole): Promise<void> {
  const { contentHash, body } = await client.applications.get({ id });
  const proof = { method: 'typed-name', typedName: body.parties[role].name } as const;
  await act(client.applications.confirm, { id, role, declared: true, contentHash, proof });
}

/** Everybody who takes part confirms, in counter order. */
export async function confirmAll(desk: Desk, id: string): Promise<void> {
  const { confirmers } = await desk.client.applications.get({ id });
  for (const role of confirmers) await confirm(desk, id, role);
}

export interface ReadyToPay extends Opened {
  readonly totalCents: number;
}

/** Everything done but the money, through the same commands as a screen gives. */
export async function transferReadyToPay(desk: Desk, facts: TransferFacts = {}): Promise<ReadyToPay> {
  const opened = await typedTransfer(desk, facts);
  await attachPapers(desk, opened.id);
  await confirmAll(desk, opened.id);
  const { fee } = await desk.client.applications.get({ id: opened.id });
  if (fee.kind !== 'lines') throw new Error(`The fee is ${fee.kind}`);
  return { ...opened, totalCents: fee.totalCents };
}

/** The n-th M-Pesa code of 22 November 2026 (DOMAIN §2.2). */
export function mpesaCode(n = 0): string {
  return `UKM${String(n).padStart(7, '0')}`;
}

export async function pay({ client }: Desk, { id, totalCents }: ReadyToPay, code = mpesaCode()): Promise<string> {
  const { receiptNumber } = await act(client.applications.submit, { id, payment: { method: 'mpesa', code, amountCents: totalCents } });
  return receiptNumber;
}
