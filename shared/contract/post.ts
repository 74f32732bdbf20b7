import * as z from 'zod';
import { id, instant, line } from './model.ts';
import { command, nothing, query } from './procedure.ts';

/** A letter as its office tells it apart. */
const letter = z.strictObject({ letterId: id, officeCode: line, deviceNo: z.int(), entries: z.int(), scans: z.int(), bytes: z.int() });

/** The way to the hub on a stick, for an office whose line stays away: out, through another office or the hub itself, and back. */
export const post = {
  status: query({
    access: 'signed-in',
    input: nothing,
    output: z.strictObject({
      /** What a letter written now would carry. */
      waiting: z.strictObject({ entries: z.int(), scans: z.int() }),
      /** The newest letters of this PC, newest first. */
      letters: z.array(z.strictObject({ ...letter.shape, writtenAt: instant, answeredAt: instant.nullable() })),
    }),
  }),
  /** Writes everything that waits into a sealed letter; nothing leaves the queue by it. */
  write: command({ access: ['supervisor', 'admin'], scope: 'device', input: nothing, output: letter }),
  /** A letter that was written here, or the hub's answer to one that was carried through here. */
  file: query({
    access: 'signed-in',
    input: z.strictObject({ letterId: id, kind: z.enum(['letter', 'answer']) }),
    output: z.file(),
  }),
  /** Takes another office's letter to the hub over this office's line; its answer is then a file to carry back. */
  carry: command({
    access: 'signed-in',
    scope: 'device',
    input: z.strictObject({ file: z.file() }),
    output: z.strictObject({ letterId: id, officeCode: line, deviceNo: z.int() }),
  }),
  /** Reads the hub's answer to a letter of this PC: what it answers leaves the queue as if it had come over the line. */
  read: command({
    access: ['supervisor', 'admin'],
    scope: 'device',
    input: z.strictObject({ file: z.file() }),
    output: z.strictObject({
      answered: z.int(),
      refused: z.int(),
      conflicts: z.int(),
      changes: z.int(),
      scans: z.int(),
      /** Why the hub took no more of it; null where it took all. */
      stoppedBy: line.nullable(),
    }),
  }),
};
