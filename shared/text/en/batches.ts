import type { UnitConflict, UnitReason } from '../../domain/batch/unit-reason.ts';
import type { BatchField, BatchFix } from '../../domain/batch/batch-row.ts';
import type { RefusalFacts } from '../../domain/refusal.ts';
import { tableFile } from './table-file.ts';

const field: Readonly<Record<BatchField, string>> = {
  chassis: 'Chassis',
  engineNumber: 'Engine',
  make: 'Make',
  model: 'Model',
  ratingCc: 'cc',
  year: 'Year',
  colour: 'Colour',
  customsEntry: 'Customs entry',
  invoice: 'Invoice',
  ownerName: 'Owner',
  ownerIdNumber: 'Owner’s ID',
  ownerKraPin: 'Owner’s KRA PIN',
  ownerPhone: 'Owner’s phone',
  ownership: 'Single or joint',
  financier: 'Financier',
  collectionPoint: 'Collection point',
};

const units = (count: number) => (count === 1 ? '1 motorcycle' : `${count} motorcycles`);

/** Why a motorcycle came back, by the codes of `unit-reason.ts`. */
const returnedFor: Readonly<Record<string, string>> = {
  'chassis-differs': 'the chassis number is not the one on the frame',
  'chassis-registered': 'a registered vehicle has this chassis number',
  held: 'another application asks for this chassis or engine',
  'sold-to-another': 'your stock says that it was sold into another batch',
  'not-inspected': 'it was not inspected',
  'engine-differs': 'the engine number is not the one on the engine',
  'engine-registered': 'a registered vehicle has this engine number',
  'entry-unknown': 'customs does not know the entry',
  'owner-details-wrong': 'the owner’s details are wrong',
  'payment.code-used': 'the payment code was spent before',
} satisfies Record<UnitReason | UnitConflict | 'payment.code-used', string>;

/** Words of a dealer's batch: motorcycles from a spreadsheet, checked and mended row by row. */
export const batches = {
  field,
  returnedFor,
  hint: 'Motorcycles that are registered together. Every row is checked on this PC, also with the line down.',
  emptyTitle: 'No batch yet',
  empty: 'Bring the motorcycles of a delivery in one spreadsheet, paste them, or scan them one after the other.',
  column: { number: 'Batch', dealer: 'Dealer', rows: 'Rows', owner: 'With', changed: 'Last change', state: 'State' },
  state: { draft: 'being mended', checked: 'looked at by a second person', sent: 'paid for and sent', deleted: 'deleted' },
  counts: (good: number, bad: number, aside: number, total: number) => `${good} good + ${bad} to mend + ${aside} set aside = ${total}`,
  units,
  open: {
    action: 'New batch',
    title: 'New batch',
    dealer: 'Dealer',
    choose: 'Choose the dealer whose motorcycles these are.',
    none: 'No dealer is known at this office yet. A supervisor adds the first one.',
    submit: 'Open the batch',
  },
  dealer: {
    action: 'New dealer',
    title: 'New dealer',
    name: 'Name of the dealer',
    nameShort: 'Give the name as it stands on the dealer’s licence.',
    kraPin: 'KRA PIN of the dealer',
    phone: 'Phone',
    added: (name: string) => `${name} is a dealer of this office now.`,
  },
  file: {
    label: 'Where the file goes',
    title: 'Drop a spreadsheet here, or paste rows with Ctrl+V',
    hint: 'CSV or XLSX: one row of headings, then one motorcycle in each row. The columns may stand in any order, under their English or Swahili names.',
    choose: 'Choose a file',
    type: 'Type or scan',
    template: 'Save the template',
    pasted: 'pasted.csv',
    reading: (name: string) => `Reading ${name}`,
    checking: 'Checking each row and bringing it in',
    cancelled: 'Stopped. Nothing of the file was taken.',
    sheet: 'Sheet of the workbook',
    imported: (added: number, mended: number, unchanged: number) => {
      if (added + mended === 0) return `Nothing new: all ${unchanged} stood here already.`;
      const parts = [
        added > 0 ? `${units(added)} brought in` : '',
        mended > 0 ? `${mended} mended` : '',
        unchanged > 0 ? `${unchanged} stood here already` : '',
      ];
      return `${parts.filter((part) => part !== '').join(', ')}.`;
    },
  },
  mapping: {
    title: 'Which column is which?',
    hint: (name: string, rows: number) =>
      `${name}, ${units(rows)}. Kaunta has read your headings; put right what is wrong. Your choice is remembered for this dealer.`,
    heading: 'Heading in the file',
    sample: 'First rows',
    meaning: 'What it holds',
    of: (heading: string) => `What “${heading}” holds`,
    unnamed: (letter: string) => `(column ${letter})`,
    unsure: 'Please look',
    leftOut: 'leave out',
    missing: (fields: string) => `No column for: ${fields}. You can fill these in afterwards.`,
    twice: (name: string) => `Two columns are both “${name}”. Keep one.`,
    submit: 'Bring the rows in',
  },
  sheet: {
    label: 'Motorcycles of this batch',
    onlyProblems: 'Only problems',
    allRows: 'All rows',
    fill: 'Set for all',
    setAside: 'Set aside',
    takeBack: 'Take back',
    bring: 'Bring a file',
    save: 'Save bad rows',
    reason: 'What is wrong',
    handOver: 'Hand over',
    check: 'Second look',
    cost: 'Cost',
    delete: 'Delete',
    kept: 'kept on this PC',
    waiting: 'keeping…',
    failed: 'not kept yet, trying again',
    isRight: 'It is right',
  },
  fill: {
    title: 'Set one column for many rows',
    column: 'Column',
    text: 'What it becomes',
    which: 'For which rows',
    all: (count: number) => `all rows shown (${count})`,
    empty: (count: number) => `only where it is empty (${count})`,
    submit: 'Set it',
  },
  next: {
    begin: 'Type or scan the first motorcycle, or bring a file.',
    mend: (bad: number) => `${bad} to mend: F4 leads from one to the next.`,
    colleague: 'Every row is good. You have worked on it, so a colleague takes the second look: hand it over, or name its number.',
    look: 'Every row is good. Compare them with the papers, then say that you have looked.',
    pay: (by: string, count: number) => `${by} has looked it through. Now take the money for ${units(count)}.`,
    again: (by: string) => `${by} has looked through what was mended. Now send it again.`,
  },
  handOver: {
    title: 'Hand this batch over',
    hint: 'It stays as it is; from now on it stands in your colleague’s name.',
    to: 'To whom',
    none: 'Nobody else at this office may work on it.',
    submit: 'Hand over',
    done: (name: string) => `The batch is with ${name} now.`,
  },
  check: {
    title: 'Second look',
    hint: 'You say that you have compared this batch with its papers. If a row changes after this, somebody has to look again.',
    submit: 'I have looked',
    done: 'You have looked at this batch.',
  },
  delete: {
    title: 'Delete this batch',
    hint: 'Its rows go with it. The record keeps who deleted it, when and why.',
    reason: 'Why',
    tooShort: 'Say in a few words why.',
    submit: 'Delete the batch',
    keep: 'Keep it',
    done: 'The batch is deleted.',
  },
  cost: {
    title: 'What the good rows cost today',
    line: 'Fee',
    units: 'Units',
    each: 'Each',
    amount: 'Amount',
    total: (count: number) => `Total for ${units(count)}`,
    none: 'No good row yet, so nothing to pay.',
    unsure: 'not in a published table for motorcycles',
    unsureHint: 'Check the marked figures with the registry before you take money.',
  },
  fix: {
    'look-alike': (text: string) => `Put ${text}`,
    plain: (text: string) => `Put ${text}`,
    swap: () => 'Swap the two',
    'model-cc': (text: string) => `Put ${text} cc`,
    joint: () => 'Make it joint',
    listed: (text: string) => `Put ${text}`,
  } satisfies Readonly<Record<BatchFix['code'], (text: string) => string>>,
  problem: {
    'table.scientific': () => tableFile.doubt.scientific,
    'table.spreadsheet-error': () => tableFile.doubt['spreadsheet-error'],
    'table.formula-not-computed': () => tableFile.doubt['formula-not-computed'],
    'batch.pair-swapped': () => 'Chassis and engine stand in each other’s place. Swap them.',
    'batch.same-as-chassis': () => 'This is the chassis number once more. Type the number on the engine.',
    'batch.cc': ({ typed }) => `“${typed ?? ''}” is no engine capacity. Type the cc as a number, such as 125.`,
    'batch.make-unknown': ({ make }) => `No maker “${make ?? ''}” is in the list. Look for a slip, or say that it is right.`,
    'batch.model-unknown': ({ make, model }) =>
      `${make ?? ''} has no model “${model ?? ''}” in the list. Look for a slip, or say that it is right.`,
    'batch.cc-differs': ({ model, usualCc, cc }) =>
      `A ${model ?? ''} usually has ${usualCc ?? ''} cc, not ${cc ?? ''}. Compare with the invoice.`,
    'batch.maker-differs': ({ make, found, expected }) =>
      `Chassis numbers of ${make ?? ''} begin with ${expected ?? ''}; this one begins with ${found ?? ''}. Compare with the frame.`,
    'batch.year': ({ typed, latest }) => `“${typed ?? ''}” is no year of manufacture. Type four digits, at most ${latest ?? ''}.`,
    'batch.number-shape': () => 'This does not look like a number on a document. Type it as it stands there.',
    'batch.ownership': ({ typed }) => `“${typed ?? ''}” is neither single nor joint. Type one of the two.`,
    'batch.joint-with-financier': ({ financier }) =>
      `${financier ?? ''} finances it, and it would be registered to one owner alone. Make it joint, or say that it is right.`,
    'batch.collection-point': ({ typed }) => `No office is called “${typed ?? ''}”. Choose where logbook and plate are fetched.`,
    'batch.same-chassis': ({ row }) => `The same chassis stands in row ${row ?? ''}. Compare both frames; set the doubled row aside.`,
    'batch.same-engine': ({ row }) => `The same engine stands in row ${row ?? ''}. Compare both engines; set the doubled row aside.`,
    'batch.look-alike': ({ row, other }) => `It looks like ${other ?? ''} in row ${row ?? ''}. Compare both, then say that it is right.`,
    'batch.known-in-register': ({ under }) =>
      `The register has it already, as ${under ?? ''}. It cannot be registered twice; set the row aside.`,
    'batch.known-in-queue': ({ under }) => `It is on its way already, under ${under ?? ''}. Set the row aside.`,
    'batch.returned': ({ reason, note }) =>
      `It came back: ${returnedFor[String(reason)] ?? 'see the note'}.${note ? ` “${note}”` : ''} Mend it, or say that it is right.`,
    'batch.known-in-batch': ({ under }) => `It stands in batch ${under ?? ''} already. Set the row aside in one of the two.`,
  } as Readonly<Record<string, (facts: RefusalFacts) => string>>,
};

export type BatchWords = typeof batches;
