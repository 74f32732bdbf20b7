import type { PushedEntry } from '#shared/protocol/messages.ts';
import { inOffice } from '../db/scope.ts';
import type { Sql } from '../db/sql.ts';
import type { Device } from '../devices/device.ts';
import { answerAll } from './answer.ts';
import type { PushContext } from './push.ts';
import { lockHead, updateAnswer } from './store.ts';

/** As many as a batch has; what is left has its turn at the next contact. */
const mostAtOnce = 500;

/**
 * Tries again what waits of this device's journal, in its order, in one transaction. Its counter sends an act again until it is answered;
 * but a hub that was restored may wait with one whose answer the counter has had, so it must not need the counter for it.
 */
export async function applyWaiting(cx: PushContext): Promise<void> {
  const { database, device } = cx;
  await inOffice(database, device, async (sql) => {
    if ((await listWaiting(sql, device)).length === 0) return;
    await lockHead(sql, device);
    // A batch that had the lock before may have answered some.
    const answered = await answerAll({ ...cx, sql }, await listWaiting(sql, device), { stored: new Map(), waiting: new Map() });
    for (const one of answered) if (one.answer.outcome !== 'waiting') await updateAnswer(sql, device, one);
  });
}

/** Not what stands on a branch: the PC that wrote it has lost it. */
function listWaiting(sql: Sql, device: Device): Promise<readonly PushedEntry[]> {
  return sql.query<PushedEntry>(
    `SELECT epoch, seq, entry_id AS "entryId", at, actor, kind, subject, scope, payload, salt, payload_hash AS "payloadHash",
       previous_hash AS "previousHash", hash
     FROM entry WHERE device_id = $1::uuid AND answer IS NULL AND NOT branch ORDER BY seq LIMIT ${mostAtOnce}`,
    device.id,
  );
}
