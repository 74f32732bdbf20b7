import type { ShelfItemKind } from '../../domain/shelf.ts';

const kind: Readonly<Record<ShelfItemKind, string>> = {
  'elogbook-copy': 'eLogbook copy',
  'paper-logbook': 'Paper logbook',
  plates: 'Number plates',
};

/** Words of the shelf: what waits for its owner, and how it changes hands. */
export const shelf = {
  kind,
  /** Heads of the ageing report as a file. */
  fileHeads: ['What', 'Plate', 'Owner', 'Number', 'Reference', 'Place', 'On the shelf since', 'Days'] as readonly string[],
  handOver: {
    title: (what: string, plate: string) => `Hand over: ${what}, ${plate}`,
    hint: 'Look at the original ID of the person in front of you. The owner or the named collector needs nothing else.',
    name: 'Collector’s full name',
    idNumber: 'Number on their ID',
    letter: 'They come with a letter of authorisation',
    letterHint: 'For a company, and for anybody who is neither the owner nor named in the application. Keep the letter with the case.',
    signedBy: 'Who signed the letter',
    day: 'Day of the letter',
    oldBook: 'The old logbook is here and was taken in',
    method: 'How they sign for it',
    action: 'Handed over',
    done: (plate: string) => `${plate} is handed over.`,
    slip: (number: string) => `Collection slip ${number}`,
    say: 'May I see your original ID, please?',
    sayBook: 'May I see your original ID and have the old logbook, please?',
  },
};

export type ShelfWords = typeof shelf;
