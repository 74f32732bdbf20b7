import {
  createHmac,
  createPrivateKey,
  createSecretKey,
  generateKeyPairSync,
  randomBytes,
  randomUUID,
  sign,
  type KeyObject,
  type KeyPairKeyObjectResult,
} from 'node:crypto';
import type { Instant } from '#shared/base/instant.ts';
import { countersignText } from '#shared/protocol/entry.ts';
import { findRow, type Database, type Sql } from './db/sql.ts';

/** The hub's own identity, kept in the database so that any number of processes are one hub. */
export interface HubKey {
  /** A practice register and a real one never share a key. */
  readonly practice: boolean;
  /** Ed25519, raw 32 bytes in base64. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
  /** A key object, because making one of bytes costs more than the hash, and every entry has its receipt. */
  readonly secret: KeyObject;
  /** X25519, raw 32 bytes in base64. */
  readonly sealPublicKey: string;
  readonly sealPrivateKey: KeyObject;
}

interface HubRow {
  practice: boolean;
  public_key: string;
  private_key: string;
  secret: string;
  seal_public_key: string;
  seal_private_key: string;
}

/** The key of this database, made at the first start. A practice register and a real one never share a database. */
export async function openHubKey(database: Database, practice: boolean, now: Instant): Promise<HubKey> {
  const row = await database.transaction(async (sql) => {
    await insertNewKey(sql, practice, now);
    return findRow<HubRow>(
      sql,
      'SELECT practice, public_key, private_key, secret, seal_public_key, seal_private_key FROM hub WHERE one = 1',
    );
  });
  if (!row) throw new Error('The hub has no key');
  if (row.practice !== practice) {
    throw new Error(
      row.practice ? 'This is a practice register: start with --practice' : 'This is a real register: start without --practice',
    );
  }
  return {
    practice,
    publicKey: row.public_key,
    privateKey: keyOf(row.private_key),
    secret: createSecretKey(Buffer.from(row.secret, 'base64')),
    sealPublicKey: row.seal_public_key,
    sealPrivateKey: keyOf(row.seal_private_key),
  };
}

async function insertNewKey(sql: Sql, practice: boolean, now: Instant): Promise<void> {
  const signing = textOf(generateKeyPairSync('ed25519'));
  const sealing = textOf(generateKeyPairSync('x25519'));
  await sql.query(
    `INSERT INTO hub (one, practice, public_key, private_key, secret, seal_public_key, seal_private_key, feed, created_at)
     VALUES (1, $1, $2, $3, $4, $5, $6, $7::uuid, $8) ON CONFLICT DO NOTHING`,
    practice,
    signing.publicKey,
    signing.privateKey,
    randomBytes(32).toString('base64'),
    sealing.publicKey,
    sealing.privateKey,
    randomUUID(),
    now,
  );
}

/** The raw 32 bytes of the public half, PKCS #8 in DER of the private one; both in base64. */
function textOf({ publicKey, privateKey }: KeyPairKeyObjectResult): { readonly publicKey: string; readonly privateKey: string } {
  return {
    publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

function keyOf(base64: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });
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
