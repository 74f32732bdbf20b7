import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

/** One forward-only step: `NNNN-name.sql`. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export function applyStep(raw: Database.Database, step: Migration): void {
  raw
    .transaction(() => {
      raw.exec(step.sql);
      raw.prepare('INSERT INTO migration (version, name, checksum) VALUES (?, ?, ?)').run(step.version, step.name, checksum(step));
      raw.pragma(`user_version = ${step.version}`);
    })
    .immediate();
}

export function checksum(step: Migration): string {
  return createHash('sha256').update(step.sql).digest('hex');
}
