import { createHmac, createPrivateKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { Instant } from '#shared/base/instant.ts';
import { countersignText } from '#shared/protocol/entry.ts';
import { findRow, type Database, type Sql } from './db/sql.ts';

/** The hub's own identity, kept in the database so that any number of processes are one hub. */
export interface HubKey {
  /** Ed25519, raw 32 bytes in base64. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
  readonly secret: Buffer;
}

interface HubRow {
  practice: boolean;
  public_key: string;
  private_key: string;
  secret: string;
}

/** The key of this database, made at the first start. A practice register and a real one never share a database. */
export async function openHubKey(database: Database, practice: boolean, now: Instant): Promise<HubKey> {
  const row = await database.transaction(async (sql) => {
    await insertNewKey(sql, practice, now);
    return findRow<HubRow>(sql, 'SELECT practice, public_key, private_key, secret FROM hub WHERE one = 1');
  });
  if (!row) throw new Error('The hub has no key');
  if (row.practice !== practice) {
    throw new Error(
      row.practice ? 'This is a practice register: start with --practice' : 'This is a real register: start without --practice',
    );
  }
  return {
    publicKey: row.public_key,
    privateKey: createPrivateKey({ key: Buffer.from(row.private_key, 'base64'), format: 'der', type: 'pkcs8' }),
    secret: Buffer.from(row.secret, 'base64'),
  };
}

async function insertNewKey(sql: Sql, practice: boolean, now: Instant): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'jwk' }).x ?? '';
  await sql.query(
    `INSERT INTO hub (one, practice, public_key, private_key, secret, created_at) VALUES (1, $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    practice,
    Buffer.from(raw, 'base64url').toString('base64'),
    privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    randomBytes(32).toString('base64'),
    now,
  );
}

/** A text that only this hub can make and check again: receipts, verify numbers, hashes of phones. */
export function keyedHash(key: HubKey, purpose: string, text: string): Buffer {
  return createHmac('sha256', key.secret).update(`${purpose}\n${text}`).digest();
}

export interface ChainHead {
  readonly deviceId: string;
  readonly seq: number;
  readonly hash: string;
  readonly at: Instant;
}

/** The hub's signature under what it has seen of a device's journal, so that a rewritten journal is caught later. */
export function countersign(key: HubKey, head: ChainHead): string {
  return sign(null, Buffer.from(countersignText(head)), key.privateKey).toString('base64');
}
