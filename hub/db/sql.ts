/** What a statement may be given. JSON goes in as its text with a `::jsonb` cast, so that both adapters send the same bytes. */
export type SqlValue = string | number | boolean | null | readonly string[];

/** One open transaction. */
export interface Sql {
  query<Row extends object>(text: string, ...values: readonly SqlValue[]): Promise<readonly Row[]>;
  /** A statement of which nothing but its failure matters, as the last of the transaction: it goes out with the COMMIT. */
  finish(text: string, ...values: readonly SqlValue[]): void;
  /** Several statements at once, without values: migrations only. */
  script(text: string): Promise<void>;
}

/** PostgreSQL 15 or newer, over the network or embedded (PGlite); the same SQL runs on both. */
export interface Database {
  /** Runs the work in one READ COMMITTED transaction; a throw rolls it back. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** One statement that is a transaction of its own: one way to the server and back instead of two. */
  readonly query: Sql['query'];
  /** Writes all of it to a new file as it is at one moment, while the work goes on. Throws where the file is there. */
  backUp(file: string): Promise<void>;
  close(): Promise<void>;
}

export async function findRow<Row extends object>(
  sql: Pick<Sql, 'query'>,
  text: string,
  ...values: readonly SqlValue[]
): Promise<Row | undefined> {
  const [row] = await sql.query<Row>(text, ...values);
  return row;
}
