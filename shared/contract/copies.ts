import * as z from 'zod';
import { instant, line } from './model.ts';
import { command, done, nothing, query } from './procedure.ts';

export const folderPath = z.string().trim().min(1).max(1000);

/** Why a backup was made. */
export const backupKinds = ['half-hour', 'day-end', 'closing', 'by-hand', 'base', 'restored'] as const;

export const backup = z.strictObject({
  /** Name of its file in the copies folder. */
  name: line,
  kind: z.enum(backupKinds),
  at: instant,
  bytes: z.number(),
  /** Whether it passed its last check; null for one that nobody has looked at since it was found. */
  good: z.boolean().nullable(),
});

const check = z.strictObject({
  at: instant,
  /** `quick` reads every page, `full` the indexes, the references and the whole journal as well. */
  kind: z.enum(['quick', 'full']),
  ok: z.boolean(),
});

const copiesStatus = z.strictObject({
  folder: folderPath,
  /** Whether copies stand beside the office's own file, where they were put until somebody chose a folder. */
  isDefault: z.boolean(),
  /** A disk that breaks takes both. Null while the folder cannot be reached. */
  sameDisk: z.boolean().nullable(),
  freeBytes: z.number().nullable(),
  lastBackup: backup.nullable(),
  lastCheck: check.nullable(),
  /** Since when acts are no longer copied, and why; null while each act is copied before it is answered. */
  behind: z.strictObject({ since: instant, why: z.enum(['missing', 'full', 'slow', 'failing', 'no-base']) }).nullable(),
  working: z.enum(['backing-up', 'checking']).nullable(),
  /** Newest first. */
  backups: z.array(backup),
  usedBytes: z.number(),
  budgetBytes: z.number(),
  /** When the hub took the office's key into keeping. */
  escrowSentAt: instant.nullable(),
  recoveryCodeMadeAt: instant.nullable(),
});

export const copies = {
  status: query({ access: 'signed-in', input: nothing, output: copiesStatus }),
  /** Answers when the backup stands and has passed its check. */
  backUpNow: command({ access: ['admin', 'supervisor'], scope: 'device', input: nothing, output: backup }),
  checkNow: command({ access: ['admin', 'supervisor', 'auditor'], scope: 'device', input: nothing, output: check }),
  /** The path as typed; a folder for this PC is made in it, with a first backup. Null goes back to the folder beside the office's file. */
  setFolder: command({ access: ['admin'], scope: 'device', input: z.strictObject({ folder: folderPath.nullable() }), output: done }),
  /** Shown once: the journal keeps when it was made, and a repeat of the same act gets null. An earlier code no longer works. */
  makeRecoveryCode: command({
    access: ['admin'],
    scope: 'device',
    input: nothing,
    output: z.strictObject({ code: line.nullable(), madeAt: instant }),
  }),
};
