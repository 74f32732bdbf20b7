import { createHash, randomInt } from 'node:crypto';
import { instantPlusMs, type Instant } from '#shared/base/instant.ts';
import { findRow, type Sql } from '../db/sql.ts';

/** Digits and letters that nobody misreads over a phone: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 32^12 is 2^60: nobody guesses one in its day. */
const codeLength = 12;
const lifetimeMs = 24 * 60 * 60_000;

/** A one-time code with which one PC becomes a device of the office within a day; only its hash is kept. Throws for an unknown office. */
export async function issueEnrolCode(sql: Sql, officeCode: string, now: Instant): Promise<string> {
  const code = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  const stored = await findRow(
    sql,
    `INSERT INTO enrol_code (code_hash, office_code, expires_at) SELECT $1, code, $3 FROM office WHERE code = $2 RETURNING office_code`,
    hashEnrolCode(code),
    officeCode,
    instantPlusMs(now, lifetimeMs),
  );
  if (!stored) throw new Error(`No office ${officeCode}`);
  return code.replace(/(.{4})(?=.)/gu, '$1-');
}

/** As typed: dashes, spaces and case do not matter, and look-alikes are read as what was meant. */
export function hashEnrolCode(typed: string): string {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
  return createHash('sha256').update(code).digest('hex');
}
