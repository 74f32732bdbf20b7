import { dayOf, type Instant } from '#shared/base/instant.ts';
import { isOrganisation } from '#shared/domain/party-fields.ts';
import type { Party, PartyRole } from '#shared/domain/party.ts';
import { newOwnersOf } from '#shared/domain/services/transfer.ts';
import type { Vehicle, VehicleMark, VehicleOwner } from '#shared/domain/vehicle.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import type { Person } from '../register/person-store.ts';

/** The vehicle after an approved transfer: new owners in the order of the logbook, and its new logbook number. */
export function vehicleAfterTransfer(before: Vehicle, { body, feeLines }: Submission, logbookNumber: string, at: Instant): Vehicle {
  const roles = body.ownership ? newOwnersOf(body.ownership) : [];
  return {
    ...before,
    owners: roles.map((role) => ownerOf(role, body.parties[role])),
    previousOwners: before.previousOwners + 1,
    marks: [...before.marks, ...financierMarks(body.parties, roles, at)],
    logbookNumber,
    eStickerIssued: before.eStickerIssued || feeLines.some(({ code }) => code === 'e-sticker'),
    source: { from: 'registry', asOf: at },
  };
}

function ownerOf(role: PartyRole, party: Party): VehicleOwner {
  const { name, idKind, idNumber, kraPin, phone, organisation, organisationNumber } = party;
  if (!isOrganisation(role, party)) return { name, idKind, idNumber, kraPin, phone };
  return { name: organisation, idKind: 'organisation', idNumber: organisationNumber, kraPin, phone };
}

/** A financier stays on the logbook until it discharges the vehicle itself (DOMAIN §4.3), so until then it cannot be sold on. */
function financierMarks(parties: Submission['body']['parties'], roles: readonly PartyRole[], at: Instant): readonly VehicleMark[] {
  return roles.includes('financier') ? [{ kind: 'charge', since: dayOf(at), by: parties.financier.organisation }] : [];
}

/** The new owners that are people, for the register of people. */
export function newPeople({ body }: Submission): readonly Person[] {
  const roles = body.ownership ? newOwnersOf(body.ownership) : [];
  return roles
    .filter((role) => !isOrganisation(role, body.parties[role]))
    .map((role) => {
      const { idKind, idNumber, name, kraPin, phone, postalAddress } = body.parties[role];
      return { idKind, idNumber, name, kraPin, phone, postalAddress };
    });
}
