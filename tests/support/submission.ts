import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { addDays, dayOf, type Instant } from '#shared/base/instant.ts';
import type { CounterServiceId } from '#shared/domain/application.ts';
import type { Party } from '#shared/domain/party.ts';
import { emptyParty } from '#shared/domain/party-fields.ts';
import { partyOfOwner } from '#shared/domain/services/owner-part.ts';
import type { OwnershipType } from '#shared/domain/services/ownership.ts';
import type { DuplicateReason } from '#shared/domain/services/duplicate-logbook.ts';
import type { TestBookingBody } from '#shared/domain/services/test-booking.ts';
import { partyOf, rulesOf, type CounterBody } from '#shared/domain/services/services.ts';
import { transferRules, type TransferBody, type TransferRole } from '#shared/domain/services/transfer.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import { demonstrationPeople } from '#hub/practice/demonstration.ts';
import type { DeviceDouble, DoubleAct } from './device.ts';

const { kamau, chebet, halima } = demonstrationPeople;

function organisation(name: string, number: string, kraPin: string): Party {
  return { ...emptyParty, ...halima, organisation: name, organisationNumber: number, kraPin };
}

/** Who takes over, by role; a test may put others in their place. */
const newcomers: Readonly<Partial<Record<TransferRole, Party>>> = {
  buyer: { ...emptyParty, ...kamau },
  'second-owner': { ...emptyParty, ...chebet },
  financier: organisation('Mlima Savings and Credit', 'CS-1', 'P099000011B'),
  mission: organisation('Embassy of Ruritania', 'MFA-1', ''),
  company: organisation('Nyota Haulage Limited', 'PVT-1', 'P099000012C'),
};

export interface SubmissionFacts {
  readonly ownership?: OwnershipType | undefined;
  readonly collectionOffice?: string | undefined;
  readonly parties?: Partial<Record<TransferRole, Party>> | undefined;
  readonly payment?: Partial<Submission['payment']> | undefined;
}

/** A submission of which the tests know that it is a transfer's. */
export type TransferSubmission = Submission & { readonly body: Extract<Submission['body'], { service: 'transfer' }> };

/** A whole transfer of a registered vehicle as a counter would send it, nothing forgotten. */
export function submissionOf(device: DeviceDouble, vehicle: Vehicle, at: Instant, facts: SubmissionFacts = {}): TransferSubmission {
  const body = bodyOf(vehicle, { collectionOffice: device.answer.office.code, ...facts });
  return { ...sentBody(device, body, at, facts), body };
}

export interface DuplicateFacts extends Pick<SubmissionFacts, 'collectionOffice' | 'payment'> {
  readonly reason?: DuplicateReason | undefined;
}

/** A whole duplicate logbook of a registered vehicle as a counter would send it, asked for by its first owner. */
export function duplicateSubmissionOf(device: DeviceDouble, vehicle: Vehicle, at: Instant, facts: DuplicateFacts = {}): Submission {
  const { reason = 'lost', collectionOffice = device.answer.office.code } = facts;
  const [owner] = vehicle.owners;
  const applicant = { ...(owner ? partyOfOwner(owner) : emptyParty), postalAddress: 'P.O. Box 10-00100, Nairobi' };
  const about = { ...vehicle, owners: [...vehicle.owners], marks: [...vehicle.marks] };
  const parties = { owner: applicant };
  const body = { service: 'duplicate-logbook', vehicle: about, reason, parties, collectionOffice, collectorIdNumber: '' } as const;
  return sentBody(device, body, at, facts);
}

/** A booking of a driving test as a counter sends it, on a seat of one of its leases. */
export function bookingSubmissionOf(device: DeviceDouble, body: TestBookingBody, at: Instant): Submission {
  return sentBody(device, body, at, {});
}

const feesCents: Readonly<Record<CounterServiceId, number>> = {
  transfer: 1500_00,
  'duplicate-logbook': 2550_00,
  'provisional-licence': 600_00,
  'test-booking': 1050_00,
  'interim-licence': 725_00,
};

function sentBody(device: DeviceDouble, body: CounterBody, at: Instant, { payment }: Pick<SubmissionFacts, 'payment'>): Submission {
  const officeCode = device.answer.office.code;
  const applicationId = newId();
  const tail = applicationId.replaceAll('-', '').slice(-10).toUpperCase();
  const { service } = body;
  const rules = rulesOf(service);
  const roles = rules.partiesOf(body);
  const amountCents = feesCents[service];
  return {
    applicationId,
    reference: `${rules.seriesKind}-${officeCode}-${device.answer.deviceNo}A-${tail}`,
    service,
    officeCode,
    clerk: { id: device.clerk.id, name: device.clerk.name },
    openedAt: at,
    submittedAt: at,
    dueDay: addDays(dayOf(at), 1),
    body,
    parties: roles.map((role) => ({ role, ...partyOf(body, role) })),
    confirmations: roles.map((role) => ({
      role,
      method: 'signature',
      at,
      witness: device.clerk.name,
      contentHash: sha256(role),
      evidenceHash: sha256(`${role}-mark`),
    })),
    scans: rules
      .scansNeeded(body)
      .map((kind) => ({ kind, sha256: sha256(`${applicationId}-${kind}`), bytes: 1000, pages: 1, fileName: `${kind}.pdf` })),
    feeLines: [{ code: service, labelKey: `fee.line.${service}`, amountCents, scheduleId: 'seed-2026', rowId: 'test' }],
    payment: {
      receiptNumber: `R-${officeCode}-${tail}`,
      method: 'mpesa',
      code: tail,
      amountCents,
      takenAt: at,
      state: 'to-match',
      ...payment,
    },
    supervisedBy: null,
  };
}

/** The journal entry of a submission. */
export function submitAct(
  submission: Submission,
  kind: 'applications.submit' | 'applications.resubmit' = 'applications.submit',
): DoubleAct {
  return { kind, payload: submission, subject: `application:${submission.applicationId}` };
}

export type Outcome = 'approved' | 'returned' | 'refused';

/** The journal entry of a registrar's decision. */
export function decideAct(device: DeviceDouble, applicationId: string, outcome: Outcome, actor = device.registrar): DoubleAct {
  const reasons = outcome === 'approved' ? [] : ['logbook-unreadable'];
  const payload = {
    applicationId,
    outcome,
    reasons,
    note: outcome === 'approved' ? '' : 'The chassis number cannot be read',
    officeCode: device.answer.office.code,
  };
  return { kind: 'registrar.decide', payload, subject: `application:${applicationId}`, actor };
}

function bodyOf(
  vehicle: Vehicle,
  { ownership = 'individual', collectionOffice = '', parties = {} }: SubmissionFacts,
): TransferBody & TransferSubmission['body'] {
  const [owner] = vehicle.owners;
  const seller = owner ? partyOfOwner(owner) : emptyParty;
  const given = { ...transferRules.emptyBody().parties, ...newcomers, seller, ...parties };
  const taking = new Set<string>(transferRules.partiesOf({ ...transferRules.emptyBody(), ownership }));
  return {
    service: 'transfer',
    vehicle: { ...vehicle, owners: [...vehicle.owners], marks: [...vehicle.marks] },
    ownership,
    parties: Object.fromEntries(Object.entries(given).map(([role, party]) => [role, taking.has(role) ? party : emptyParty])) as Record<
      TransferRole,
      Party
    >,
    mileageKm: 41_200,
    collectionOffice,
    collectorIdNumber: '',
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
