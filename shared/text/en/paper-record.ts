/** Words of the copy of records (DOMAIN §3.1: its title is "Particulars of Vehicle"). */
export const paperRecord = {
  title: 'Particulars of vehicle',
  underline: (when: string) => `Copy of records: what this office’s hub holds, printed ${when}.`,
  word: 'COPY OF RECORDS',
  sentence:
    'Each fact stands with where it came from and how old it was when this was printed. Whatever happened after that is not in here.',
  askedBy: 'Asked for by',
  searchedBy: { plate: 'Found by plate', chassis: 'Found by chassis' },
  age: 'Age',
  minutesOld: (count: number) => `${count} min`,
  hoursOld: (count: number) => `${count} h`,
  daysOld: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  owners: 'Registered owners, in the order of the record',
  marks: 'Charges and caveats',
  mark: { charge: 'Charge', caveat: 'Caveat', stolen: 'Reported stolen' },
  by: 'What, and by whom',
  since: 'Since',
};
