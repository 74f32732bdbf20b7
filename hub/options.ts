import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** How `npm run hub` was called. */
export interface HubCall {
  readonly practice: boolean;
  readonly dataDir: string;
  /** Null: PGlite in the data folder. */
  readonly databaseUrl: string | null;
  readonly port: number;
  readonly host: string;
  /** Print a one-time code for this office and end. */
  readonly issueCode: string | null;
}

export const usage = `npm run hub -- [--practice] [--data DIR] [--database-url URL] [--port N] [--host HOST] [--issue-code OFFICE]
  --practice      a made-up register of 5,000 vehicles, always the same
  --data          folder for the database and the scans (default .data/hub, or .data/practice-hub)
  --database-url  PostgreSQL 15 or newer instead of the built-in database; or KAUNTA_DATABASE_URL, which no process list shows
  --port          default 4816; 0 takes any free one
  --host          default 127.0.0.1
  --issue-code    prints a one-time code that makes one PC a device of this office, and ends`;

const defaultPort = '4816';

/** Null asks for help. Throws with a sentence for the operator. */
export function hubCallOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): HubCall | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      practice: { type: 'boolean', default: false },
      data: { type: 'string' },
      'database-url': { type: 'string' },
      port: { type: 'string', default: defaultPort },
      host: { type: 'string', default: '127.0.0.1' },
      'issue-code': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const port = Number(values.port);
  if (!/^\d{1,5}$/u.test(values.port) || port > 65_535) throw new Error(`--port wants a number from 0 to 65535, not ${values.port}`);
  return {
    practice: values.practice,
    dataDir: resolve(values.data ?? (values.practice ? '.data/practice-hub' : '.data/hub')),
    databaseUrl: values['database-url'] ?? env['KAUNTA_DATABASE_URL'] ?? null,
    port,
    host: values.host,
    issueCode: values['issue-code'] ?? null,
  };
}
