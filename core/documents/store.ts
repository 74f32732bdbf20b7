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
}

export function listScans(db: ReadDb, applicationId: string): Scan[] {
  return db
    .all<ScanRow>(
      `SELECT id, kind, file_name, scan.sha256 AS sha256, bytes, pages, attached_at, scan_at_hub.at AS at_hub
       FROM scan LEFT JOIN scan_at_hub ON scan_at_hub.sha256 = scan.sha256
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
    }));
}

export function insertScan(db: WriteDb, applicationId: string, scan: Omit<Scan, 'atHub'>): void {
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

export function knowsScan(db: ReadDb, sha256: string): boolean {
  return db.get('SELECT 1 FROM scan WHERE sha256 = ?', sha256) !== undefined;
}

/** Scans of applications that went to the hub, whose bytes it does not hold yet: oldest first. */
export function listScansToSend(db: ReadDb, limit: number): { sha256: string; applicationId: string }[] {
  return db.all<{ sha256: string; applicationId: string }>(
    `SELECT scan.sha256 AS sha256, min(application_id) AS applicationId FROM scan
     JOIN application ON application.id = scan.application_id
     WHERE removed_at IS NULL AND application.submitted_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM scan_at_hub WHERE scan_at_hub.sha256 = scan.sha256)
     GROUP BY scan.sha256 ORDER BY min(attached_at) LIMIT ?`,
    limit,
  );
}

export function noteAtHub(db: WriteDb, sha256: string, at: Instant): void {
  db.run('INSERT INTO scan_at_hub (sha256, at) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING', sha256, at);
}
