import * as z from 'zod';
import { command, done, keep, nothing, query } from './procedure.ts';
import { line } from './model.ts';

/** What stands between a newcomer and the sign-in page; these work before any database is open. */
const startPhase = z.enum(['first-start', 'locked', 'opening', 'create-admin', 'ready', 'failed']);

const startStatus = z.strictObject({
  phase: startPhase,
  practice: z.boolean(),
  /** Whether this host keeps the key itself (safeStorage) or must ask for a passphrase at each start. */
  needsPassphrase: z.boolean(),
  office: z.strictObject({ code: line, name: line, deviceNo: z.int() }).nullable(),
  failure: z.strictObject({ code: line, facts: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  version: line,
  host: z.enum(['electron', 'web', 'test']),
});

const passphrase = z.string().max(256);

export const start = {
  status: query({ access: 'anyone', input: nothing, output: startStatus }),
  choosePractice: keep({ access: 'anyone', input: nothing, output: startStatus }),
  enrol: keep({
    access: 'anyone',
    input: z.strictObject({ hubUrl: z.url(), code: line.min(1), passphrase: passphrase.nullable() }),
    output: startStatus,
  }),
  /** Tries again what failed to open; the answer says how that went. */
  retry: keep({ access: 'anyone', input: nothing, output: startStatus }),
  unlock: keep({ access: 'anyone', input: z.strictObject({ passphrase }), output: startStatus }),
  /** Only while the office has no user at all. */
  createAdmin: command({
    access: 'anyone',
    scope: 'device',
    input: z.strictObject({ name: line.min(2), login: line.min(3).max(40), password: z.string().max(128) }),
    output: done,
  }),
};
