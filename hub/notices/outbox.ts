import type { Instant } from '#shared/base/instant.ts';
import type { ShelfItemKind } from '#shared/domain/shelf.ts';
import { publish } from '../changes/publish.ts';
import { findRow, type Sql } from '../db/sql.ts';
import type { NoticeReason } from './gateway.ts';

export type NoticeRound = 'ready' | 'reminder';
/** `sending` from before a message leaves until its fate is known; `dropped`: the item left the shelf, or is told of under a newer one. */
export type NoticeState = 'off' | 'waiting' | 'sending' | 'sent' | 'failed' | 'dropped';

export interface NewNotice {
  readonly officeCode: string;
  readonly itemId: string;
  readonly round: NoticeRound;
  readonly itemKind: ShelfItemKind;
  readonly plateKey: string;
  readonly subject: string;
  readonly phone: string;
  readonly message: string;
  readonly state: NoticeState;
  readonly reason: NoticeReason | null;
  readonly madeAt: Instant;
  readonly nextAt: Instant;
}

export async function insertNotice(sql: Sql, notice: NewNotice): Promise<void> {
  await sql.query(
    `INSERT INTO owner_notice (office_code, item_id, round, item_kind, plate_key, subject, phone, message, state, reason, made_at, next_at,
       changed_at)
     VALUES ($1, $2::uuid, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $11) ON CONFLICT DO NOTHING`,
    notice.officeCode,
    notice.itemId,
    notice.round,
    notice.itemKind,
    notice.plateKey,
    notice.subject,
    notice.phone,
    notice.message,
    notice.state,
    notice.reason,
    notice.madeAt,
    notice.nextAt,
  );
}

/** What the owner of a thing was already told, or is being told at this moment, under an earlier item. */
export function findTold(sql: Sql, notice: NewNotice, since: Instant): Promise<{ readonly at: Instant } | undefined> {
  return findRow<{ at: Instant }>(
    sql,
    `SELECT changed_at AS at FROM owner_notice
     WHERE office_code = $1 AND plate_key = $2 AND item_kind = $3 AND phone = $4 AND round = 'ready' AND state IN ('sending', 'sent')
       AND tries > 0 AND changed_at > $5 AND item_id <> $6::uuid ORDER BY changed_at DESC LIMIT 1`,
    notice.officeCode,
    notice.plateKey,
    notice.itemKind,
    notice.phone,
    since,
    notice.itemId,
  );
}

/** What waits for the same thing under an earlier item is told under the newer one. */
export async function dropEarlier(sql: Sql, notice: NewNotice): Promise<void> {
  await sql.query(
    `UPDATE owner_notice SET state = 'dropped', changed_at = $5
     WHERE office_code = $1 AND plate_key = $2 AND item_kind = $3 AND item_id <> $4::uuid AND state = 'waiting'`,
    notice.officeCode,
    notice.plateKey,
    notice.itemKind,
    notice.itemId,
    notice.madeAt,
  );
}

export interface NoticeWord {
  readonly officeCode: string;
  readonly itemId: string;
  readonly state: 'off' | 'waiting' | 'sent' | 'failed';
  readonly at: Instant;
  readonly reason: NoticeReason | null;
}

/** Tells the office what became of the message. */
export function publishNotice(sql: Sql, { officeCode, ...body }: NoticeWord): Promise<void> {
  return publish(sql, { audience: `office:${officeCode}`, kind: 'shelf-notice', key: body.itemId, body });
}
