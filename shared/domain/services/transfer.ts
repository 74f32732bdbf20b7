import type { Party, PartyRole } from '../party.ts';
import type { Vehicle } from '../vehicle.ts';

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
