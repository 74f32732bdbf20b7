import * as z from 'zod';
import { surrenders } from '../domain/logbook.ts';
import { collectorRoles, sendBackReasons, shelfBands, shelfItemKinds, shelfNoticeStates, shelfStates } from '../domain/shelf.ts';
import { logbookEnd } from './logbook-end.ts';
import { day, id, instant, line } from './model.ts';
import { paperLocale } from './paper.ts';
import { command, done, nothing, query } from './procedure.ts';

const place = line.min(1).max(40);
const keepers = ['clerk', 'supervisor'] as const;

/** One thing that waits, or waited, for its owner; numbers of people are masked. */
const shelfItem = z.strictObject({
  id,
  kind: z.enum(shelfItemKinds),
  plate: line,
  owner: line,
  maskedIdNumber: line,
  maskedPhone: line,
  /** The eLogbook's number, the old book's serial, or empty. */
  number: line,
  reference: line,
  applicationId: id.nullable(),
  place: line,
  state: z.enum(shelfStates),
  shelvedAt: instant,
  changedAt: instant,
  /** Whole days since it was put on the shelf. */
  days: z.int().min(0),
  surrender: z.enum(surrenders),
  /** The newer eLogbook that took the place of this copy's: it is not handed over any more. */
  endedBy: logbookEnd.nullable(),
  /** Of the collection slip, once it was handed over. */
  slipNumber: line.nullable(),
  /** Of the scan of the letter by which it was handed over, where there was one. */
  letterSha256: line.nullable(),
  /** Null until the hub has said anything. */
  notice: z.strictObject({ state: z.enum(shelfNoticeStates), at: instant, reason: line.nullable() }).nullable(),
});

const band = z.strictObject({ band: z.enum(shelfBands), count: z.int() });

/** Logbooks and plates that wait for their owners at this office, by their place on the shelf (seed 003; FEATURES S5). */
export const shelf = {
  /** The first 500, oldest first, of those that match: `text` is part of a plate, name, number, reference or place. */
  list: query({
    access: 'signed-in',
    input: z.strictObject({ text: line, state: z.enum(shelfStates), band: z.enum(shelfBands).nullable() }),
    output: z.strictObject({ items: z.array(shelfItem), total: z.int() }),
  }),
  /** What a scanned or typed code names: an item that is here, or what could be put on the shelf under it. */
  look: query({
    access: 'signed-in',
    input: z.strictObject({ code: line.min(1) }),
    output: z.strictObject({
      items: z.array(shelfItem),
      /** Approved eLogbooks of this office that stand on no shelf yet. */
      logbooks: z.array(z.strictObject({ applicationId: id, number: line, reference: line, plate: line, owner: line, copies: z.int() })),
      /** The vehicle, where this PC knows it: whose book or plates they would be. */
      vehicle: z.strictObject({ plate: line, owner: line, maskedPhone: line }).nullable(),
    }),
  }),
  put: command({
    access: [...keepers],
    input: z.strictObject({
      what: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('elogbook-copy'), applicationId: id }),
        /** `owner`, `idNumber` and `phone` are read from the vehicle's record where they are empty and this PC has it. */
        z.strictObject({
          kind: z.enum(['paper-logbook', 'plates']),
          plate: line.min(1),
          number: line,
          owner: line,
          idNumber: line,
          phone: line,
        }),
      ]),
      place,
      /** The language of the owner's message. */
      locale: paperLocale,
    }),
    output: z.strictObject({ id }),
  }),
  /** Plates of motorcycles that were registered out of stock came: each is put down with the serial read off it, all of them or none. */
  putPlates: command({
    access: [...keepers],
    input: z.strictObject({
      plates: z
        .array(z.strictObject({ plate: line.min(1), serial: line.max(40) }))
        .min(1)
        .max(200),
      place,
      locale: paperLocale,
    }),
    output: z.strictObject({ count: z.int() }),
  }),
  move: command({ access: [...keepers], input: z.strictObject({ id, place }), output: done }),
  sendBack: command({
    access: [...keepers],
    input: z.strictObject({ id, reason: z.enum(sendBackReasons), note: line }),
    output: done,
  }),
  /** What lies at a place by the eye: what should be there and is not becomes missing, what belongs elsewhere is moved here. */
  takeStock: command({
    access: [...keepers],
    input: z.strictObject({ place, codes: z.array(line.min(1)).max(2_000) }),
    output: z.strictObject({
      place: line,
      present: z.int(),
      missing: z.array(z.strictObject({ id, plate: line, kind: z.enum(shelfItemKinds) })),
      moved: z.array(z.strictObject({ id, plate: line, kind: z.enum(shelfItemKinds), from: line })),
      unknown: z.array(line),
    }),
  }),
  /** An item, or an approved eLogbook that never stood on a shelf, changes hands: the application is finished. */
  handOver: command({
    access: [...keepers],
    input: z.strictObject({
      what: z.union([z.strictObject({ itemId: id }), z.strictObject({ applicationId: id })]),
      collector: z.strictObject({ name: line.min(1), idNumber: line.min(4) }),
      /**
       * For an organisation or anybody who is neither owner nor named: who signed the letter of authorisation, its day and its scan. Nothing
       * is handed over on the word of a letter that was not scanned.
       */
      letter: z.strictObject({ signedBy: line.min(1), day, scan: z.file().nullable() }).nullable(),
      proof: z.discriminatedUnion('method', [
        z.strictObject({ method: z.literal('signature'), path: z.string().min(1).max(60_000) }),
        /** Typed by the collector, with the clerk as witness. */
        z.strictObject({ method: z.literal('typed-name'), typedName: line.min(1) }),
      ]),
      /** The old book was given up. */
      isOldBookIn: z.boolean(),
    }),
    /** `slipNumber`: of the collection slip, which is printed after. */
    output: z.strictObject({ collectedAs: z.enum(collectorRoles), slipNumber: line }),
  }),
  /** The scan of a letter that was lost before the hub had it is made anew. */
  replaceLetter: command({ access: [...keepers], input: z.strictObject({ slipNumber: line, file: z.file() }), output: done }),
  /** Practice only: a made-up letter for this vehicle, for trainees who have no paper at hand. */
  practiceLetter: query({ access: [...keepers], input: z.strictObject({ plate: line }), output: z.file() }),
  ageing: query({ access: 'signed-in', input: nothing, output: z.strictObject({ bands: z.array(band), total: z.int() }) }),
  /** The items of the report as a spreadsheet; nothing in it can become a formula. */
  ageingFile: query({
    access: 'signed-in',
    input: z.strictObject({ band: z.enum(shelfBands).nullable(), locale: paperLocale }),
    output: z.file(),
  }),
};
