import { types, type ClientBase, type Connection, type Submittable } from 'pg';
import { valueReaders } from './read-value.ts';
import type { SqlValue } from './sql.ts';

/** What a statement gave: its rows, and the server's word for what it did, such as `COMMIT`. */
export interface Outcome {
  readonly rows: readonly object[];
  readonly did: string;
}

/**
 * The statements of one connection, in their order. Those asked for in one go leave in one write and are answered in one: a Sync each would make the
 * server write, and this process read, once for every statement. Where one fails, the server skips those behind it in the same go.
 */
export interface Lane {
  run(text: string, values: readonly SqlValue[]): Promise<Outcome>;
  /** When nothing is under way. */
  idle(): Promise<void>;
}

interface Statement {
  readonly text: string;
  readonly values: readonly SqlValue[];
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

type Reader = (text: string) => unknown;

interface Field {
  readonly name: string;
  readonly read: Reader;
}

/** By the name of a statement: the server says what its rows are made of the first time, and is not asked again. */
type KnownFields = Map<string, readonly Field[]>;

export function openLane(client: ClientBase): Lane {
  const known: KnownFields = new Map();
  let asked: Statement[] = [];
  let underWay: Promise<void> | undefined;
  const send = async () => {
    while (asked.length > 0) {
      const statements = asked;
      asked = [];
      await new Promise<void>((done) => client.query(groupOf(statements, known, done)));
    }
    underWay = undefined;
  };
  return {
    run: (text, values) =>
      new Promise((resolve, reject) => {
        asked.push({ text, values, resolve, reject });
        underWay ??= new Promise<void>((resolve) => process.nextTick(resolve)).then(send);
      }),
    idle: async () => {
      while (underWay) await underWay;
    },
  };
}

interface RowDescription {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
}

/** What `pg` asks of a query beyond `submit`, as its own cursors answer it. */
interface Group extends Submittable {
  readonly name: string | undefined;
  readonly text: string | undefined;
  handleRowDescription(message: RowDescription): void;
  handleDataRow(message: { readonly fields: readonly (string | null)[] }): void;
  handleCommandComplete(message: { readonly text: string }): void;
  handleError(error: Error): void;
  handleReadyForQuery(): void;
}

function groupOf(statements: readonly Statement[], known: KnownFields, done: () => void): Group {
  let at = 0;
  let rows: object[] = [];
  let unread: unknown;
  const current = () => statements[at];
  const nameHere = () => nameOf(current()?.text ?? '');
  return {
    // By these two `pg` remembers what this connection has parsed.
    get name() {
      return current() && nameHere();
    },
    get text() {
      return current()?.text;
    },
    submit: (connection) => submit(connection, statements, known),
    handleRowDescription: ({ fields }) => {
      known.set(
        nameHere(),
        fields.map(({ name, dataTypeID }) => ({ name, read: readerOf(dataTypeID) })),
      );
    },
    handleDataRow: ({ fields }) => {
      try {
        rows.push(rowOf(known.get(nameHere()) ?? [], fields));
      } catch (error) {
        unread = error;
      }
    },
    handleCommandComplete: ({ text }) => {
      const statement = current();
      const outcome = { rows, did: text };
      const error = unread;
      [at, rows, unread] = [at + 1, [], undefined];
      if (error === undefined) statement?.resolve(outcome);
      else statement?.reject(error);
    },
    handleError: (error) => {
      for (const statement of statements.slice(at)) statement.reject(error);
      at = statements.length;
      done();
    },
    handleReadyForQuery: done,
  };
}

function submit(connection: Connection, statements: readonly Statement[], known: KnownFields): void {
  const { parsedStatements } = connection as unknown as { readonly parsedStatements: Readonly<Record<string, string>> };
  const parsedHere = new Set<string>();
  connection.stream.cork();
  for (const { text, values } of statements) {
    const name = nameOf(text);
    if (parsedStatements[name] === undefined && !parsedHere.has(name)) connection.parse({ name, text, types: [] }, true);
    parsedHere.add(name);
    connection.bind({ statement: name, values: values.map(wireOf) }, true);
    if (!known.has(name)) connection.describe({ type: 'P', name: '' }, true);
    connection.execute(null, true);
  }
  connection.sync();
  connection.stream.uncork();
}

function rowOf(fields: readonly Field[], texts: readonly (string | null)[]): object {
  const row: Record<string, unknown> = {};
  for (const [index, { name, read }] of fields.entries()) {
    const text = texts[index] ?? null;
    row[name] = text === null ? null : read(text);
  }
  return row;
}

function readerOf(type: number): Reader {
  return valueReaders[type] ?? (types.getTypeParser(type, 'text') as Reader);
}

/** As text, which PostgreSQL reads as the type that the statement has there. */
function wireOf(value: SqlValue): string | null {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'object' ? `{${value.map((text) => `"${text.replaceAll(/["\\]/gu, '\\$&')}"`).join(',')}}` : String(value);
}

const names = new Map<string, string>();

/** Under a name a connection parses and plans a statement once. The hub's statements are few, because none is put together from parts. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `hub_${names.size}`;
  names.set(text, name);
  return name;
}
