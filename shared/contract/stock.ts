import * as z from 'zod';
import { batchFields } from '../domain/batch/batch-row.ts';
import { stockAges, stockStates, withdrawReasons, type StockBuyer, type StockFacts } from '../domain/stock-unit.ts';
import { day, id, instant, line } from './model.ts';
import { command, nothing, query } from './procedure.ts';
import { tableFault } from './table-read.ts';

const dealerStaff = ['clerk', 'dealer-clerk', 'supervisor'] as const;

export const stockFacts = z.strictObject({
  id,
  chassis: line.min(1),
  engineNumber: line.min(1),
  make: line,
  model: line,
  ratingCc: z.int().min(0).max(30_000),
  yearOfManufacture: z.int().min(1900).max(2100),
  colour: line,
  customsEntry: line,
  invoice: line,
}) satisfies z.ZodType<StockFacts>;

export const stockSale = z.strictObject({ batchId: id, batchNumber: line, buyerName: line, soldAt: instant, soldBy: line });

const stockLine = stockFacts.extend({
  dealerName: line,
  state: z.enum(stockStates),
  takenInAt: instant,
  sale: stockSale.nullable(),
  plate: line.nullable(),
  registeredAt: instant.nullable(),
  /** Whole days since it was taken in. */
  days: z.int().min(0),
});

/** One text as typed or scanned, by field; the rules of a batch's row judge it. */
const texts = z.partialRecord(z.enum(batchFields), z.string().max(300));
const fault = z.strictObject({
  row: z.int(),
  field: z.enum(batchFields),
  code: line,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
const counts = z.record(z.enum(stockStates), z.int());
const buyer = z.strictObject({
  name: line.min(2),
  idNumber: line,
  kraPin: line.min(1),
  phone: line.min(1),
  financier: line,
  ownership: z.enum(['single', 'joint']),
}) satisfies z.ZodType<StockBuyer>;

/** A dealer's motorcycles from the day they come until their owners ride away (issue 6, item 4). */
export const stock = {
  /** A page of those of the asker's own dealer, oldest first; `text` is part of a chassis, engine or plate number. */
  list: query({
    access: dealerStaff,
    input: z.strictObject({
      text: line,
      state: z.enum(stockStates).nullable(),
      age: z.enum(stockAges).nullable(),
      model: line.nullable(),
      /** Only those that were registered before the day on which plates were due, and have none. */
      lacksPlates: z.boolean(),
      /** The end of the list from which the page is counted, and the motorcycle beyond which it lies; null is that end itself. */
      from: z.enum(['start', 'end']),
      beyond: z.strictObject({ takenInAt: instant, id }).nullable(),
    }),
    output: z.strictObject({
      units: z.array(stockLine),
      total: z.int(),
      /** How many stand before the first of the page. */
      before: z.int(),
    }),
  }),
  /** The whole of the asker's own dealer's, whatever is looked for: its counts add up to what was taken in. */
  sum: query({
    access: dealerStaff,
    input: nothing,
    output: z.strictObject({
      counts,
      takenIn: z.int(),
      models: z.array(z.strictObject({ model: line, count: z.int() })),
      /** Registered, and their plates have not come by the day on which they were due. */
      lacking: z.int(),
      platesDueSince: day,
    }),
  }),
  /** One after the other, typed or scanned. */
  takeIn: command({
    access: dealerStaff,
    input: z.strictObject({ dealerId: id, texts }),
    output: z.strictObject({ id, chassis: line }),
  }),
  /** Reads a whole file and judges every row; nothing is taken in. */
  readFile: query({
    access: dealerStaff,
    input: z.strictObject({ dealerId: id, file: z.file(), readId: id }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('read'),
        fileName: line,
        rows: z.int(),
        /** How many would be taken in, and how many stand in stock already. */
        fresh: z.int(),
        known: z.int(),
        faults: z.array(fault),
        /** Rows with a fault; `faults` names the first hundred. */
        faulty: z.int(),
        columns: z.array(z.strictObject({ heading: line, field: z.enum(batchFields).nullable() })),
      }),
      z.strictObject({ kind: z.literal('fault'), fault: tableFault }),
    ]),
  }),
  /** Takes in what was read, all good rows at once; one that stands in stock already is not doubled. */
  takeInFile: command({
    access: dealerStaff,
    input: z.strictObject({ dealerId: id, readId: id }),
    output: z.strictObject({ added: z.int(), known: z.int(), faulty: z.int() }),
  }),
  /** Names the buyer of some motorcycles: they are rows of a batch from here on, of an open one or of a new one. */
  sell: command({
    access: dealerStaff,
    input: z.strictObject({
      unitIds: z.array(id).min(1).max(200),
      buyer,
      collectionPoint: line.min(1),
      /** Null opens a batch. */
      batchId: id.nullable(),
    }),
    output: z.strictObject({ batchId: id, batchNumber: line, units: z.int(), toMend: z.int() }),
  }),
  /** The buyer does not take it; possible until its batch was paid for. */
  cancelSale: command({
    access: dealerStaff,
    input: z.strictObject({ unitIds: z.array(id).min(1).max(200), reason: line.min(3) }),
    output: z.strictObject({ units: z.int() }),
  }),
  /** It leaves the stock without a buyer. */
  withdraw: command({
    access: dealerStaff,
    input: z.strictObject({ unitIds: z.array(id).min(1).max(200), reason: z.enum(withdrawReasons), note: line }),
    output: z.strictObject({ units: z.int() }),
  }),
  /** Batches of the unit's dealer that take more rows, and where plates may be collected. */
  saleChoices: query({
    access: dealerStaff,
    input: z.strictObject({ unitId: id }),
    output: z.strictObject({
      dealerName: line,
      batches: z.array(z.strictObject({ id, number: line })),
      collectionPoints: z.array(z.strictObject({ code: line, name: line })),
    }),
  }),
  /** Makes and models as the catalogue names them, so that nobody types them twice. */
  catalogue: query({
    access: dealerStaff,
    input: nothing,
    output: z.strictObject({ models: z.array(z.strictObject({ make: line, model: line, ratingCc: z.int() })) }),
  }),
};
