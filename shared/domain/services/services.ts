import type { ServiceId } from '../application.ts';
import type { Party, PartyRole } from '../party.ts';
import { emptyParty } from '../party-fields.ts';
import type { Vehicle } from '../vehicle.ts';
import { duplicateLogbookRules, type DuplicateLogbookBody } from './duplicate-logbook.ts';
import { partyOfOwner } from './owner-part.ts';
import type { ServiceRules } from './service.ts';
import { transferRules, type TransferBody } from './transfer.ts';

/** What was typed, by service. */
export type ServiceBody = TransferBody | DuplicateLogbookBody;

const rules: { readonly [S in ServiceId]: ServiceRules<Extract<ServiceBody, { service: S }>> } = {
  transfer: transferRules,
  'duplicate-logbook': duplicateLogbookRules,
};

/** The rules of a service, for bodies of that service: who takes a body in from outside compares its `service` first. */
export function rulesOf(service: ServiceId): ServiceRules<ServiceBody> {
  return rules[service] as unknown as ServiceRules<ServiceBody>;
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
export function withVehicle<Body extends ServiceBody>(body: Body, vehicle: Vehicle | null): Body {
  const [owner] = vehicle?.owners ?? [];
  const about = { ...body, vehicle };
  return owner ? withParty(about, rules[body.service].applicant, partyOfOwner(owner)) : about;
}
