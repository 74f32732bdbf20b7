import { existsSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { PGlite, type PGliteOptions, type Transaction } from '@electric-sql/pglite';
import { writeNewFile } from './new-file.ts';
import { valueReaders } from './read-value.ts';
import type { Database, Sql, SqlValue } from './sql.ts';

/**
 * PostgreSQL inside this process, in a folder: for practice and small trials. It has one connection, so transactions queue, and its
 * file system layer does not flush to the disk: what must survive a power cut belongs in PostgreSQL. A new folder is filled from
 * `template` (`register-template.ts`) where that file is, which spares the seconds that PostgreSQL takes to make one.
 */
export async function openPglite(folder: string, template?: string): Promise<Database> {
  if (template !== undefined && !existsSync(folder) && existsSync(template)) await fill(folder, template);
  const pglite = await create({ dataDir: folder });
  return {
    transaction: (work) =>
      pglite.transaction(async (transaction) => {
        const last: Promise<unknown>[] = [];
        const result = await work(sqlOf(transaction, last));
        await Promise.all(last);
        return result;
      }),
    query: queryOf(pglite),
    backUp: (file) => writeNewFile(file, async (handle) => handle.writeFile(await dumpOf(pglite))),
    close: () => pglite.close(),
  };
}

/** The folder as one file. Its pages are made to stand in its files first, and no transaction runs until they are read. */
function dumpOf(pglite: PGlite): Promise<Uint8Array> {
  return pglite.transaction(async (transaction) => {
    await transaction.exec('CHECKPOINT');
    const dump = await pglite.dumpDataDir('gzip');
    return new Uint8Array(await dump.arrayBuffer());
  });
}

/** Fills a new folder from a backup. */
export async function restorePglite(folder: string, file: string): Promise<void> {
  await fill(folder, file);
}

/** Under another name until it is whole, so that a program that dies meanwhile leaves no half folder behind. */
async function fill(folder: string, template: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const pglite = await create({ dataDir: unfinished, loadDataDir: new Blob([readFileSync(template)]) });
  await pglite.close();
  await rename(unfinished, folder);
}

function create(options: PGliteOptions): Promise<PGlite> {
  return PGlite.create({ ...options, parsers: { ...valueReaders } });
}

function sqlOf(transaction: Transaction, last: Promise<unknown>[]): Sql {
  const query = queryOf(transaction);
  return {
    query,
    finish: (text, ...values) => void last.push(query(text, ...values)),
    script: async (text) => {
      await transaction.exec(text);
    },
  };
}

function queryOf(on: Pick<Transaction, 'query'>): Sql['query'] {
  return async <Row extends object>(text: string, ...values: readonly SqlValue[]) => {
    const result = await on.query<Row>(text, [...values]);
    return result.rows;
  };
}
