import { randomUUID } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { instantOf } from '#shared/base/instant.ts';
import { partyOf, rulesOf } from '#shared/domain/services/services.ts';
import { indexedFacts, standingOfApplication } from '#core/applications/standing-facts.ts';
import { putConfirmation } from '#core/applications/confirmation-store.ts';
import { insertApplication, updateApplication, type Application } from '#core/applications/store.ts';
import type { WriteDb } from '#core/db/database.ts';
import { insertScan } from '#core/documents/store.ts';
import { takeNumber } from '#core/journal/series.ts';
import { findIdentity, type OfficeIdentity } from '#core/office/identity.ts';
import { findUserByLogin, type User } from '#core/people/store.ts';
import type { Storage } from '#core/storage.ts';
import { completeTransfer, numberedVehicle } from './transfer-body.ts';

/** Puts so many applications into an office at rest, all done but the money: straight into the file, because thousands are wanted at once. */
export function addReadyApplications(storage: Storage, { count, nowMs }: { readonly count: number; readonly nowMs: number }): void {
  const office = findIdentity(storage.reader);
  const clerk = findUserByLogin(storage.reader, 'clerk');
  if (!office || !clerk) throw new Error('Only a made office has a clerk');
  storage.transact((db) => {
    for (let n = 0; n < count; n += 1) addOne(db, { office, clerk, n, nowMs: nowMs + n });
  });
}

interface One {
  readonly office: OfficeIdentity;
  readonly clerk: User;
  readonly n: number;
  readonly nowMs: number;
}

function addOne(db: WriteDb, { office, clerk, n, nowMs }: One): void {
  const at = instantOf(nowMs);
  const body = completeTransfer({ vehicle: numberedVehicle(n) });
  const application: Application = {
    id: newId(),
    reference: takeNumber(db, office, rulesOf('transfer').seriesKind),
    service: 'transfer',
    state: 'awaiting-payment',
    officeCode: office.officeCode,
    clerkId: clerk.id,
    clerkName: clerk.name,
    body,
    openedAt: at,
    changedAt: at,
    submittedAt: null,
    dueDay: null,
    supervisedBy: null,
    decision: null,
    logbookNumber: null,
    receiptNumber: null,
    ...indexedFacts(body),
  };
  insertApplication(db, application);
  updateApplication(db, application.id, { body, at });
  const sha256 = 'a'.repeat(64);
  insertScan(db, application.id, {
    id: randomUUID(),
    kind: 'logbook',
    fileName: 'logbook.pdf',
    sha256,
    bytes: 1000,
    pages: 1,
    attachedAt: at,
  });
  const { contentHash, confirmers } = standingOfApplication({ db, now: at, driving: null }, application);
  for (const role of confirmers) {
    const { name } = partyOf(body, role);
    putConfirmation(db, application.id, { role, name, method: 'typed-name', at, witness: clerk.name, contentHash, evidence: name });
  }
}
