import { createHash } from 'node:crypto';
import { packDocuments } from './packing.ts';
import type { Database, Sql } from './sql.ts';

/** Found by folder, so that no list can forget one; a file is history and never changed after a release. */
const files = import.meta.glob<string>('../migrations/*.sql', { query: '?raw', eager: true, import: 'default' });

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

interface AppliedRow {
  version: number;
  name: string;
  checksum: string;
}

/** Any number, the same in every hub process: it lets one of them migrate while the others wait. */
const migrationLock = 4_816_001;

/** Brings the database to this program's schema, all steps or none. Refuses one that a newer program made or whose history differs. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', migrationLock);
    const applied = await listApplied(sql);
    const known = migrations();
    for (const row of applied) checkHistory(row, known);
    for (const migration of known.slice(applied.length)) {
      await sql.script(migration.text);
      await sql.query(
        'INSERT INTO migration (version, name, checksum) VALUES ($1, $2, $3)',
        migration.version,
        migration.name,
        migration.checksum,
      );
    }
    await packDocuments(sql);
  });
}

async function listApplied(sql: Sql): Promise<readonly AppliedRow[]> {
  await sql.script(`SET LOCAL client_min_messages = warning;
    CREATE TABLE IF NOT EXISTS migration (version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL)`);
  return sql.query<AppliedRow>('SELECT version, name, checksum FROM migration ORDER BY version');
}

function checkHistory(row: AppliedRow, known: readonly Migration[]): void {
  const migration = known.find(({ version }) => version === row.version);
  if (!migration) throw new Error(`The database is newer than this hub: it has migration ${row.name}`);
  if (migration.checksum !== row.checksum) throw new Error(`Migration ${row.name} was changed after it was applied`);
}

function migrations(): readonly Migration[] {
  return Object.entries(files)
    .map(([path, text]) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return { version: Number(name.slice(0, 4)), name, text, checksum: createHash('sha256').update(text).digest('hex') };
    })
    .toSorted((one, other) => one.version - other.version);
}
