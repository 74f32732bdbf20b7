import { isBodyOwner } from './owner-part.ts';
import type { VehicleOwner } from '../vehicle.ts';

/** The five forms of ownership that a logbook tells apart (seed 003 and DOMAIN §4.3; a company is an owner of its own kind there). */
export const ownershipTypes = ['individual', 'joint', 'financier', 'diplomatic-mission', 'company'] as const;
export type OwnershipType = (typeof ownershipTypes)[number];

/** The form that a vehicle's owners stand in, first owner first; only a mission has no KRA PIN (DOMAIN §7). */
export function ownershipOf(owners: readonly VehicleOwner[]): OwnershipType {
  const [first, second] = owners;
  if (second) return isBodyOwner(second) ? 'financier' : 'joint';
  if (!first || !isBodyOwner(first)) return 'individual';
  return first.kraPin === '' ? 'diplomatic-mission' : 'company';
}
