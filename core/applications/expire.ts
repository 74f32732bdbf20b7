import { dayOf, instantPlusMs, type Instant } from '#shared/base/instant.ts';
import { appendEntry, businessTime } from '../journal/journal.ts';
import type { OfficeIdentity } from '../office/identity.ts';
import type { Storage } from '../storage.ts';
import { updateApplication } from './store.ts';

/** An application that nobody paid for falls back to the seller after about two weeks (DOMAIN §4.1, T10). */
const forgottenAfterMs = 14 * 24 * 60 * 60_000;

export interface ExpireDeps {
  readonly now: Instant;
  readonly newId: () => string;
  readonly office: OfficeIdentity;
}

/** Who acts when the calendar does. */
const calendar = { id: '00000000-0000-0000-0000-00000000000c', name: 'Kaunta', roles: [] } as const;

/** Ends open applications that were left alone and wait for no seat of a day to come; each gets its own transaction and journal entry, so their vehicles are free again. */
export function expireForgotten(storage: Storage, { now, newId, office }: ExpireDeps): void {
  const forgotten = storage.reader.all<{ id: string; reference: string }>(
    `SELECT id, reference FROM application WHERE state IN ('draft', 'awaiting-party', 'awaiting-payment') AND changed_at < ?
       AND id NOT IN (SELECT application_id FROM test_waiter WHERE day >= ?)`,
    instantPlusMs(now, -forgottenAfterMs),
    dayOf(now),
  );
  for (const { id, reference } of forgotten) {
    storage.transact((db) => {
      const at = businessTime(db, Date.parse(now));
      updateApplication(db, id, { state: 'expired', at });
      appendEntry(db, office, {
        entryId: newId(),
        at,
        actor: calendar,
        kind: 'applications.expire',
        subject: `application:${id}`,
        scope: 'office',
        payload: { applicationId: id, reference },
        reply: null,
      });
    });
  }
}
