import { randomBytes, randomInt } from 'node:crypto';
import type * as z from 'zod';
import { instantPlusMs, msOf, type Instant } from '#shared/base/instant.ts';
import { maskPhone } from '#shared/domain/mask.ts';
import { checkPhone } from '#shared/domain/phone.ts';
import type { codeAnswer, codeRequest } from '#shared/protocol/messages.ts';
import { inOffice } from '../db/scope.ts';
import { findRow, type Database, type Sql } from '../db/sql.ts';
import type { Device } from '../devices/device.ts';
import { keyedHash, type HubKey } from '../hub-key.ts';
import { sha256Hex } from '../journal/chain.ts';
import { HubRefusal } from '../refusal.ts';
import type { SmsGateway } from './sms.ts';

const lifetimeMs = 10 * 60_000;
const hourMs = 60 * 60_000;
const maxCodesAnHour = 5;

export interface CodeContext {
  readonly database: Database;
  readonly device: Device;
  readonly key: HubKey;
  readonly sms: SmsGateway | undefined;
  readonly practice: boolean;
  readonly now: Instant;
}

/**
 * Sends six digits to a party's own phone. The counter gets their salted hash, so that it can check them when the line is down again; a
 * practice hub sends nothing and shows the code.
 */
export async function sendCode(cx: CodeContext, request: z.infer<typeof codeRequest>): Promise<z.input<typeof codeAnswer>> {
  const checked = checkPhone(request.phone);
  if (!checked.ok) throw new HubRefusal(400, 'request.invalid', { field: 'phone' });
  if (!cx.sms && !cx.practice) throw new HubRefusal(409, 'code.no-sms');
  const phone = checked.value;
  await countCode(cx, phone);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  if (!cx.practice) await deliver(cx.sms, { phone, code, locale: request.locale });
  const salt = randomBytes(16);
  return {
    sentTo: maskPhone(phone),
    salt: salt.toString('base64'),
    codeHash: sha256Hex(Buffer.concat([salt, Buffer.from(code)])),
    expiresAt: instantPlusMs(cx.now, lifetimeMs),
    practiceCode: cx.practice ? code : null,
  };
}

async function deliver(sms: SmsGateway | undefined, message: Parameters<SmsGateway['sendCode']>[0]): Promise<void> {
  try {
    await sms?.sendCode(message);
  } catch {
    throw new HubRefusal(503, 'code.not-sent');
  }
}

/** Counts before sending, so that a failing gateway cannot be used to flood a phone. */
async function countCode({ database, device, key, now }: CodeContext, phone: string): Promise<void> {
  const phoneHash = keyedHash(key, 'phone', phone).toString('hex');
  const since = instantPlusMs(now, -hourMs);
  await inOffice(database, device, async (sql) => {
    // Two requests for one phone at once must not both be the fifth.
    await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', phoneHash);
    const { sent, oldest } = await recentCodes(sql, phoneHash, since);
    if (sent >= maxCodesAnHour) {
      const retryAfterSeconds = Math.ceil((msOf(oldest ?? now) + hourMs - msOf(now)) / 1000);
      throw new HubRefusal(429, 'code.too-many', { limit: maxCodesAnHour, retryAfterSeconds });
    }
    await sql.query('DELETE FROM code_sent WHERE sent_at <= $1', since);
    await sql.query('INSERT INTO code_sent (phone_hash, sent_at) VALUES ($1, $2)', phoneHash, now);
  });
}

async function recentCodes(sql: Sql, phoneHash: string, since: Instant): Promise<{ sent: number; oldest: Instant | null }> {
  const row = await findRow<{ sent: number; oldest: Instant | null }>(
    sql,
    'SELECT count(*) AS sent, min(sent_at) AS oldest FROM code_sent WHERE phone_hash = $1 AND sent_at > $2',
    phoneHash,
    since,
  );
  return row ?? { sent: 0, oldest: null };
}
