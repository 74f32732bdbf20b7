import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prettifyError } from 'zod';
import { messageSettingsOf, type MessageSettings } from './notices/settings.ts';
import { operatorCommand, type OperatorCommand } from './operator/command.ts';

/** How `npm run hub` was called. */
export interface HubCall {
  readonly practice: boolean;
  readonly dataDir: string;
  /** Null: PGlite in the data folder. */
  readonly databaseUrl: string | null;
  readonly port: number;
  readonly host: string;
  /** Null: no metrics; 0: any free port. Always on loopback. */
  readonly metricsPort: number | null;
  /** Null: no messages to owners, and no one-time codes. */
  readonly messageSettings: MessageSettings | null;
  /** Do this and end, instead of serving. */
  readonly command: OperatorCommand | null;
  /** Fill an empty database or a new folder from this backup and end. */
  readonly restoreFrom: string | null;
}

export const usage = `npm run hub -- [--practice] [--data DIR] [--database-url URL] [--port N] [--host HOST] [--metrics-port N] [COMMAND]
  --practice      a made-up register of 5,000 vehicles, always the same
  --data          folder for the database and the scans (default .data/hub, or .data/practice-hub)
  --database-url  PostgreSQL 15 or newer instead of the built-in database; or KAUNTA_DATABASE_URL, which no process list shows
  --port          default 4816; 0 takes any free one
  --host          default 127.0.0.1
  --metrics-port  Prometheus metrics at http://127.0.0.1:N/metrics; without it there are none
  --sms-file FILE the account of the SMS gateway; or KAUNTA_SMS_API_KEY and its like. Without one no message is sent
A command is done and the program ends; a hub that runs meanwhile goes on:
  --issue-code OFFICE               prints a one-time code that makes one PC a device of this office
  --devices                         lists every device, its state and where its journal ends
  --notices                         lists the messages to owners, with masked phones
  --alarms                          lists the faults found in journals
  --retire OFFICE/NO --reason TEXT  the device sends its queue and leaves
  --revoke OFFICE/NO --reason TEXT  the device is answered no more from now on
  --escrow OFFICE/NO --reason TEXT  prints the recovery code that the device left with the hub
  --limits JSON|FILE [--office OFFICE]  sets what offices may do without a line; --limits show prints it
  --forget vehicle:PLATE|person:KIND:NUMBER|driver:KIND:NUMBER|notice:ID --reason TEXT  takes it out of the register and tells every office
  --seats FILE|CENTRE/DAY/SESSION/CLASS/SEATS  opens seats for driving tests; FILE is CSV with these five columns
  --reference FILE                  replaces a table of the reference data: JSON with table, effectiveFrom and body
  --read-post FILE                  reads an office's letter (.kpost) and writes the answer beside it
  --backup FILE                     writes the database to a new file
  --restore FILE                    fills an empty database from it, or a new folder; an old folder is moved aside`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const options = {
  practice: flag,
  data: text,
  'database-url': text,
  port: { type: 'string', default: '4816' },
  host: { type: 'string', default: '127.0.0.1' },
  'metrics-port': text,
  'sms-file': text,
  'issue-code': text,
  devices: flag,
  alarms: flag,
  notices: flag,
  retire: text,
  revoke: text,
  escrow: text,
  reason: { type: 'string', default: '' },
  limits: text,
  office: text,
  forget: text,
  backup: text,
  'read-post': text,
  seats: text,
  reference: text,
  restore: text,
  help: flag,
} as const;

/** Null asks for help. Throws with a sentence for the operator. */
export function hubCallOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): HubCall | null {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) return null;
  const commands = commandsOf(values);
  if (commands.length + Number(values.restore !== undefined) > 1) throw new Error('One command at a time');
  return {
    practice: values.practice,
    dataDir: resolve(values.data ?? (values.practice ? '.data/practice-hub' : '.data/hub')),
    databaseUrl: values['database-url'] ?? env['KAUNTA_DATABASE_URL'] ?? null,
    port: portOf('--port', values.port),
    host: values.host,
    metricsPort: values['metrics-port'] === undefined ? null : portOf('--metrics-port', values['metrics-port']),
    messageSettings: messageSettingsOf(values['sms-file'], env),
    command: commands[0] === undefined ? null : checked(commands[0]),
    restoreFrom: values.restore === undefined ? null : resolve(values.restore),
  };
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** The commands that were asked for, unchecked: an option that is not there makes none. */
function commandsOf(values: Values): readonly Readonly<Record<string, unknown>>[] {
  const { reason } = values;
  return [
    values['issue-code'] !== undefined && { name: 'issue-code', office: values['issue-code'] },
    values.devices && { name: 'devices' },
    values.notices && { name: 'notices' },
    values.alarms && { name: 'alarms' },
    values.retire !== undefined && { name: 'retire', device: values.retire, reason },
    values.revoke !== undefined && { name: 'revoke', device: values.revoke, reason },
    values.escrow !== undefined && { name: 'escrow', device: values.escrow, reason },
    values.limits !== undefined && { name: 'limits', limits: limitsOf(values.limits), office: values.office ?? null },
    values.forget !== undefined && { name: 'forget', thing: values.forget, reason },
    values.backup !== undefined && { name: 'backup', file: resolve(values.backup) },
    values.seats !== undefined && { name: 'seats', sessions: sessionsOf(values.seats) },
    values.reference !== undefined && { name: 'reference', update: JSON.parse(readFileSync(values.reference, 'utf8')) },
    values['read-post'] !== undefined && { name: 'read-post', file: resolve(values['read-post']) },
  ].filter((command) => command !== false);
}

function limitsOf(value: string): unknown {
  if (value === 'show') return null;
  return JSON.parse(value.trimStart().startsWith('{') ? value : readFileSync(value, 'utf8'));
}

const sessionColumns = ['centre', 'day', 'session', 'class', 'seats'] as const;

/** One session as it stands, or a file of them with their columns named in its first line. */
function sessionsOf(value: string): unknown {
  const single = value.split('/');
  const isSingle = /^[^/]+\/\d{4}-\d{2}-\d{2}\/[^/]+\/[^/]+\/\d+$/u.test(value);
  const [header = [], ...rows] = isSingle ? [[...sessionColumns], single] : csvRowsOf(readFileSync(value, 'utf8'));
  const missing = sessionColumns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new Error(`--seats: no column ${missing.join(', ')} in the first line of ${value}`);
  return rows.map((row) => Object.fromEntries(sessionColumns.map((column) => [column, row[header.indexOf(column)] ?? ''])));
}

/** Codes, days and numbers only, so a comma is always a border. */
function csvRowsOf(file: string): readonly (readonly string[])[] {
  const lines = file.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  return lines.filter((row) => row.trim() !== '').map((row) => row.split(',').map((cell) => cell.trim()));
}

function checked(command: Readonly<Record<string, unknown>>): OperatorCommand {
  const parsed = operatorCommand.safeParse(command);
  if (!parsed.success) throw new Error(`--${String(command['name'])}: ${prettifyError(parsed.error)}`);
  return parsed.data;
}

function portOf(option: string, value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/u.test(value) || port > 65_535) throw new Error(`${option} wants a number from 0 to 65535, not ${value}`);
  return port;
}
