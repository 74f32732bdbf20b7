import type { Instant } from '#shared/base/instant.ts';
import type { Actor } from '#shared/domain/role.ts';
import type { WriteDb } from '../db/database.ts';
import { appendEntry, businessTime, type Chain } from '../journal/journal.ts';
import type { Topic } from '../context.ts';

/** Who acts where the hub's word changes something here; the id is a UUID of version 8, made by hand. */
const hubActor: Actor = { id: '00000000-0000-8000-8000-00000000000b', name: 'Hub', roles: [] };

/** What applying the hub's word may use; one transaction. */
export interface ApplyContext {
  readonly db: WriteDb;
  readonly chain: Chain;
  readonly now: Instant;
  readonly newId: () => string;
  readonly announce: (...topics: readonly Topic[]) => void;
}

/** The hub's word stands in the history of its subject like any act; it concerns this PC's file, so the hub gets only its hash back. */
export function noteHubAct(cx: ApplyContext, kind: 'hub.application' | 'hub.payment', subject: string, payload: unknown): void {
  appendEntry(cx.db, cx.chain, {
    entryId: cx.newId(),
    at: businessTime(cx.db, Date.parse(cx.now)),
    actor: hubActor,
    kind,
    subject,
    scope: 'device',
    payload,
    reply: null,
  });
}
