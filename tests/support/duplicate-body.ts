import type { Party } from '#shared/domain/party.ts';
import { duplicateLogbookRules, type DuplicateLogbookBody, type DuplicateReason } from '#shared/domain/services/duplicate-logbook.ts';
import { partyOfOwner } from '#shared/domain/services/owner-part.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import { askedOf, people, registryVehicle } from './transfer-body.ts';

export interface DuplicateFacts {
  readonly reason?: DuplicateReason | undefined;
  readonly vehicle?: Vehicle | undefined;
  readonly owner?: Party | undefined;
}

/** Everything that a clerk types for a duplicate logbook, nothing forgotten. */
export function completeDuplicate({ reason = 'lost', vehicle = registryVehicle(), owner }: DuplicateFacts = {}): DuplicateLogbookBody {
  return {
    ...duplicateLogbookRules.emptyBody(),
    vehicle,
    reason,
    parties: { owner: askedOf('owner', owner ?? people.seller) },
    collectionOffice: 'NRB01',
  };
}

/** A vehicle that the register knows, whose first owner asks. */
export function askedByOwner(vehicle: Vehicle): DuplicateFacts {
  const [owner] = vehicle.owners;
  return owner ? { vehicle, owner: { ...partyOfOwner(owner), postalAddress: people.seller.postalAddress } } : { vehicle };
}
