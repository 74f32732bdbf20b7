import type { Instant } from '#shared/base/instant.ts';
import type { Change } from '#shared/protocol/messages.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** Keeps a change that this version does not understand for the version that does. */
export function insertDeferred(db: WriteDb, { kind, key, body }: Change, at: Instant): void {
  outdateDeferred(db, { kind, key }, at);
  db.run('INSERT INTO deferred_change (kind, key, body, received_at) VALUES (?, ?, ?, ?)', kind, key, JSON.stringify(body ?? null), at);
}

/** A newer word on the same thing has come: the kept one would only undo it. It stays, but is not applied any more. */
export function outdateDeferred(db: WriteDb, { kind, key }: Pick<Change, 'kind' | 'key'>, at: Instant): void {
  db.run('UPDATE deferred_change SET outdated_at = ? WHERE kind = ? AND key = ? AND outdated_at IS NULL', at, kind, key);
}

export function hasDeferred(db: ReadDb): boolean {
  return db.get('SELECT 1 FROM deferred_change WHERE outdated_at IS NULL LIMIT 1') !== undefined;
}

/** What was kept and still counts, in the order in which it came. */
export function listDeferred(db: ReadDb): (Change & { readonly id: number })[] {
  return db
    .all<{ id: number; kind: string; key: string; body: string }>(
      'SELECT id, kind, key, body FROM deferred_change WHERE outdated_at IS NULL ORDER BY id',
    )
    .map((row) => ({ ...row, body: JSON.parse(row.body) as unknown }));
}

export function removeDeferred(db: WriteDb, id: number): void {
  db.run('DELETE FROM deferred_change WHERE id = ?', id);
}
