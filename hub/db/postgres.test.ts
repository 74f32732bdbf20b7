import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { isHere, skipNote } from '#tests/support/hub.ts';
import { startPostgres, type TestPostgres } from '#tests/support/postgres.ts';
import { openPostgres } from './postgres.ts';
import type { Database, SqlValue } from './sql.ts';

describe.skipIf(!isHere('postgres'))(`a PostgreSQL server${skipNote('postgres')}`, () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres?.stop());

  async function open(): Promise<Database> {
    const database = openPostgres({ url: await postgres.createDatabase(), onLost: () => undefined });
    onTestFinished(() => database.close());
    return database;
  }

  it.each<[string, SqlValue, unknown]>([
    ['text', 'a "quoted" \\ word', 'a "quoted" \\ word'],
    ['text[]', ['', 'NULL', '{a,b}', 'a "quoted" \\ word', 'Wanjikũ'], ['', 'NULL', '{a,b}', 'a "quoted" \\ word', 'Wanjikũ']],
    ['text[]', [], []],
    ['bigint', 9_007_199_254_740_991, 9_007_199_254_740_991],
    ['boolean', true, true],
    ['integer', null, null],
    ['jsonb', '{"a":[1,null]}', { a: [1, null] }],
    ['timestamptz', '2026-11-23T06:00:00.120Z', '2026-11-23T06:00:00.120Z'],
  ])('gives a %s back as it was, each time', async (type, value, back) => {
    const database = await open();
    const text = `SELECT $1::${type} AS back, 1 AS one`;
    for (let turn = 0; turn < 3; turn += 1) expect(await database.query(text, value)).toEqual([{ back, one: 1 }]);
  });

  it('answers statements that are asked together in their order, each with its own rows', async () => {
    const database = await open();
    const numbers = Array.from({ length: 50 }, (_, n) => n);
    const rows = await database.transaction((sql) =>
      Promise.all(numbers.map((n) => sql.query<{ n: number }>('SELECT $1::integer AS n', n))),
    );
    expect(rows.flat().map(({ n }) => n)).toEqual(numbers);
  });

  it('fails what is behind a statement that fails, undoes all of it, and goes on', async () => {
    const database = await open();
    await database.query('CREATE TABLE kept (n integer PRIMARY KEY)');
    const insert = 'INSERT INTO kept VALUES ($1)';
    for (const bad of ['SELECT 1 / $1::integer', 'SELECT no_such_column, $1::integer']) {
      const settled = await database
        .transaction((sql) => Promise.allSettled([sql.query(insert, 1), sql.query(bad, 0), sql.query('SELECT 1 AS behind')]))
        .catch((error: unknown) => String(error));
      // The transaction was not given up by its work, so its COMMIT says that it was.
      expect(settled).toBe('Error: A statement had failed, so the server undid the transaction');
      await expect(database.transaction((sql) => Promise.all([sql.query(bad, 0), sql.query('SELECT 1 AS behind')]))).rejects.toThrow(
        /zero|column/u,
      );
    }
    expect(await database.query('SELECT n FROM kept')).toEqual([]);
    await database.transaction((sql) => sql.query(insert, 1));
    expect(await database.query('SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('takes a savepoint back behind a failed statement and keeps what was before it', async () => {
    const database = await open();
    await database.query('CREATE TABLE kept (n integer PRIMARY KEY)');
    await database.transaction(async (sql) => {
      await sql.query('INSERT INTO kept VALUES (1)');
      await expect(Promise.all([sql.query('SAVEPOINT act'), sql.query('INSERT INTO kept VALUES (1)')])).rejects.toMatchObject({
        code: '23505',
      });
      await sql.query('ROLLBACK TO SAVEPOINT act');
      await sql.query('INSERT INTO kept VALUES (2)');
    });
    expect(await database.query('SELECT n FROM kept ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('undoes a transaction whose last statement fails, and says why', async () => {
    const database = await open();
    await database.query('CREATE TABLE kept (n integer PRIMARY KEY)');
    const failed = database.transaction(async (sql) => {
      await sql.query('INSERT INTO kept VALUES (1)');
      sql.finish('INSERT INTO kept VALUES ($1)', 1);
      sql.finish('INSERT INTO kept VALUES ($1)', 2);
    });
    await expect(failed).rejects.toMatchObject({ code: '23505' });
    expect(await database.query('SELECT n FROM kept')).toEqual([]);
    await database.transaction((sql) => Promise.resolve(sql.finish('INSERT INTO kept VALUES ($1)', 3)));
    expect(await database.query('SELECT n FROM kept')).toEqual([{ n: 3 }]);
  });

  it('a value that cannot be read is the fault of its own statement alone', async () => {
    const database = await open();
    const tooLarge = 'SELECT 9007199254740993::bigint AS n';
    await expect(database.query(tooLarge)).rejects.toThrow('Past 2^53');
    expect(await database.query('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('a server that goes away fails everything under way, and the next connection works', async () => {
    const database = await open();
    const sleeping = database.transaction((sql) => Promise.all([sql.query('SELECT pg_sleep(30)'), sql.query('SELECT 1 AS behind')]));
    const gone = sleeping.then(
      () => 'answered',
      (error: unknown) => String(error),
    );
    await expect
      .poll(() => database.query(`SELECT count(*) AS n FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'`))
      .toEqual([{ n: 1 }]);
    await postgres.crash();
    expect(await gone).toMatch(/terminat|ECONNRESET/u);
    expect(await database.query('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});
