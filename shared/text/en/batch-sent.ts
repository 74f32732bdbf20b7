import type { UnitState } from '../../domain/batch/unit.ts';

const motorcycles = (count: number) => (count === 1 ? '1 motorcycle' : `${count} motorcycles`);

/** Words of a dealer's batch once it is good: its payment, what became of each motorcycle, and the registrar's desk. */
export const batchSent = {
  state: {
    queued: 'on its way',
    'in-review': 'with the registrar',
    returned: 'came back',
    registered: 'registered',
    withdrawn: 'withdrawn',
  } satisfies Readonly<Record<UnitState, string>>,
  pay: {
    action: 'Take the money',
    title: (count: number) => `One payment for ${motorcycles(count)}`,
    done: (receipt: string, count: number) => `Receipt ${receipt}. ${motorcycles(count)} sent; they go on as soon as there is a line.`,
  },
  again: {
    action: 'Send again',
    title: 'Send the mended motorcycles again',
    hint: 'They go to the registrar once more under the same receipt. There is no second fee.',
    done: (count: number) => `${motorcycles(count)} sent again, with no second fee.`,
  },
  page: {
    rowOf: (row: number) => `Row ${row}`,
    list: 'Motorcycles of this batch and what became of them',
    find: 'Find a chassis, engine, owner or plate',
    onlyBack: 'Only what came back',
    all: 'All of them',
    mend: 'Mend what came back',
    toResult: 'What became of them',
    papers: 'Papers',
    logbooks: 'Logbook copies',
    back: 'All batches',
    states: 'How many stand where',
    nothing: (text: string) => `No motorcycle of this batch has “${text}”.`,
    cancelled: 'This batch was cancelled. Its receipt stays as proof; none of its motorcycles is registered by it.',
    anew: 'Take its rows into a new batch',
    anewDone: (number: string) => `Its rows stand in batch ${number} now. They are looked through and paid for there.`,
    gone: 'Its rows were taken into a new batch.',
    payment: 'Payment',
    paymentBack:
      'The hub did not take the payment of this batch, so none of its motorcycles goes on. Open the payment: it says why, and what to do.',
    cameBack: (count: number, total: number) =>
      `${count} of ${total} came back. Mend them in the grid and send them again; the others go on by themselves.`,
    column: {
      row: 'Row',
      chassis: 'Chassis',
      engine: 'Engine',
      owner: 'Owner',
      state: 'State',
      plate: 'Plate',
      outcome: 'Logbook or reason',
    },
  },
  money: {
    label: 'Where the money of this batch is',
    paid: 'Paid',
    used: 'For registered ones',
    underWay: 'Under way',
    back: 'For those that came back',
    left: 'Over',
    refunded: 'Asked back',
    leftHint: (amount: string) =>
      `${amount} can be asked back for the dealer: what mended motorcycles cost less, and what was paid for rows that are set aside.`,
  },
  refund: {
    action: 'Ask money back',
    title: (amount: string) => `Ask ${amount} back for the dealer`,
    hint: (receipt: string) =>
      `The refund is asked for under receipt ${receipt} and paid to whoever paid it; no cash is handed out here. It stands on the receipt and the cover sheet from now on.`,
    withdraws: (count: number) =>
      `${motorcycles(count)} set aside ${count === 1 ? 'is' : 'are'} withdrawn and cannot be sent again in this batch.`,
    submit: 'Ask it back',
    done: (amount: string) => `${amount} asked back for the dealer.`,
  },
  papers: {
    title: 'Papers of this batch',
    receipt: 'Receipt',
    cover: 'Cover sheet',
    slips: 'Slips, one for each motorcycle',
    coverOf: (number: string) => `Cover sheet of ${number}`,
    slipsOf: (number: string) => `Slips of ${number}`,
    slip: 'Slip of this motorcycle',
  },
  run: {
    title: 'Logbook copies in one run',
    hint: (count: number) =>
      `The first copy of ${count} logbooks that are fetched here is counted and goes to the printer, each on the next sheet. You can stop at any sheet.`,
    elsewhere: (count: number) => `${motorcycles(count)} of this batch ${count === 1 ? 'is' : 'are'} fetched at another office.`,
    none: 'No logbook of this batch waits for its first copy here.',
    submit: 'Print them',
    working: 'Counting and printing copies',
    done: (count: number) => `${count} copies counted and sent to the printer. Look whether they come out.`,
    byHand: (count: number) =>
      `${count} copies counted. No printer is set for logbooks: open each one under Logbooks and print it by hand.`,
    stopped: (count: number) => `Stopped after ${count}. The rest can be printed later.`,
  },
  save: {
    title: 'Save the rows to mend',
    hint: 'Mend them outside and bring the file in again: no row is doubled.',
    xlsx: 'As XLSX',
    csv: 'As CSV',
  },
  registrar: {
    hint: (count: number) => `${motorcycles(count)} under review. Mark what goes back; the rest is approved in one act.`,
    find: 'Find a chassis, engine or owner',
    sendBack: 'Send this one back',
    takeBack: 'Leave it in',
    approve: (count: number) => `Approve ${count}`,
    returnAll: (count: number) => `Send ${count} back`,
    goesBack: 'goes back',
    backTitle: (chassis: string) => `Send ${chassis} back`,
    backSubmit: 'Mark it',
    decideTitle: (approved: number, returned: number) =>
      returned === 0 ? `Approve ${motorcycles(approved)}` : `Approve ${approved}, send ${returned} back`,
    decideHint: 'Each approved motorcycle gets its number plate and logbook. Those that go back are mended by the dealer and sent again.',
    decided: (approved: number, returned: number) => `${approved} approved, ${returned} sent back.`,
    reasons: 'Reasons',
    reasonsHint: 'At least one. The dealer reads them beside the row.',
    reasonNeeded: 'Choose at least one reason.',
    column: { model: 'Model', entry: 'Customs entry', verdict: 'Decision' },
    dealer: 'Dealer',
    checkedBy: 'Checked by',
    paid: 'Paid',
  },
};

export type BatchSentWords = typeof batchSent;
