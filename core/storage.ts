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
  let pair = openPair(file);
  return {
    get reader() {
      return pair.reader.db;
    },
    get writer() {
      return pair.writer.db;
    },
    transact: (work) => pair.writer.raw.transaction(() => work(pair.writer.db)).immediate(),
    reopen: () => {
      closePair(pair);
      pair = openPair(file);
    },
    close: () => closePair(pair),
  };
}

interface Pair {
  readonly writer: Connection<WriteDb>;
  readonly reader: Connection<ReadDb>;
}

function openPair(file: DatabaseFile): Pair {
  const writer = openWriter(file);
  return { writer, reader: openReader(file) };
}

function closePair(pair: Pair): void {
  for (const connection of [pair.reader, pair.writer]) {
    try {
      connection.close();
    } catch {
      // A connection that an I/O error left behind may refuse to close; the new pair does not need it.
    }
  }
}
