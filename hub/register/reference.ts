import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Reference } from '#shared/domain/reference.ts';
import { referenceFiles } from '#shared/domain/reference-files.ts';
import type { ReferenceUpdate } from '#shared/domain/reference-update.ts';
import type { Sql } from '../db/sql.ts';

/** Reads the dated data that ships with the program. */
export async function readReference(resourcesDir: string): Promise<Reference> {
  const read = async ([key, file]: readonly [string, string]) =>
    [key, JSON.parse(await readFile(path.join(resourcesDir, 'reference', file), 'utf8'))] as const;
  return Object.fromEntries(await Promise.all(Object.entries(referenceFiles).map(read))) as unknown as Reference;
}

/** The tables that offices were told, in the order in which they were. */
export async function listReferenceUpdates(sql: Sql): Promise<readonly ReferenceUpdate[]> {
  const rows = await sql.query<{ body: ReferenceUpdate }>(
    `SELECT body FROM change WHERE kind = 'reference' AND audience = 'all' ORDER BY tx, seq`,
  );
  return rows.map(({ body }) => body);
}
