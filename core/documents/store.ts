import type { Instant } from '#shared/base/instant.ts';
import type { ScanKind } from '#shared/domain/scan-kind.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';

/** One paper of an application; its bytes stand in the vault under their hash. */
export interface Scan {
  readonly id: string;
  readonly kind: ScanKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly attachedAt: Instant;
  readonly atHub: boolean;
  /** When this PC was found to have lost it before the hub had it; null: it has not. */
  readonly lostAt: Instant | null;
}

interface ScanRow {
  id: string;
  kind: ScanKind;
  file_name: string;
  sha256: string;
  bytes: number;
  pages: number;
  attached_at: Instant;
  at_hub: string | null;
  lost_at: Instant | null;
}

export function listScans(db: ReadDb, applicationId: string): Scan[] {
  return db
    .all<ScanRow>(
      `SELECT id, kind, file_name, scan.sha256 AS sha256, bytes, pages, attached_at, scan_at_hub.at AS at_hub,
         scan_lost.at AS lost_at
       FROM scan LEFT JOIN scan_at_hub ON scan_at_hub.sha256 = scan.sha256 LEFT JOIN scan_lost ON scan_lost.sha256 = scan.sha256
       WHERE application_id = ? AND removed_at IS NULL ORDER BY attached_at`,
      applicationId,
    )
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      fileName: row.file_name,
      sha256: row.sha256,
      bytes: row.bytes,
      pages: row.pages,
      attachedAt: row.attached_at,
      atHub: row.at_hub !== null,
      lostAt: row.lost_at,
    }));
}

export function insertScan(db: WriteDb, applicationId: string, scan: Omit<Scan, 'atHub' | 'lostAt'>): void {
  db.run(
    'INSERT INTO scan (id, application_id, kind, file_name, sha256, bytes, pages, attached_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    scan.id,
    applicationId,
    scan.kind,
    scan.fileName,
    scan.sha256,
    scan.bytes,
    scan.pages,
    scan.attachedAt,
  );
}

/** Takes a paper off its application; the file stays until nothing names it. */
export function markRemoved(db: WriteDb, scanId: string, applicationId: string, at: Instant): boolean {
  return db.run('UPDATE scan SET removed_at = ? WHERE id = ? AND application_id = ? AND removed_at IS NULL', at, scanId, applicationId) > 0;
}

/** Whether a paper of an application, or a letter by which something was handed over, is this one. */
export function knowsScan(db: ReadDb, sha256: string): boolean {
  return (
    db.get('SELECT 1 FROM scan WHERE sha256 = ? UNION ALL SELECT 1 FROM hand_over WHERE letter_sha256 = ?', sha256, sha256) !== undefined
  );
}

/** Scans that belong at the hub, whose bytes it does not hold yet: oldest first. */
export function listScansToSend(db: ReadDb, limit: number): { sha256: string; lostAt: Instant | null }[] {
  return db.all<{ sha256: string; lostAt: Instant | null }>(
    `SELECT scan_for_hub.sha256 AS sha256, scan_lost.at AS lostAt FROM scan_for_hub
     LEFT JOIN scan_lost ON scan_lost.sha256 = scan_for_hub.sha256
     WHERE NOT EXISTS (SELECT 1 FROM scan_at_hub WHERE scan_at_hub.sha256 = scan_for_hub.sha256)
     GROUP BY scan_for_hub.sha256 ORDER BY min(scan_for_hub.at) LIMIT ?`,
    limit,
  );
}

/** A paper that the hub was told of and never got; it must be scanned again. */
export interface LostScan {
  readonly scanId: string;
  readonly lostAt: Instant;
  /** The application whose paper it is; null of a letter. */
  readonly application: { readonly id: string; readonly reference: string; readonly kind: ScanKind } | null;
  /** The slip of the hand-over whose letter it is; null of a paper. */
  readonly slipNumber: string | null;
}

interface LostScanRow {
  scanId: string;
  lostAt: Instant;
  applicationId: string | null;
  reference: string | null;
  kind: ScanKind | null;
  slipNumber: string | null;
}

/** Oldest first. */
export function listLostScans(db: ReadDb): LostScan[] {
  return db
    .all<LostScanRow>(
      `SELECT scan.id AS scanId, scan_lost.at AS lostAt, application.id AS applicationId, reference, kind, NULL AS slipNumber FROM scan_lost
       JOIN scan ON scan.sha256 = scan_lost.sha256 JOIN application ON application.id = scan.application_id
       WHERE removed_at IS NULL AND submitted_at IS NOT NULL
       UNION ALL
       SELECT hand_over.id, scan_lost.at, NULL, NULL, NULL, hand_over.number FROM scan_lost
       JOIN hand_over ON hand_over.letter_sha256 = scan_lost.sha256 ORDER BY 2, 1`,
    )
    .map(({ scanId, lostAt, applicationId, reference, kind, slipNumber }) => ({
      scanId,
      lostAt,
      application: applicationId !== null && reference !== null && kind !== null ? { id: applicationId, reference, kind } : null,
      slipNumber,
    }));
}

export function noteLost(db: WriteDb, sha256: string, at: Instant): void {
  db.run('INSERT INTO scan_lost (sha256, at) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING', sha256, at);
}

/** The bytes are here, or at the hub. */
export function noteFound(db: WriteDb, sha256: string): void {
  db.run('DELETE FROM scan_lost WHERE sha256 = ?', sha256);
}

export function noteAtHub(db: WriteDb, sha256: string, at: Instant): void {
  noteFound(db, sha256);
  db.run('INSERT INTO scan_at_hub (sha256, at) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING', sha256, at);
}
