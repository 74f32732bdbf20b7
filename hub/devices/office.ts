import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfficesFile } from '#shared/domain/reference.ts';
import type { Database } from '../db/sql.ts';

/** Where registrars work. No public fact names such an office (DOMAIN §8.2), so it is the head office of the invented list. */
export const registrarOffice = 'NRB01';

/** Makes the offices of the reference data known to the hub. An office that left the list keeps its row, because its entries name it. */
export async function storeOffices(database: Database, resourcesDir: string): Promise<void> {
  const file = JSON.parse(await readFile(join(resourcesDir, 'reference', 'offices.json'), 'utf8')) as OfficesFile;
  const rows = file.offices.map(({ code, name }) => ({ code, name, registrar: code === registrarOffice }));
  await database.transaction((sql) =>
    sql.query(
      `INSERT INTO office (code, name, registrar)
       SELECT code, name, registrar FROM jsonb_to_recordset($1::jsonb) AS o (code text, name text, registrar boolean)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name, registrar = excluded.registrar`,
      JSON.stringify(rows),
    ),
  );
}
