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
  preview: 'Preview',
  copy: 'Print copy',
  handOver: 'Hand over',
  openCase: 'Open its case',
  copyTitle: (plate: string) => `Print the logbook copy of ${plate}`,
  copyHint: (count: number) =>
    count === 0
      ? 'This is the first copy. It is counted.'
      : `${count === 1 ? 'One copy was' : `${count} copies were`} made before. Every copy is counted.`,
  furtherCopy: 'asked for again',
  copyCounted: 'Every copy is counted and named in the journal.',
  copyAction: 'Count and print',
  handOverTitle: (plate: string) => `Hand over the copy of ${plate}`,
  handOverHint: 'Look at the original ID and take in the old logbook. After this the application is finished.',
  collectorId: 'ID number of the person in front of you',
  collectorHint: 'The owner, or the collector named in the application.',
  handOverAction: 'Handed over',
  handedOver: (plate: string) => `${plate} is handed over. The application is finished.`,
  say: 'May I see your ID and the old logbook, please?',
};

export type LogbooksWords = typeof logbooks;
