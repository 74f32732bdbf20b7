import { hash } from 'node:crypto';
import type { Instant } from '#shared/base/instant.ts';
import type { ConfirmationMethod, PartyRole } from '#shared/domain/party.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** One party's word for what was typed, and how it was given. */
export interface Confirmation {
  readonly role: PartyRole;
  readonly name: string;
  readonly method: ConfirmationMethod;
  readonly at: Instant;
  readonly witness: string;
  readonly contentHash: string;
  /** SHA-256 of the mark itself, which stays at the office. */
  readonly evidenceHash: string;
}

interface ConfirmationRow {
  role: PartyRole;
  name: string;
  method: ConfirmationMethod;
  at: Instant;
  witness: string;
  content_hash: string;
  evidence_hash: string;
}

export function listConfirmations(db: ReadDb, applicationId: string): Confirmation[] {
  return db
    .all<ConfirmationRow>(
      'SELECT role, name, method, at, witness, content_hash, evidence_hash FROM confirmation WHERE application_id = ?',
      applicationId,
    )
    .map(({ content_hash: contentHash, evidence_hash: evidenceHash, ...row }) => ({ ...row, contentHash, evidenceHash }))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

/** A confirmation with its mark: the signature's path, or the typed name. */
export interface NewConfirmation extends Omit<Confirmation, 'evidenceHash'> {
  readonly evidence: string;
}

export function putConfirmation(db: WriteDb, applicationId: string, confirmation: NewConfirmation): void {
  const { role, name, method, at, witness, contentHash, evidence } = confirmation;
  db.run(
    `INSERT INTO confirmation (application_id, role, name, method, at, witness, content_hash, evidence_hash, evidence)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (application_id, role) DO UPDATE SET name = excluded.name, method = excluded.method, at = excluded.at,
       witness = excluded.witness, content_hash = excluded.content_hash, evidence_hash = excluded.evidence_hash,
       evidence = excluded.evidence`,
    applicationId,
    role,
    name,
    method,
    at,
    witness,
    contentHash,
    hash('sha256', evidence),
    evidence,
  );
}
