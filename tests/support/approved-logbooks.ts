import { v7 as newId } from 'uuid';
import { instantOf } from '#shared/base/instant.ts';
import type { LogbookEnd } from '#shared/contract/logbook-end.ts';
import { getLogbook, putLogbook } from '#core/logbooks/store.ts';
import { findIdentity } from '#core/office/identity.ts';
import type { Storage } from '#core/storage.ts';
import { numberedVehicle, people } from './transfer-body.ts';

/** A logbook as the hub sent it after an approval: by its application's id, and its number. */
export interface ApprovedLogbook {
  readonly id: string;
  readonly number: string;
}

/** Puts approved logbooks that are fetched here into an office at rest, as pulling would. */
export function addApprovedLogbooks(
  storage: Storage,
  { count, nowMs }: { readonly count: number; readonly nowMs: number },
): ApprovedLogbook[] {
  const officeCode = findIdentity(storage.reader)?.officeCode ?? '';
  const logbooks = Array.from({ length: count }, (_, n) => ({ id: newId(), number: `EL-2026-${String(n + 1).padStart(8, '0')}`, n }));
  storage.transact((db) => {
    for (const { id, number, n } of logbooks) {
      const vehicle = numberedVehicle(n);
      putLogbook(db, {
        number,
        verifyNumber: `7QK4-M2XW-${String(n).padStart(4, '0')}`,
        applicationId: id,
        reference: `T-${officeCode}-9A-${String(n + 1).padStart(6, '0')}`,
        collectionOffice: officeCode,
        issuedAt: instantOf(nowMs + n),
        vehicle: { ...vehicle, owners: [...vehicle.owners], marks: [...vehicle.marks] },
        ownership: 'individual',
        postalAddress: people.buyer.postalAddress,
        collectorIdNumber: '',
        replaces: { number: null, cause: 'transfer' },
        surrender: 'not-applicable',
        endedBy: null,
        handedOverAt: null,
      });
    }
  });
  return logbooks.map(({ id, number }) => ({ id, number }));
}

/** The hub tells that a newer eLogbook of its vehicle took its place. */
export function endLogbook(storage: Storage, { id }: ApprovedLogbook, endedBy: LogbookEnd): void {
  const { vehicle, ...logbook } = getLogbook(storage.reader, id);
  const told = { ...logbook, vehicle: { ...vehicle, owners: [...vehicle.owners], marks: [...vehicle.marks] }, endedBy };
  storage.transact((db) => putLogbook(db, told));
}
