import type { Instant } from '#shared/base/instant.ts';
import { certificateText, readCertificate, type SignedCertificate } from '#shared/protocol/paper-code.ts';
import { isSignedWith } from '../crypto/ed25519.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** Keeps what the hub says of this device's key. What is of another key, or not of the hub that this PC believes, would make bad papers. */
export function keepCertificate(db: WriteDb, bytes: Uint8Array, at: Instant): void {
  const keys = db.get<{ own: Uint8Array; hub: Uint8Array }>('SELECT public_key AS own, hub_key AS hub FROM device WHERE one = 1');
  const signed = readCertificate(bytes);
  if (!keys || !signed) return;
  const { certificate, signature } = signed;
  if (!Buffer.from(keys.own).equals(certificate.publicKey) || !isSignedWith(keys.hub, certificateText(certificate), signature)) return;
  db.run(
    `INSERT INTO device_certificate (epoch, certificate, kept_at) VALUES (?, ?, ?)
     ON CONFLICT (epoch) DO UPDATE SET certificate = excluded.certificate, kept_at = excluded.kept_at`,
    certificate.epoch,
    bytes,
    at,
  );
}

/** The newest: until the hub has heard of a new epoch, its papers bear the certificate of the one before. */
export function findCertificate(db: ReadDb): SignedCertificate | undefined {
  const row = db.get<{ certificate: Uint8Array }>('SELECT certificate FROM device_certificate ORDER BY epoch DESC LIMIT 1');
  return row && readCertificate(row.certificate);
}
