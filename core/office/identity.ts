import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { EnrolAnswer } from '#shared/protocol/messages.ts';
import { toInstant } from '#shared/base/instant.ts';
import { publicKeyOf } from '../crypto/ed25519.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { keepCertificate } from './certificate.ts';
import { insertFirstEpoch } from './epoch.ts';

/** Which device of which office this file belongs to, in its newest epoch. */
export interface OfficeIdentity {
  readonly deviceId: string;
  readonly deviceNo: number;
  readonly epoch: number;
  readonly seriesLetter: string;
  readonly officeCode: string;
  readonly officeName: string;
  /** Whether registrars work here. */
  readonly registrar: boolean;
  readonly practice: boolean;
  readonly hubUrl: string;
}

interface DeviceRow {
  id: string;
  device_no: number;
  epoch: number;
  series_letter: string;
  office_code: string;
  office_name: string;
  registrar: number;
  practice: number;
  hub_url: string;
}

export function findIdentity(db: ReadDb): OfficeIdentity | undefined {
  const row = db.get<DeviceRow>(
    `SELECT id, device_no, epoch.epoch AS epoch, epoch.series_letter AS series_letter, office_code, office_name, registrar, practice, hub_url
     FROM device CROSS JOIN epoch WHERE one = 1 ORDER BY epoch.epoch DESC LIMIT 1`,
  );
  return row && identityOf(row);
}

/** The device's Ed25519 key, with which every request and chain head is signed. */
export function getPrivateKey(db: ReadDb): KeyObject {
  const row = db.get<{ private_key: Uint8Array }>('SELECT private_key FROM device WHERE one = 1');
  if (!row) throw new Error('This file has no device key');
  return createPrivateKey({ key: Buffer.from(row.private_key), format: 'der', type: 'pkcs8' });
}

/** Ed25519 key of the one hub that this PC believes. */
export function getHubKey(db: ReadDb): KeyObject {
  return publicKeyOf(getHubKeyBytes(db));
}

/** The same key, raw. */
export function getHubKeyBytes(db: ReadDb): Uint8Array {
  const row = db.get<{ hub_key: Uint8Array }>('SELECT hub_key FROM device WHERE one = 1');
  if (!row) throw new Error('This file has no hub key');
  return row.hub_key;
}

/** Raw X25519 key of that hub: what only it may read is sealed to it. */
export function getHubSealKey(db: ReadDb): Uint8Array {
  const row = db.get<{ hub_seal_key: Uint8Array }>('SELECT hub_seal_key FROM device WHERE one = 1');
  if (!row) throw new Error('This file has no hub key');
  return row.hub_seal_key;
}

/** X25519: opens what the hub sealed for this PC. */
export function getSealPrivateKey(db: ReadDb): KeyObject {
  const row = db.get<{ seal_private_key: Uint8Array }>('SELECT seal_private_key FROM device WHERE one = 1');
  if (!row) throw new Error('This file has no key to open seals with');
  return createPrivateKey({ key: Buffer.from(row.seal_private_key), format: 'der', type: 'pkcs8' });
}

/** What a PC makes for itself at enrolment. */
export interface DeviceKeys {
  /** Ed25519: raw 32 bytes, and PKCS #8 in DER. */
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
  /** X25519 in the same forms. */
  readonly sealPublicKey: Buffer;
  readonly sealPrivateKey: Buffer;
}

export interface Enrolled {
  readonly answer: EnrolAnswer;
  readonly hubUrl: string;
  readonly keys: DeviceKeys;
  readonly at: string;
}

export function storeIdentity(db: WriteDb, { answer, hubUrl, keys, at }: Enrolled): void {
  db.run(
    `INSERT INTO device (one, id, device_no, epoch, series_letter, office_code, office_name, registrar, practice, hub_url, public_key,
       private_key, seal_private_key, hub_key, hub_seal_key, enrolled_at) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    answer.deviceId,
    answer.deviceNo,
    answer.epoch,
    answer.seriesLetter,
    answer.office.code,
    answer.office.name,
    answer.office.registrar ? 1 : 0,
    answer.practice ? 1 : 0,
    hubUrl,
    keys.publicKey,
    keys.privateKey,
    keys.sealPrivateKey,
    Buffer.from(answer.hubKey, 'base64'),
    Buffer.from(answer.hubSealKey, 'base64'),
    at,
  );
  keepCertificate(db, Buffer.from(answer.certificate, 'base64'), toInstant(at));
  insertFirstEpoch(db, { epoch: answer.epoch, seriesLetter: answer.seriesLetter, at });
}

/** The practice hub listens on a new port at every start. */
export function moveHub(db: WriteDb, hubUrl: string): void {
  db.run('UPDATE device SET hub_url = ? WHERE one = 1', hubUrl);
}

function identityOf(row: DeviceRow): OfficeIdentity {
  return {
    deviceId: row.id,
    deviceNo: row.device_no,
    epoch: row.epoch,
    seriesLetter: row.series_letter,
    officeCode: row.office_code,
    officeName: row.office_name,
    registrar: row.registrar === 1,
    practice: row.practice === 1,
    hubUrl: row.hub_url,
  };
}
