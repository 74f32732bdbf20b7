/** Words of the place of driving tests: its calendar and what this office has booked. */
export const tests = {
  hint: 'Green is final here and now, also with the line down. Enter books that session.',
  emptyTitle: 'No driving tests are open',
  empty: 'The hub opens sessions by centre, day and class. They are here as soon as it has told this office.',
  tabs: { label: 'Driving tests', calendar: 'Calendar', day: 'Test day' },
  place: { class: 'Class', centre: 'Test centre' },
  calendar: {
    label: (of: string, centre: string) => `Seats of class ${of} at ${centre}`,
    day: 'Day',
    cell: (day: string, time: string) => `${day} ${time}`,
    keptCentre: (name: string) => `${name} · kept at hand`,
    kept: 'Seats of this class and centre are kept at hand here.',
    notKept: 'No seats are kept at hand here: only the wait list is open.',
    keep: 'Keep seats at hand',
    giveBack: 'Give the seats back',
    state: {
      final: (left: number) => (left === 1 ? '1 seat' : `${left} seats`),
      asked: () => 'on their way',
      'wait-list': () => 'wait list',
      closed: () => 'closed',
    },
    noSession: 'no session',
    until: (when: string) => `until ${when}`,
    atHub: (seats: number) => `none here · ${seats} in the country`,
  },
  booked: {
    title: 'Booked by this office',
    heading: (shown: number, total: number) =>
      shown === total ? `Booked by this office: ${total}` : `Booked by this office: the next ${shown} of ${total}`,
    none: 'Nothing yet to come. Choose a session above and press Enter.',
  },
  column: {
    day: 'Day',
    session: 'Time',
    class: 'Class',
    seat: 'Seat',
    candidate: 'Candidate',
    centre: 'Test centre',
    number: 'Number',
  },
};

export type TestsWords = typeof tests;
