import type * as z from 'zod';
import type { Instant } from '#shared/base/instant.ts';
import type { changeBodies } from '#shared/protocol/messages.ts';
import type { DeviceCertificate } from '#shared/protocol/paper-code.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

type Told = z.output<(typeof changeBodies)['revocation']>;

/** From when on a device's key makes no valid paper any more. */
export interface Revocation {
  readonly at: Instant;
  readonly why: Told['why'];
  readonly reason: string;
}

/** What was once told stands, because a hub that was restored may have forgotten it; of two times the earlier counts. */
export function keepRevocation(db: WriteDb, key: string, told: Told): void {
  db.run(
    `INSERT INTO revocation (key, public_key, office_code, device_no, last_epoch, at, why, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET at = excluded.at, why = excluded.why, reason = excluded.reason WHERE excluded.at < revocation.at`,
    key,
    Buffer.from(told.publicKey, 'base64'),
    told.officeCode,
    told.deviceNo,
    told.lastEpoch,
    told.at,
    told.why,
    told.reason,
  );
}

/** The earliest that concerns a certificate. */
export function findRevocation(db: ReadDb, { publicKey, epoch }: DeviceCertificate): Revocation | undefined {
  return db.get<Revocation>(
    `SELECT at, why, reason FROM revocation WHERE public_key = ? AND (last_epoch IS NULL OR last_epoch >= ?)
     ORDER BY at, last_epoch IS NOT NULL LIMIT 1`,
    Buffer.from(publicKey),
    epoch,
  );
}
