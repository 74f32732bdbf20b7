import type * as z from 'zod';
import type { changeBodies, ChangeKind } from '#shared/protocol/messages.ts';
import type { Sql } from '../db/sql.ts';

/** Who pulls a change: every office, one office, or the offices where registrars work. */
export type Audience = 'all' | 'registrar' | `office:${string}`;

/** The newest state of one thing; `key` names the thing within its kind. */
export type NewChange = { [K in ChangeKind]: ChangeOf<K> }[ChangeKind];

interface ChangeOf<K extends ChangeKind> {
  readonly audience: Audience;
  readonly kind: K;
  readonly key: string;
  readonly body: z.input<(typeof changeBodies)[K]>;
}

/**
 * Tells an audience the newest state of a thing. Because every body is a whole state, what it supersedes is taken out of the feed, so a
 * PC that was away for a year gets each vehicle once; where the older row is not this office's to remove, both are read in order.
 */
export async function publish(sql: Sql, change: NewChange): Promise<void> {
  await sql.query('DELETE FROM change WHERE audience = $1 AND kind = $2 AND key = $3', change.audience, change.kind, change.key);
  await publishFirst(sql, [change]);
}

/** Tells in this order of things that nobody was told of before, so that there is nothing to supersede. */
export async function publishFirst(sql: Sql, changes: readonly NewChange[]): Promise<void> {
  await sql.query(
    `INSERT INTO change (audience, kind, key, body)
     SELECT audience, kind, key, body FROM jsonb_to_recordset($1::jsonb) AS c (audience text, kind text, key text, body jsonb)`,
    JSON.stringify(changes),
  );
}
