import type * as z from 'zod';
import type { changeBodies, ChangeKind } from '#shared/protocol/messages.ts';
import type { Sql } from '../db/sql.ts';

/** Who pulls a change: every office, one office, or the offices where registrars work. */
export type Audience = 'all' | 'registrar' | `office:${string}`;

/** The newest state of one thing; `key` names the thing within its kind. */
export interface NewChange<K extends ChangeKind> {
  readonly audience: Audience;
  readonly kind: K;
  readonly key: string;
  readonly body: z.input<(typeof changeBodies)[K]>;
}

/**
 * Tells an audience the newest state of a thing. Because every body is a whole state, what it supersedes is taken out of the feed, so a
 * PC that was away for a year gets each vehicle once; where the older row is not this office's to remove, both are read in order.
 */
export async function publish<K extends ChangeKind>(sql: Sql, { audience, kind, key, body }: NewChange<K>): Promise<void> {
  await sql.query('DELETE FROM change WHERE audience = $1 AND kind = $2 AND key = $3', audience, kind, key);
  await sql.query(
    'INSERT INTO change (audience, kind, key, body) VALUES ($1, $2, $3, $4::jsonb)',
    audience,
    kind,
    key,
    JSON.stringify(body),
  );
}
