import { openReader, openWriter, type Connection, type DatabaseFile, type ReadDb, type WriteDb } from './db/database.ts';

/** The open file: one connection that writes, one that reads. Reopened as a pair after an I/O error (DESIGN §3). */
export interface Storage {
  readonly reader: ReadDb;
  readonly writer: WriteDb;
  /** Runs `work` in one immediate transaction on the writing connection. */
  transact<T>(work: (db: WriteDb) => T): T;
  /** Close and open again: what an interrupted COMMIT left is then seen as it is. */
  reopen(): void;
  close(): void;
}

export function openStorage(file: DatabaseFile): Storage {
  const state: { pair: Pair | undefined; left: Pair['reader'] | undefined; closed: boolean } = {
    pair: openPair(file),
    left: undefined,
    closed: false,
  };
  /** Where opening again failed, the next call tries anew: the cause may be gone by then. */
  const pair = () => {
    if (state.closed) throw new Error('The office file is closed');
    state.pair ??= openPair(file);
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

function openPair(file: DatabaseFile): Pair {
  const writer = openWriter(file);
  // Made once: SQLite's wrapper for each piece of work would cost more than a read.
  const inTransaction = writer.raw.transaction((work: (db: WriteDb) => unknown) => work(writer.db));
  return { writer, reader: openReader(file), transact: <T>(work: (db: WriteDb) => T) => inTransaction.immediate(work) as T };
}

function closeQuietly(connection: Connection<ReadDb>): void {
  try {
    connection.close();
  } catch {
    // A connection that an I/O error left behind may refuse to close; the new one does not need it.
  }
}
