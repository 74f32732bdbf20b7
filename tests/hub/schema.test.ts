import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { migrate } from '#hub/db/migrate.ts';
import type { Database } from '#hub/db/sql.ts';
import { makePracticeRegister } from '#hub/practice/seed.ts';
import { prepareDatabase, startHub } from '#hub/start-hub.ts';
import { databaseKinds, isHere, makeDatabase, skipNote } from '../support/hub.ts';
import { resourcesDir } from '../support/resources.ts';

interface Column {
  table: string;
  column: string;
  type: string;
}

async function columnsOf(database: Database): Promise<readonly Column[]> {
  return database.transaction((sql) =>
    sql.query<Column>(
      `SELECT table_name AS "table", column_name AS "column", data_type || ' ' || is_nullable AS type FROM information_schema.columns
       WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`,
    ),
  );
}

async function policiesOf(database: Database): Promise<readonly object[]> {
  return database.transaction((sql) =>
    sql.query(
      `SELECT tablename, policyname, cmd, relforcerowsecurity FROM pg_policies JOIN pg_class ON relname = tablename ORDER BY tablename, policyname`,
    ),
  );
}

describe.skipIf(!isHere('postgres'))(`what PGlite has${skipNote('postgres')}`, () => {
  it('is what PostgreSQL has: the same tables and policies after the migrations, which may be run twice', async () => {
    const made = await Promise.all(databaseKinds.map(makeDatabase));
    const seen = [];
    for (const one of made) {
      const database = await one.open();
      await migrate(database);
      await migrate(database);
      seen.push({ columns: await columnsOf(database), policies: await policiesOf(database) });
      await database.close();
      await one.remove();
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.columns.length).toBeGreaterThan(80);
  });
});

describe('migrations', () => {
  it('refuse a database that a newer hub made, or whose history differs', async () => {
    const made = await makeDatabase('pglite');
    const database = await made.open();
    await migrate(database);
    await database.transaction((sql) => sql.query(`INSERT INTO migration VALUES (9999, '9999-future.sql', 'x')`));
    await expect(migrate(database)).rejects.toThrow('9999-future.sql');
    await database.transaction((sql) => sql.query(`DELETE FROM migration WHERE version = 9999`));
    await database.transaction((sql) => sql.query(`UPDATE migration SET checksum = 'x' WHERE version = 1`));
    await expect(migrate(database)).rejects.toThrow('0001-exchange.sql');
    await database.close();
    await made.remove();
  });
});

describe('the practice register', () => {
  it('is the same every time', () => {
    const hash = () => createHash('sha256').update(JSON.stringify(makePracticeRegister())).digest('hex');
    expect(hash()).toBe(hash());
    expect(hash()).toBe('e82669729dcd21844a06e41b143f94c6975ae19c4f6ab00751292ec6c2ac7b27');
  });

  it('a practice database and a real one are never mixed', async () => {
    const made = await makeDatabase('pglite');
    const database = await made.open();
    const options = {
      database,
      dataDir: '/tmp',
      resourcesDir,
      port: 0,
      host: '127.0.0.1',
      log: () => undefined,
      now: () => '2026-11-23T06:00:00.000Z' as never,
    };
    await prepareDatabase({ ...options, practice: true });
    await expect(startHub({ ...options, practice: false })).rejects.toThrow('--practice');
    await made.remove();
  });
});
