import type { CopyReason } from '../../domain/logbook-copy.ts';
import type { PrintJobState } from '../../domain/print-job.ts';

/** Words of the logbooks page: approved eLogbook copies to print and hand over. */
export const logbooks = {
  hint: 'Approved at the hub and to be fetched at this office.',
  find: 'Plate, logbook, reference or owner',
  emptyTitle: 'No logbook waits',
  empty: 'Approved logbooks for this office stand here, ready to print.',
  nothingFound: (text: string) => `No logbook fits “${text}”.`,
  column: {
    plate: 'Plate',
    number: 'eLogbook',
    owner: 'Owner',
    approved: 'Approved',
    office: 'Fetched at',
    copies: 'Copies',
    state: 'State',
  },
  copies: (count: number) => (count === 0 ? 'none yet' : count === 1 ? '1 copy' : `${count} copies`),
  replacedBy: (number: string) => `Replaced by ${number}`,
  replacedTitle: (number: string, when: string) => `eLogbook ${number} took the place of this one, ${when}`,
  replacedWords: 'This one is not printed or given out any more. Copies of it that are here stay here; send them back from the shelf.',
  replacedSay: 'Your logbook was replaced by a newer one. Only the newer one is good now.',
  preview: 'Preview',
  copy: 'Print copy',
  handOver: 'Hand over',
  openCase: 'Open its case',
  copyReason: {
    lost: 'The copy was lost',
    damaged: 'The copy is damaged',
    'asked-again': 'The owner asks for another',
    other: 'Other, see the note',
  } satisfies Record<CopyReason, string>,
  copyTitle: (plate: string) => `Print the logbook copy of ${plate}`,
  copyHint: (count: number) =>
    count === 0
      ? 'This is the first copy. It is counted.'
      : `${count === 1 ? 'One copy was' : `${count} copies were`} issued before. This one says REPRINT ${count} with its reason, and a supervisor confirms.`,
  copyAction: 'Count and print',
  reason: 'Why another copy',
  note: 'Note',
  noteMissing: 'Say why in a few words.',
  supervisorTitle: 'A supervisor confirms here',
  sheetNext: (serial: string) => `The next sheet is ${serial}. Lay it in the printer.`,
  sheetNone: 'No numbered sheet is left. A supervisor must receive a new pack under Sheets.',
  sheetPlain: 'This office has received no numbered sheets, so the copy is printed on plain paper.',
  sheetSerial: 'Number on the sheet in the printer',
  sheetCheck: 'Read or scan it off the sheet. Empty means the next one.',
  sheetMatches: 'It is the next sheet.',
  sheetDiffers: (serial: string) =>
    `It is not the next sheet, which is ${serial}. If it lies in stock it will be used, and ${serial} stays.`,
  copyQueued: (copy: number) => `Copy ${copy} is counted and goes to the printer. Look whether it comes out.`,
  copyOnSheet: (copy: number, serial: string) => `Copy ${copy} is counted on sheet ${serial}. Look whether it comes out.`,
  history: 'Copies',
  historyTitle: (plate: string) => `Copies of ${plate}`,
  historyEmpty: 'No copy was issued yet.',
  historyColumn: { copy: 'Copy', when: 'When', who: 'Who', why: 'Why', sheet: 'Sheet', state: 'What became of it' },
  firstCopy: 'first copy',
  confirmedBy: (reason: string, supervisor: string) => `${reason}, ${supervisor}`,
  plainPaper: 'plain paper',
  printState: {
    queued: 'waits for the printer',
    sent: 'with the printer',
    asking: 'did it come out?',
    done: 'came out',
    spoiled: 'did not come out',
    failed: 'was not printed',
    cancelled: 'stopped before printing',
  } satisfies Record<PrintJobState, string>,
  spoiledSheet: (reason: string) => `sheet spoiled: ${reason}`,
  notPrinted: 'was not sent to a printer',
  printAgain: 'Print on the next sheet',
  againHint: (copy: number) => `Copy ${copy} did not come out. It is printed once more as the same copy; counts stay as they are.`,
  openPaper: 'Show this copy',
};

export type LogbooksWords = typeof logbooks;
