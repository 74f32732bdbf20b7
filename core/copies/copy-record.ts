import type { SqlValue, Statement } from '../db/database.ts';
import type { Transaction } from '../storage.ts';

/** How a log begins: where in which line of transactions it stands. */
export interface LogStart {
  /** Files that came of one another without a restore are of one line. */
  readonly line: string;
  /** Where a restored file's line branched off; null for the first line of an office. */
  readonly from: BranchPoint | null;
  /** The last transaction before this log; what older logs of the line hold beyond it was never committed. */
  readonly afterTx: number;
  /** Version of the tables that the statements of this log were run on. */
  readonly schemaVersion: number;
  readonly at: string;
}

export interface BranchPoint {
  readonly line: string;
  readonly tx: number;
}

/** Values as JSON: bytes stand as `{"bytes": base64}`. */
type StoredValue = string | number | null | { readonly bytes: string };
type StoredStatement = readonly [sqlIndex: number, ...values: StoredValue[]];
type StoredRecord = readonly [tx: number, newSqls: readonly string[], statements: readonly StoredStatement[]];

/** Writes transactions down; the text of each statement only once in a log. */
export function openRecordWriter(): (transaction: Transaction) => Buffer {
  const indexes = new Map<string, number>();
  return ({ tx, statements }) => {
    const newSqls: string[] = [];
    const indexOf = (sql: string) => {
      const known = indexes.get(sql);
      if (known !== undefined) return known;
      const index = indexes.size;
      indexes.set(sql, index);
      newSqls.push(sql);
      return index;
    };
    const stored = statements.map(({ sql, values }): StoredStatement => [indexOf(sql), ...values.map(storedValue)]);
    return Buffer.from(JSON.stringify([tx, newSqls, stored] satisfies StoredRecord));
  };
}

/** Reads them back, in the order in which they were written. */
export function openRecordReader(): (content: Buffer) => Transaction {
  const sqls: string[] = [];
  return (content) => {
    const [tx, newSqls, statements] = JSON.parse(content.toString('utf8')) as StoredRecord;
    sqls.push(...newSqls);
    return { tx, statements: statements.map((stored) => statementOf(stored, sqls)) };
  };
}

function statementOf([index, ...values]: StoredStatement, sqls: readonly string[]): Statement {
  const sql = sqls[index];
  if (sql === undefined) throw new Error(`A record names statement ${index}, which its log does not hold`);
  return { sql, values: values.map(valueOf) };
}

function storedValue(value: SqlValue): StoredValue {
  return value instanceof Uint8Array ? { bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') } : value;
}

function valueOf(value: StoredValue): SqlValue {
  return typeof value === 'object' && value !== null ? Buffer.from(value.bytes, 'base64') : value;
}
