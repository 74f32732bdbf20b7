import * as z from 'zod';
import { command, done, keep, nothing, query } from './procedure.ts';
import { backup, folderPath } from './copies.ts';
import { instant, line } from './model.ts';

/** What stands between a newcomer and the sign-in page; these work before any database is open. */
const startPhase = z.enum(['first-start', 'locked', 'opening', 'create-admin', 'ready', 'failed', 'recovery', 'left']);

/** The last act that a way back brings back. */
const lastAct = z.strictObject({ seq: z.int(), kind: line, at: instant });

/** What restoring would bring back, or has brought back: a backup, and the acts after it from the journal copy. */
const wayBack = z.strictObject({
  backup,
  /** Acts that the journal copy adds to the backup. */
  actsAfter: z.int(),
  lastAct: lastAct.nullable(),
  /** Newer backups that were passed over because they are damaged. */
  damagedBackups: z.int(),
  /** Whether the journal copy reaches to its end without a hole. */
  complete: z.boolean(),
});

/** The office's file cannot be worked with: what happened, and what can be done. Nothing on the disk is ever removed. */
const recovery = z.strictObject({
  what: z.enum(['damaged', 'missing', 'set-back', 'wrong-key', 'key-missing', 'key-store-changed', 'newer-file']),
  /** In the order in which they should be offered. */
  choices: z.array(z.enum(['restore', 'look-elsewhere', 'enter-code', 'try-again', 'newer-program'])),
  /** Folders in which copies were looked for. */
  folders: z.array(folderPath),
  /** Null where no copy was found, or none can be read before the key is back. */
  wayBack: wayBack.nullable(),
});

/** How the file that is open now came about, until the program ends. */
const restored = z.strictObject({
  ...wayBack.shape,
  at: instant,
  /** Where the file of before was put. */
  setAside: folderPath.nullable(),
  /** Letter of the new series of numbers. */
  seriesLetter: line,
});

const startStatus = z.strictObject({
  phase: startPhase,
  practice: z.boolean(),
  /** Whether this host keeps the key itself (safeStorage) or must ask for a passphrase at each start. */
  needsPassphrase: z.boolean(),
  office: z.strictObject({ code: line, name: line, deviceNo: z.int() }).nullable(),
  failure: z.strictObject({ code: line, facts: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  /** In phase `recovery` only. */
  recovery: recovery.nullable(),
  restored: restored.nullable(),
  /** In phase `left` only: since when this PC is no device of its office any more, and why. */
  left: z.strictObject({ why: z.enum(['left', 'revoked']), at: instant, reason: line }).nullable(),
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
  /** Puts the newest good backup in the place of the file, with the acts of the journal copy, and opens it. */
  restore: keep({ access: 'anyone', input: nothing, output: startStatus }),
  /** Looks for copies in a typed folder too: at recovery, and on a new PC whose office's copies came on a disk. */
  lookForCopies: keep({ access: 'anyone', input: z.strictObject({ folder: folderPath }), output: startStatus }),
  /** Opens the office's key with the printed recovery code and wraps it anew for this PC. */
  enterRecoveryCode: keep({
    access: 'anyone',
    input: z.strictObject({ code: line.min(1), passphrase: passphrase.nullable() }),
    output: startStatus,
  }),
  /** In phase `left`: moves the old folder aside, so that this PC can be enrolled anew. */
  enrolAnew: keep({ access: 'anyone', input: nothing, output: startStatus }),
  /** Only while the office has no user at all. */
  createAdmin: command({
    access: 'anyone',
    scope: 'device',
    input: z.strictObject({ name: line.min(2), login: line.min(3).max(40), password: z.string().max(128) }),
    output: done,
  }),
};
