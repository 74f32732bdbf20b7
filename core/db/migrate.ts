import type Database from 'better-sqlite3';
import { AppError } from '../refusal.ts';
import { applyStep, checksum, type Migration } from './step.ts';

export type { Migration } from './step.ts';

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });

/** The steps of this program, found by glob, in order. */
export const migrations: readonly Migration[] = Object.entries(files)
  .map(([path, sql]) => migrationOf(path, sql))
  .toSorted((one, other) => one.version - other.version);

export interface MigrateOptions {
  readonly steps: readonly Migration[];
  /** Called before the first step on a file that already holds data. */
  readonly backUp: (fromVersion: number) => void;
}

/** Brings the file to the newest version, one transaction a step; refuses a file from the future and a step that was changed after use. */
export function migrate(raw: Database.Database, { steps, backUp }: MigrateOptions): void {
  const from = raw.pragma('user_version', { simple: true }) as number;
  const newest = steps.at(-1)?.version ?? 0;
  if (from > newest) throw new AppError('start.newer-file', { fileVersion: from, programVersion: newest });
  if (from > 0) refuseChangedSteps(raw, steps);
  const due = steps.filter((step) => step.version > from);
  if (from > 0 && due.length > 0) backUp(from);
  for (const step of due) applyStep(raw, step);
}

function refuseChangedSteps(raw: Database.Database, steps: readonly Migration[]): void {
  const applied = raw.prepare('SELECT version, checksum FROM migration').all() as { version: number; checksum: string }[];
  for (const { version, checksum: known } of applied) {
    const step = steps.find((one) => one.version === version);
    if (!step || checksum(step) !== known) throw new Error(`Migration ${version} is not the one this file was made with`);
  }
}

function migrationOf(path: string, sql: string): Migration {
  const match = /(\d{4})-([a-z0-9-]+)\.sql$/u.exec(path);
  if (!match?.[1] || !match[2]) throw new Error(`Not a migration name: ${path}`);
  return { version: Number(match[1]), name: match[2], sql };
}
