/** Words of the report of what waits on the shelf. */
export const paperShelf = {
  title: 'Shelf, by age',
  total: (count: number) => (count === 1 ? '1 THING WAITS' : `${count} THINGS WAIT`),
  oldest: (days: number) => (days === 1 ? 'The longest for 1 day.' : `The longest for ${days} days.`),
  empty: 'The shelf is empty.',
  byAge: 'How long they have waited',
  age: 'Waiting for',
  count: 'Things',
  items: (shown: number, total: number) =>
    shown === total ? 'Each thing, the longest first' : `The ${shown} that have waited longest, of ${total}`,
  place: 'Place',
  plate: 'Plate',
  kind: 'What',
  owner: 'Owner',
  since: 'Since',
  days: 'Days',
};

export type PaperShelfWords = typeof paperShelf;
