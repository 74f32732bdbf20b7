/** Words of the driving test on paper: the candidate's slip and the examiner's day list (DOMAIN §6). */
export const paperTests = {
  slipTitle: 'Driving test',
  listTitle: 'Driving tests: day list',
  final: 'FINAL',
  finalSentence: 'This seat is yours. It does not depend on the line or on any later answer.',
  notABooking: 'NOT A BOOKING',
  notABookingSentence:
    'No seat is held. You are on the waiting list, and this office tells you when a seat is free. Do not travel to the test on this slip.',
  seat: 'Seat',
  place: 'Place on the waiting list',
  session: { morning: 'morning', afternoon: 'afternoon' },
  start: 'Be there by',
  askedFor: (session: string) => `asked for, ${session}; no seat yet`,
  candidate: 'Candidate',
  licenceClass: 'Class',
  provisional: 'Provisional licence',
  attempt: (count: number) => `attempt ${count}`,
  bringTitle: 'Bring along',
  bring: ['your original ID', 'your provisional driving licence', 'the eye and medical form', 'this slip'],
  seats: (taken: number) => (taken === 1 ? '1 candidate' : `${taken} candidates`),
  listWord: (when: string) => `As this PC held it, ${when}.`,
  listHeard: (when: string) =>
    `The hub was last heard ${when}: a seat that another office booked after that is not on this list. Cross out whoever does not come.`,
  listNeverHeard: 'The hub was never heard: seats of other offices are not on this list. Cross out whoever does not come.',
  result: 'Result',
  examiner: 'Examiner, name and signature',
  supervisor: 'Supervisor, name and signature',
};
