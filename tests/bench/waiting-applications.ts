import type { Party } from '#shared/domain/party.ts';
import { emptyParty } from '#shared/domain/party-fields.ts';
import { partyOfOwner } from '#shared/domain/services/owner-part.ts';
import { rulesOf, type ServiceBody } from '#shared/domain/services/services.ts';
import { transferRules, type TransferBody } from '#shared/domain/services/transfer.ts';
import { instantOf } from '#shared/base/instant.ts';
import { insertScan } from '#core/documents/store.ts';
import { procedureOf, type BenchOffice } from './bench-office.ts';
import { madeVehicle } from './made-vehicles.ts';

/** A transfer that both parties have confirmed, and the money its clerk is about to take. */
export interface WaitingApplication {
  readonly id: string;
  readonly payment: { readonly method: 'mpesa'; readonly code: string; readonly amountCents: number };
}

/** Brings transfers as far as the money, act by act, as a clerk does. */
export async function prepareApplications(office: BenchOffice, count: number): Promise<WaitingApplication[]> {
  const waiting: WaitingApplication[] = [];
  for (let number = 0; number < count; number += 1)
    waiting.push(
      await bringToMoney(office, { body: bodyOf(number), attach: (id) => attachLogbook(office, id, number), code: 'UKM', number }),
    );
  return waiting;
}

interface Brought {
  readonly body: ServiceBody;
  /** Brings the papers that the service asks for. */
  readonly attach: (id: string) => void;
  /** Begins the codes of this kind's payments; no two of a file are alike. */
  readonly code: string;
  readonly number: number;
}

/** Opened, typed, its papers brought, and confirmed by each of its parties. */
export async function bringToMoney(office: BenchOffice, { body, attach, code, number }: Brought): Promise<WaitingApplication> {
  const named = (name: string) => procedureOf(office, `applications.${name}`);
  const [keepDraft, get, confirm] = [named('keepDraft'), named('get'), named('confirm')];
  const { id } = (await named('open').throughDispatch({ service: body.service })) as { id: string };
  const read = async () => (await get.throughDispatch({ id })) as { contentHash: string; fee: { totalCents: number } };
  await keepDraft.throughDispatch({ id, body, step: 'papers', field: '' });
  attach(id);
  for (const role of rulesOf(body.service).partiesOf(body)) {
    const { contentHash } = await read();
    await confirm.throughDispatch({ id, role, declared: true, contentHash, proof: { method: 'signature', path: signature } });
  }
  await keepDraft.throughDispatch({ id, body, step: 'money', field: '' });
  const { fee } = await read();
  return { id, payment: { method: 'mpesa', code: `${code}${String(number).padStart(6, '0')}A`, amountCents: fee.totalCents } };
}

function bodyOf(number: number): TransferBody {
  const vehicle = { ...madeVehicle(number), owners: [owner], source: { from: 'registry', asOf: instantOf(Date.now()) } } as const;
  const empty = transferRules.emptyBody();
  const parties = { ...empty.parties, seller: partyOfOwner(owner), buyer };
  return { ...empty, vehicle, ownership: 'individual', parties, mileageKm: 84_000, collectionOffice: 'NRB01' };
}

const owner = { name: 'Njeri Wambui', idKind: 'national-id', idNumber: '23456789', kraPin: 'A001234567B', phone: '+254711222333' };

const buyer: Party = {
  ...emptyParty,
  name: 'Otieno Kamau',
  idNumber: '31234567',
  kraPin: 'A012345678Z',
  phone: '0712345678',
  postalAddress: 'PO Box 12, 00100 Nairobi',
};

/** As long as a name drawn with the finger: about 250 points. */
const signature = Array.from({ length: 250 }, (_, point) => `${point === 0 ? 'M' : 'L'}${point * 2} ${100 + (point % 40)}`).join(' ');

/** The row alone: no submission opens the file. */
function attachLogbook({ storage }: BenchOffice, applicationId: string, number: number): void {
  const serial = String(number).padStart(12, '0');
  const scan = {
    id: `00000000-0000-7000-8000-${serial}`,
    kind: 'logbook',
    fileName: 'logbook.pdf',
    sha256: `${serial}`.padStart(64, 'a'),
  } as const;
  storage.transact((db) => insertScan(db, applicationId, { ...scan, bytes: 900_000, pages: 2, attachedAt: instantOf(Date.now()) }));
}
