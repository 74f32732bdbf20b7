import { openReader, openWriter, type Connection, type DatabaseFile, type ReadDb, type Statement, type WriteDb } from './db/database.ts';

/** The open file: one connection that writes, one that reads. Reopened as a pair after an I/O error (DESIGN §3). */
export interface Storage {
  readonly reader: ReadDb;
  readonly writer: WriteDb;
  /** Runs `work` in one immediate transaction on the writing connection. */
  transact<T>(work: (db: WriteDb) => T): T;
  /** From here on every transaction is also told to this copy. */
  copyTo(copy: TransactionCopy): void;
  /** Resolves when everything committed so far stands in the copy as well, or the copy is known to have fallen behind. */
  copied(): Promise<void>;
  /** Close and open again: what an interrupted COMMIT left is then seen as it is. */
  reopen(): void;
  close(): void;
}

/** Where transactions are copied to as the statements they ran. Neither call may throw: the counter works on without its copy. */
export interface TransactionCopy {
  /** Called before COMMIT; should that fail, the next transaction comes under the same number. */
  record(transaction: Transaction): void;
  settled(): Promise<void>;
}

export interface Transaction {
  /** One more than the last committed one of this file. */
  readonly tx: number;
  readonly statements: readonly Statement[];
}

const noCopy: TransactionCopy = { record: () => undefined, settled: () => Promise.resolve() };

export function openStorage(file: DatabaseFile): Storage {
  const state: { pair: Pair | undefined; left: Pair['reader'] | undefined; closed: boolean; copy: TransactionCopy } = {
    pair: undefined,
    left: undefined,
    closed: false,
    copy: noCopy,
  };
  const open = () => openPair(file, (transaction) => state.copy.record(transaction));
  state.pair = open();
  /** Where opening again failed, the next call tries anew: the cause may be gone by then. */
  const pair = () => {
    if (state.closed) throw new Error('The office file is closed');
    state.pair ??= open();
    dropLeft();
    return state.pair;
  };
  const dropLeft = () => {
    if (state.left) closeQuietly(state.left);
    state.left = undefined;
  };
  /** On a disk that takes nothing more no connection can be opened, but the one that is left still reads. */
  const reader = () => {
    try {
      return pair().reader.db;
    } catch (error) {
      if (state.left) return state.left.db;
      throw error;
    }
  };
  return {
    get reader() {
      return reader();
    },
    get writer() {
      return pair().writer.db;
    },
    transact: (work) => pair().transact(work),
    copyTo: (copy) => {
      state.copy = copy;
    },
    copied: () => state.copy.settled(),
    reopen: () => {
      state.left = state.pair?.reader ?? state.left;
      if (state.pair) closeQuietly(state.pair.writer);
      state.pair = undefined;
      pair();
    },
    close: () => {
      if (state.pair) [state.pair.reader, state.pair.writer].forEach(closeQuietly);
      dropLeft();
      state.pair = undefined;
      state.closed = true;
    },
  };
}

interface Pair {
  readonly writer: Connection<WriteDb>;
  readonly reader: Connection<ReadDb>;
  readonly transact: Storage['transact'];
}

function openPair(file: DatabaseFile, record: TransactionCopy['record']): Pair {
  const statements: Statement[] = [];
  const writer = openWriter(file, (statement) => statements.push(statement));
  const count = writer.raw.prepare<[], { tx: number }>('UPDATE copy_state SET tx = tx + 1 WHERE one = 1 RETURNING tx');
  const numbered = (work: (db: WriteDb) => unknown): unknown => {
    statements.length = 0;
    const output = work(writer.db);
    const tx = statements.length > 0 ? count.get()?.tx : undefined;
    if (tx !== undefined) record({ tx, statements: [...statements] });
    return output;
  };
  // Made once: SQLite's wrapper for each piece of work would cost more than a read.
  const inTransaction = writer.raw.transaction(numbered);
  const transact = <T>(work: (db: WriteDb) => T) => {
    if (writer.raw.inTransaction) throw new Error('A transaction in a transaction could not be copied as one');
    return inTransaction.immediate(work) as T;
  };
  return { writer, reader: openReader(file), transact };
}

function closeQuietly(connection: Connection<ReadDb>): void {
  try {
    connection.close();
  } catch {
    // A connection that an I/O error left behind may refuse to close; the new one does not need it.
  }
}
