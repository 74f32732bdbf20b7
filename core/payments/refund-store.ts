import type { Instant } from '#shared/base/instant.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** Money that was asked back under its receipt. */
export interface Refund {
  readonly amountCents: number;
  readonly at: Instant;
}

export function listRefunds(db: ReadDb, applicationId: string): readonly Refund[] {
  return db.all<Refund>(
    'SELECT amount_cents AS amountCents, asked_at AS at FROM refund WHERE application_id = ? AND is_refused = 0 ORDER BY asked_at',
    applicationId,
  );
}

export function insertRefund(
  db: WriteDb,
  { id, applicationId, amountCents, at }: Refund & { readonly id: string; readonly applicationId: string },
): void {
  db.run('INSERT INTO refund (id, application_id, amount_cents, asked_at) VALUES (?, ?, ?, ?)', id, applicationId, amountCents, at);
}

export function markRefundRefused(db: WriteDb, id: string): void {
  db.run('UPDATE refund SET is_refused = 1 WHERE id = ?', id);
}
