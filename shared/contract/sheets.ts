import * as z from 'zod';
import { packKinds, rangeStandings, sheetSpoilReasons, sheetStates } from '../domain/sheet.ts';
import { day, id, instant, line } from './model.ts';
import { command, done, query } from './procedure.ts';
import { supervisorWord } from './supervisor.ts';

const spoilReason = z.enum(sheetSpoilReasons);
const kind = z.enum(packKinds);
const serial = line.min(1).max(40);

export const sheetCount = z.strictObject({
  opening: z.int(),
  received: z.int(),
  used: z.int(),
  spoiled: z.int(),
  returned: z.int(),
  left: z.int(),
  spoiledLater: z.int(),
});

const range = z.strictObject({ id, from: line, to: line, receivedAt: instant, receivedBy: line });

/** The ledger of numbered office sheets: each one is received, then used, spoiled or given back, once (FEATURES C2, N6). */
export const sheets = {
  /** Of sheets for logbooks, or of plates: what may be used, and which comes next; `keeps` is false until the first range was received. */
  stock: query({
    access: 'signed-in',
    input: z.strictObject({ kind }),
    output: z.strictObject({
      keeps: z.boolean(),
      left: z.int(),
      next: line.nullable(),
      ranges: z.array(
        range.extend({
          left: z.int(),
          used: z.int(),
          spoiled: z.int(),
          returned: z.int(),
          standing: z.enum(rangeStandings),
          /** Where the hub says that it is held by another PC. */
          holder: z.strictObject({ office: line, device: z.int() }).nullable(),
        }),
      ),
    }),
  }),
  /** One serial, as it is read off the sheet in hand: where it stands and what was printed on it. */
  look: query({
    access: 'signed-in',
    input: z.strictObject({ serial }),
    output: z.strictObject({
      serial: line,
      state: z.enum(sheetStates),
      takenAt: instant.nullable(),
      logbookNumber: line.nullable(),
      copy: z.int().nullable(),
      spoilReason: spoilReason.nullable(),
    }),
  }),
  receive: command({
    access: ['supervisor'],
    input: z.strictObject({ kind, from: serial, to: serial }),
    output: z.strictObject({ id, count: z.int() }),
  }),
  /** Takes a sheet out of the stock; one that was used needs a supervisor's word. */
  spoil: command({
    access: ['clerk', 'supervisor'],
    input: z.strictObject({ serial, reason: spoilReason, note: line, supervisor: supervisorWord.nullable() }),
    output: done,
  }),
  /** Gives sheets of the stock back, all of them or none. */
  giveBack: command({
    access: ['supervisor'],
    input: z.strictObject({ from: serial, to: serial }),
    output: z.strictObject({ count: z.int() }),
  }),
  /** Takes what is left of a range that another PC holds out of the stock. */
  takeOut: command({
    access: ['supervisor'],
    input: z.strictObject({ rangeId: id }),
    output: z.strictObject({ count: z.int() }),
  }),
  /** The day end: issued = used + spoiled + left, for all and for each range. Both days are counted in. */
  report: query({
    access: 'signed-in',
    input: z.strictObject({ from: day, to: day }),
    output: z.strictObject({
      total: sheetCount,
      ranges: z.array(range.extend({ count: sheetCount })),
      /** The last 500 that left the stock. */
      taken: z.array(
        z.strictObject({
          serial: line,
          state: z.enum(sheetStates),
          takenAt: instant.nullable(),
          takenBy: line,
          logbookNumber: line.nullable(),
          copy: z.int().nullable(),
          spoiledAt: instant.nullable(),
          spoilReason: spoilReason.nullable(),
          spoilNote: line,
        }),
      ),
    }),
  }),
};
