import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#shared/base/instant.ts';
import { openPglite, restorePglite } from '../db/pglite.ts';
import { openPostgres } from '../db/postgres.ts';
import { restorePostgres } from '../db/postgres-tools.ts';
import { findRow, type Database } from '../db/sql.ts';
import { isFolderOpen } from '../folder-desk.ts';
import { beginFeed } from './feed.ts';

export interface FolderRestore {
  readonly dataDir: string;
  readonly file: string;
  readonly now: Instant;
}

/** Fills the register folder from a backup. What was there is moved aside, never removed. Gives a sentence for the operator. */
export async function restoreFolder({ dataDir, file, now }: FolderRestore): Promise<string> {
  if (await isFolderOpen(dataDir)) throw new Error(`A hub has ${dataDir} open: stop it first`);
  const folder = join(dataDir, 'register');
  const [fresh, aside] = [`${folder}.restored`, `${folder}.aside-${now.replaceAll(/[:.]/gu, '-')}`];
  await mkdir(dataDir, { recursive: true });
  // What an earlier try left unfinished.
  await rm(fresh, { recursive: true, force: true });
  try {
    await restorePglite(fresh, file);
    await beginAnew(await openPglite(fresh));
  } catch (error) {
    throw new Error(`${file} is no backup of a hub with the built-in database`, { cause: error });
  }
  const isReplaced = existsSync(folder);
  if (isReplaced) await rename(folder, aside);
  await rename(fresh, folder);
  return isReplaced ? `Restored; what was there is kept in ${aside}` : 'Restored';
}

/** Fills an empty database from a backup. The role of the offices' work belongs to the server, so the backup does not have it. */
export async function restoreServer(url: string, file: string): Promise<void> {
  const open = () => openPostgres({ url, onLost: () => undefined });
  const empty = open();
  try {
    await empty.transaction(async (sql) => {
      const table = await findRow<{ name: string }>(sql, `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' LIMIT 1`);
      if (table) throw new Error(`The database is not empty: it has ${table.name}. Restore into a new one`);
      await sql.script(`DO $$ BEGIN CREATE ROLE kaunta_app NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        GRANT kaunta_app TO CURRENT_USER`);
    });
  } finally {
    await empty.close();
  }
  await restorePostgres(url, file);
  await beginAnew(open());
}

async function beginAnew(database: Database): Promise<void> {
  try {
    await database.transaction(beginFeed);
  } finally {
    await database.close();
  }
}
