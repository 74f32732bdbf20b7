import type { StockAge, StockState, WithdrawReason } from '../../domain/stock-unit.ts';

const number = new Intl.NumberFormat('en-KE');
const figure = (count: number) => number.format(count);
const units = (count: number) => (count === 1 ? '1 motorcycle' : `${figure(count)} motorcycles`);

const state: Readonly<Record<StockState, string>> = {
  'in-stock': 'in stock',
  sold: 'sold',
  registered: 'registered',
  plated: 'plates here',
  'handed-over': 'handed over',
  withdrawn: 'left unsold',
  elsewhere: 'in stock elsewhere',
};

const reasons: Readonly<Record<WithdrawReason, string>> = {
  'to-other-dealer': 'Went to another dealer',
  'back-to-maker': 'Went back to the maker',
  stolen: 'Stolen',
  'written-off': 'Damaged beyond repair',
  'taken-in-wrongly': 'Taken in by mistake',
  other: 'Another reason (say which)',
};

const ages: Readonly<Record<StockAge, string>> = { '0-30': '0 to 30 days', '31-90': '31 to 90 days', 'over-90': 'over 90 days' };

/** Why a row of a delivery is not taken in, beside the rules of a batch's cells. */
const faults: Readonly<Record<string, (facts: Readonly<Record<string, string | number>>) => string>> = {
  'stock.twin': ({ row = '' }) => `row ${row} of this file has the same number`,
  'stock.registered': ({ plate = '' }) => `it is registered already as ${plate}`,
  'stock.other-pair': ({ chassis = '' }) => `the stock has this number with another one: look at ${chassis}`,
};

/** Words of a dealer's stock: motorcycles from the day they come until their owners ride away. */
export const stock = {
  hint: 'Each motorcycle from the day it comes until its owner has it. A dealer’s clerk sees only their own dealer’s.',
  emptyTitle: 'No motorcycle in stock',
  empty: 'Take in a delivery from a spreadsheet, or scan one motorcycle after the other. They need no buyer yet.',
  nothingFound: 'No motorcycle of this stock answers to what you look for.',
  units,
  figure,
  state,
  ages,
  reasons,
  faults,
  column: {
    chosen: 'Pick',
    chassis: 'Chassis',
    engine: 'Engine',
    model: 'Make and model',
    state: 'State',
    days: 'Days',
    plate: 'Plate',
    buyer: 'Buyer',
    dealer: 'Dealer',
  },
  /** The sum that has to come out: everything that was ever taken in is in one of the states. */
  counts: 'Taken in',
  find: 'Chassis, engine or plate',
  allStates: 'All states',
  allAges: 'Any age',
  allModels: 'All models',
  stateLabel: 'State',
  ageLabel: 'Age in stock',
  modelLabel: 'Make and model',
  /** A long stock is leafed through. */
  pages: {
    shown: (from: number, to: number, total: number) => `${figure(from)} to ${figure(to)} of ${units(total)}`,
    first: 'First',
    previous: 'Previous',
    next: 'Next',
    last: 'Last',
  },
  lacking: (count: number) => `${units(count)} without plates after 7 working days`,
  lackingOn: 'Only those whose plates are missing',
  chosen: (count: number) => `${count} chosen`,
  choose: 'Choose or leave out',
  chooseAll: 'Choose all that are shown',
  chooseNone: 'Choose none',
  takeIn: {
    action: 'Take in one',
    title: 'Take motorcycles in',
    hint: 'Scan the chassis, then the engine. What the last one was stays as it is, so that only these two change.',
    dealer: 'Dealer',
    model: 'Make and model',
    otherModel: 'Another one: type it below',
    submit: 'Take it in',
    done: (chassis: string) => `${chassis} is in stock.`,
  },
  file: {
    action: 'Take in a delivery',
    title: 'Take in a delivery',
    hint: 'CSV or XLSX with one motorcycle in each row: chassis, engine, make, model, cc, year, colour, customs entry, invoice. No buyer is needed; columns about a buyer are left out.',
    choose: 'Choose a file',
    fresh: 'will be taken in',
    known: 'in stock already',
    faulty: 'not good, left out',
    rows: 'rows in the file',
    columns: (named: string) => `Columns read: ${named}.`,
    noColumns: 'No column of this file could be understood. Use the headings of the batch template.',
    fault: (row: number, field: string, why: string) => `Row ${row}, ${field}: ${why}`,
    more: (count: number) => `and ${count} more.`,
    submit: (count: number) => `Take ${units(count)} in`,
    done: (added: number) => `${units(added)} taken in.`,
  },
  sell: {
    action: 'Sell',
    title: (count: number) => `Name the buyer of ${units(count)}`,
    hint: 'They go into a batch, which is looked through by a second person, paid for and sent as always.',
    field: {
      name: 'Buyer',
      idNumber: 'ID number (empty for an organisation)',
      kraPin: 'KRA PIN',
      phone: 'Phone',
      financier: 'Financier (empty where there is none)',
    },
    needed: 'This is needed.',
    joint: 'The financier owns it too (joint)',
    collection: 'Where plate and logbook are collected',
    chooseCollection: 'Choose the office.',
    batch: 'Batch',
    newBatch: 'A new batch',
    submit: 'Sell',
    done: (count: number, batch: string) => `${units(count)} sold into batch ${batch}.`,
    toMend: (count: number, batch: string) => `${units(count)} sold into batch ${batch}, where something has to be mended first.`,
  },
  cancelSale: {
    action: 'Cancel the sale',
    title: (count: number) => `Cancel the sale of ${units(count)}?`,
    hint: 'They are in stock again. Their rows in the batch are set aside.',
    reason: 'Why the sale is no more',
    reasonShort: 'Say why, in a few words.',
    done: (count: number) => `${units(count)} in stock again.`,
  },
  withdraw: {
    action: 'Leaves unsold',
    title: (count: number) => `Take ${units(count)} out of the stock`,
    hint: 'For what leaves without a buyer. It stays in the records and in the sum of what was taken in.',
    reason: 'Why',
    note: 'Note',
    noteMissing: 'Say which reason.',
    done: (count: number) => `${units(count)} taken out of the stock.`,
  },
};

export type StockWords = typeof stock;
