import type { CollectorRole, ShelfItemKind } from '../../domain/shelf.ts';

/** Words of the collection slip. */
export const paperCollection = {
  title: 'Collection slip',
  word: 'HANDED OVER',
  sentence: 'The person named below took it away and signed for it.',
  oldBook: 'The old logbook was given up and stays at this office.',
  what: 'What was collected',
  who: 'Who collected it',
  item: 'What',
  itemNumber: 'Its number',
  collector: 'Collected by',
  as: 'As',
  letter: 'Letter',
  at: 'When',
  signedBy: (name: string, day: string) => `signed by ${name}, ${day}`,
  scanned: 'its scan is kept',
  collectorSign: 'Collector',
  clerkSign: 'Clerk',
  onScreen: 'signed on the screen',
  kind: {
    'elogbook-copy': 'eLogbook copy',
    'paper-logbook': 'Paper logbook',
    plates: 'Number plates',
  } satisfies Record<ShelfItemKind, string>,
  role: {
    owner: 'the owner',
    named: 'named in the application',
    letter: 'authorised by letter',
  } satisfies Record<CollectorRole, string>,
};

export type PaperCollectionWords = typeof paperCollection;
