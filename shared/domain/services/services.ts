import type { Day } from '../../base/instant.ts';
import { mayBecome, type ApplicationState, type ServiceId } from '../application.ts';
import type { Driver } from '../driver.ts';
import type { Party, PartyRole } from '../party.ts';
import { emptyParty } from '../party-fields.ts';
import type { Vehicle } from '../vehicle.ts';
import { batchRegistrationRules, type BatchRegistrationBody } from './batch-registration.ts';
import { duplicateLogbookRules, type DuplicateLogbookBody } from './duplicate-logbook.ts';
import { interimLicenceRules, type InterimLicenceBody } from './interim-licence.ts';
import { partyOfOwner } from './owner-part.ts';
import { provisionalLicenceRules, type ProvisionalLicenceBody } from './provisional-licence.ts';
import { schoolListRules, type SchoolListBody } from './school-list.ts';
import type { DriverService, ServiceRules, VehicleService } from './service.ts';
import { testBookingRules, type TestBookingBody } from './test-booking.ts';
import { transferRules, type TransferBody } from './transfer.ts';

/** What was typed for a service about a vehicle. */
export type VehicleBody = TransferBody | DuplicateLogbookBody;

/** What was typed for a service about a driver. */
export type DriverBody = ProvisionalLicenceBody | TestBookingBody | InterimLicenceBody;

/** What was typed for a service that a clerk opens at the counter. */
export type CounterBody = VehicleBody | DriverBody;

/** What was typed, by service. */
export type ServiceBody = CounterBody | BatchRegistrationBody | SchoolListBody;

const rules: { readonly [S in ServiceId]: ServiceRules<Extract<ServiceBody, { service: S }>> } = {
  transfer: transferRules,
  'duplicate-logbook': duplicateLogbookRules,
  'provisional-licence': provisionalLicenceRules,
  'test-booking': testBookingRules,
  'interim-licence': interimLicenceRules,
  'batch-registration': batchRegistrationRules,
  'school-list': schoolListRules,
};

/** The rules of a service, for bodies of that service: who takes a body in from outside compares its `service` first. */
export function rulesOf(service: VehicleBody['service']): VehicleService<ServiceBody>;
export function rulesOf(service: DriverBody['service']): DriverService<ServiceBody>;
export function rulesOf(service: ServiceId): ServiceRules<ServiceBody>;
export function rulesOf(service: ServiceId): ServiceRules<ServiceBody> {
  return rules[service] as unknown as ServiceRules<ServiceBody>;
}

/** The vehicle that it is about; null while none is named, and in services about none. */
export function vehicleOf(body: ServiceBody): Vehicle | null {
  return isAboutVehicle(body) ? body.vehicle : null;
}

/** The driver that it is about, as the register has them; null while it was not asked or has no record, and in services about no driver. */
export function driverOf(body: ServiceBody): Driver | null {
  return isAboutDriver(body) ? body.driver : null;
}

/** Where what comes of it is fetched; empty where nothing is, or nobody has chosen yet. */
export function collectionOfficeOf(body: ServiceBody): string {
  return isAboutVehicle(body) ? body.collectionOffice : '';
}

export function isAboutVehicle(body: ServiceBody): body is VehicleBody {
  return rulesOf(body.service).about === 'vehicle';
}

/** Whether its sending is its approval, because the hub lent beforehand what it asks for. */
export function isApprovedAtOnce(service: ServiceId): boolean {
  const rules = rulesOf(service);
  return rules.about !== 'vehicle' && rules.approval === null;
}

/** What an office still owes the customer of an approved application. */
export type Owed = 'copy' | 'news';

/** A copy until it is handed over, or the news of a registrar's word; null where the sending was the approval, at the counter itself. */
export function owedAfterApproval(service: ServiceId): Owed | null {
  if (isApprovedAtOnce(service)) return null;
  return rulesOf(service).about === 'vehicle' ? 'copy' : 'news';
}

/** Whether its own office may still end it: what was approved at once, until the day that it is for is over. */
export function mayCancel({ state, body }: { readonly state: ApplicationState; readonly body: ServiceBody }, today: Day): boolean {
  if (state !== 'approved') return mayBecome(state, 'cancelled');
  return isApprovedAtOnce(body.service) && isStillHeld(body, today);
}

/** Whether what was approved keeps others from asking for the same on this day. */
export function isStillHeld(body: ServiceBody, today: Day): boolean {
  const until = rulesOf(body.service).heldUntil(body);
  return until !== null && today <= until;
}

export function isAboutDriver(body: ServiceBody): body is DriverBody {
  return rulesOf(body.service).about === 'driver';
}

/** A party as typed; one whom the service does not know has no facts. */
export function partyOf({ parties }: ServiceBody, role: PartyRole): Party {
  const byRole: Readonly<Partial<Record<PartyRole, Party>>> = parties;
  return byRole[role] ?? emptyParty;
}

/** What was typed, with another party in that part. */
export function withParty<Body extends ServiceBody>(body: Body, role: PartyRole, party: Party): Body {
  return { ...body, parties: { ...body.parties, [role]: party } };
}

/** What was typed, about another vehicle; who asks is its registered owner, so another vehicle brings another applicant. */
export function withVehicle<Body extends VehicleBody>(body: Body, vehicle: Vehicle | null): Body {
  const [owner] = vehicle?.owners ?? [];
  const about = { ...body, vehicle };
  return owner ? withParty(about, rules[body.service].applicant, partyOfOwner(owner)) : about;
}
