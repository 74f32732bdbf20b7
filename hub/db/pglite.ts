import { PGlite, type Transaction } from '@electric-sql/pglite';
import { valueReaders } from './read-value.ts';
import type { Database, Sql } from './sql.ts';

/**
 * PostgreSQL inside this process, in a folder: for practice and small trials. It has one connection, so transactions queue, and its
 * file system layer does not flush to the disk: what must survive a power cut belongs in PostgreSQL.
 */
export async function openPglite(folder: string): Promise<Database> {
  const pglite = await PGlite.create({ dataDir: folder, parsers: { ...valueReaders } });
  return {
    transaction: (work) => pglite.transaction((transaction) => work(sqlOf(transaction))),
    close: () => pglite.close(),
  };
}

function sqlOf(transaction: Transaction): Sql {
  return {
    query: async <Row extends object>(text: string, ...values: Parameters<Sql['query']>[1][]) => {
      const result = await transaction.query<Row>(text, [...values]);
      return result.rows;
    },
    script: async (text) => {
      await transaction.exec(text);
    },
  };
}
