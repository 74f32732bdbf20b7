import type { Sql } from './sql.ts';

/**
 * Packs the columns that hold whole documents with lz4, which takes a fraction of the processor time of the server's own way, where the server
 * was built with it (PGlite was not). At each start and not in a migration, because a backup has to go into any server.
 */
export async function packDocuments(sql: Sql): Promise<void> {
  await sql.script(`DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals))
    AND EXISTS (SELECT FROM pg_attribute WHERE attcompression <> 'l' AND (attrelid, attname) IN
      (('entry'::regclass, 'payload'), ('application'::regclass, 'submission'), ('change'::regclass, 'body'))) THEN
    ALTER TABLE entry ALTER COLUMN payload SET COMPRESSION lz4;
    ALTER TABLE application ALTER COLUMN submission SET COMPRESSION lz4;
    ALTER TABLE change ALTER COLUMN body SET COMPRESSION lz4;
  END IF;
END
$$`);
}
