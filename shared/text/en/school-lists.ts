import type { RefusalFacts } from '../../domain/refusal.ts';
import type { CandidateField, CandidateFix } from '../../domain/school-list/candidate-row.ts';
import type { SchoolListBody } from '../../domain/services/school-list.ts';
import type { ServiceWords } from '../service-words.ts';
import { batches } from './batches.ts';

const candidates = (count: number) => (count === 1 ? '1 candidate' : `${count} candidates`);

const field: Readonly<Record<CandidateField, string>> = {
  name: 'Name',
  idNumber: 'ID number',
  provisionalNumber: 'Provisional licence',
  phone: 'Phone',
};

const service: ServiceWords<SchoolListBody> = {
  name: 'Driving school’s list',
  about: 'A driving school’s candidates get their seats in one session together: one list, one payment, one receipt.',
  start: 'Open the school lists',
  bring: 'Needed: the school’s list with the name and the ID or provisional licence number of every candidate.',
  step: {},
  subject: {
    question: 'Which list is it?',
    sayWhich: 'May I have the list, please?',
    stopTitle: 'This list cannot be booked',
    sayStopped: 'I am sorry, this list cannot be booked yet.',
    feeStopped: 'none: the list cannot be booked yet',
  },
  facts: ({ number, candidates: count, class: of, centre, day, session }) => [
    ['List', number],
    ['Candidates with a seat', String(count)],
    ['Class', { of: 'class', value: of }],
    ['Test centre', { of: 'centre', value: centre }],
    ['Day', { of: 'day', value: day }],
    ['Session', { of: 'session', value: session }],
  ],
  states: {
    meaning: {
      approved: 'Paid for. The seats were lent to this office beforehand; each candidate’s booking stands by itself.',
      returned: 'The hub did not take the payment of this list, so it took none of its bookings.',
    },
    may: {
      approved: 'The receipt proves the payment for every candidate who has a seat by this list.',
      returned: 'The receipt proves what was paid. A candidate may come to the test only where their own booking is FINAL.',
      cancelled: 'The receipt is void. A candidate may come to the test only where their own booking is FINAL.',
    },
    say: {
      approved: 'The list is booked. Each candidate with a seat has a slip; those who wait have no booking yet.',
      returned: 'The hub did not take this payment, so nobody of the list has a seat yet. Let me look at the message with you.',
    },
    next: { approved: 'Nothing: each candidate has a slip', returned: 'Put the payment right' },
  },
  waysOn: {
    returned: [
      'Was the code wrong? Cancel the list: its bookings end with it and their candidates are free. Then make it anew by one key and book it with the right message.',
      'Has the head office put the payment right? Send again: the payment goes first, and its bookings go with it. There is no second fee.',
    ],
  },
  registrar: {
    applicant: 'Driving school',
    others: 'With them',
    approveTitle: (who) => `Approve the list of ${who}`,
    approveHint: () => 'Bookings are approved by the hub itself.',
    returnTitle: (who) => `Return the list of ${who}`,
    refuseTitle: (who) => `Refuse the list of ${who}`,
  },
  paper: {
    sentence: {
      open: 'NOT A BOOKING. Nothing has been paid and no seat was taken.',
      provisional: 'The hub did not take this payment as it was sent. Only each candidate’s own slip says whether there is a seat.',
      confirmed: 'Paid. Each candidate’s own slip says the seat.',
      ended: 'This list is closed.',
    },
    mayNot: ['use it as a driving licence', 'give a seat to somebody else'],
  },
};

/** Words of a driving school's list: candidates for one session, checked row by row and booked in one act. */
export const schoolLists = {
  service,
  field,
  candidates,
  title: 'School lists',
  hint: 'A driving school’s candidates for one session. Every row is checked on this PC, also with the line down.',
  emptyTitle: 'No list yet',
  empty:
    'A driving school brings its candidates for one session in a spreadsheet, or you type them. Book them in one act with one payment.',
  column: { number: 'List', school: 'Driving school', session: 'Session', rows: 'Candidates', changed: 'Last change', state: 'State' },
  state: { draft: 'being prepared', booked: 'booked', cancelled: 'cancelled' },
  back: (count: number) => `${count} came back`,
  session: (of: string, when: string) => `Class ${of} · ${when}`,
  counts: (good: number, bad: number, aside: number) => `${good} good + ${bad} to mend + ${aside} set aside`,
  open: {
    action: 'New school list',
    title: 'New school list',
    hint: 'All candidates of a list are tested in one session.',
    school: 'Driving school',
    contactName: 'Who brings the list',
    contactHint: 'They stand by it that every candidate asked for this test.',
    contactPhone: 'Their phone',
    class: 'Class',
    centre: 'Test centre',
    day: 'Day',
    session: 'Session',
    seats: (left: number) => (left === 1 ? '1 seat here' : `${left} seats here`),
    waitOnly: 'no seat here: wait list only',
    none: 'No session of this class is open at this centre.',
    submit: 'Open the list',
  },
  file: {
    ...batches.file,
    title: 'Drop the school’s list here, or paste rows with Ctrl+V',
    hint: 'CSV or XLSX: one row of headings, then one candidate in each row. The columns may stand in any order, under their English or Swahili names.',
    type: 'Type the names',
    imported: (added: number, mended: number, unchanged: number) =>
      `${candidates(added)} brought in, ${mended} mended, ${unchanged} stood here already.`,
  },
  mapping: {
    ...batches.mapping,
    hint: (name: string, rows: number) => `${name}, ${candidates(rows)}. Kaunta has read the headings; put right what is wrong.`,
  },
  sheet: { ...batches.sheet, label: 'Candidates of this list' },
  fill: batches.fill,
  fix: {
    'look-alike': (text: string) => `Put ${text}`,
    plain: (text: string) => `Put ${text}`,
    register: (text: string) => `Take ${text}`,
  } satisfies Readonly<Record<CandidateFix['code'], (text: string) => string>>,
  problem: {
    'driver.no-record': () =>
      'This PC knows nobody by this number. Compare it with the ID; with the line up, ask the hub. Or set the row aside.',
    'school.no-such-provisional': () =>
      'This PC knows no such provisional licence. Type the candidate’s ID number; with the line up, ask the hub then.',
    'school.name-differs': ({ name }) =>
      `The register has ${name ?? ''} under this number. Compare with the ID, then take it or say that it is right.`,
    'school.other-provisional': ({ number }) =>
      `The register has provisional licence ${number ?? ''} for this candidate. Compare with the licence.`,
    'school.same-candidate': ({ row }) => `The same candidate stands in row ${row ?? ''}. Set the doubled row aside.`,
    'school.record-incomplete': () =>
      'The register’s record of this candidate lacks something that a booking needs. Book this candidate alone, and set the row aside.',
  } as Readonly<Record<string, (facts: RefusalFacts) => string>>,
  page: {
    askHub: (count: number) => `Ask the hub (${count})`,
    asked: (found: number, missing: number) => `The hub knows ${found} of them${missing === 0 ? '.' : `; ${missing} it does not know.`}`,
    bring: 'Bring a file',
    book: 'Book',
    delete: 'Delete',
    papers: 'Papers',
    back: 'All lists',
    seats: (left: number) => `${left === 1 ? '1 seat' : `${left} seats`} of this session here`,
    noSeats: 'no seat of this session here: wait list only',
    split: (booked: number, waiting: number) =>
      waiting === 0 ? `${booked} would be FINAL` : `${booked} would be FINAL, ${waiting} would wait: NOT A BOOKING`,
    clock: 'The clock of this PC was set back. Nothing can be booked until it is right or the hub has been heard.',
  },
  book: {
    title: (booked: number, waiting: number) =>
      waiting === 0 ? `Book ${candidates(booked)}` : `Book ${booked}, put ${waiting} on the wait list`,
    final: (count: number) => `FINAL: a seat for ${candidates(count)}`,
    finalHint: 'Each is booked at once, also with the line down, with a slip and a seat number.',
    waiting: (count: number) => `NOT A BOOKING: ${candidates(count)} on the wait list`,
    waitingHint: 'There is no seat for them here now. Nothing is paid for them.',
    oldRecords: (count: number) =>
      `The register was not heard for longer than your office allows: ${candidates(count)} may have failed a test or lost the licence since. One word of a supervisor is for the whole list.`,
    noMoney: 'Nobody gets a seat, so nothing is paid.',
    submitWait: 'Put on the wait list',
    /** The bill. */
    bill: {
      title: 'What the tests cost',
      line: 'Fee',
      units: 'Candidates',
      each: 'Each',
      amount: 'Amount',
      total: (count: number) => `Total for ${candidates(count)}`,
      unsure: '',
      unsureHint: '',
    },
    done: (booked: number, waiting: number, receipt: string) =>
      `${candidates(booked)} FINAL, receipt ${receipt}${waiting === 0 ? '.' : `; ${waiting} on the wait list, NOT A BOOKING.`}`,
    doneWaiting: (waiting: number) => `${candidates(waiting)} on the wait list. NOT A BOOKING, and nothing was paid.`,
  },
  result: {
    table: 'What each candidate has',
    seat: 'Seat',
    candidate: 'Candidate',
    number: 'Number',
    standing: 'Standing',
    final: 'FINAL',
    waits: (place: number) => `NOT A BOOKING: waits, place ${place}`,
    sum: (final: number, waiting: number, back: number) =>
      [
        `${candidates(final)} FINAL`,
        ...(back === 0 ? [] : [`${back} came back: NO SEAT`]),
        ...(waiting === 0 ? [] : [`${waiting} on the wait list: NOT A BOOKING`]),
      ].join(', '),
    cameBackHint: 'Their slips are worth nothing. Tell the school, and open each of them with Enter: the case says why, and what to do.',
    paymentBackHint:
      'The hub did not take the payment of this list, so it took none of its bookings. Open the payment: it says why, and what to do.',
    sendAgain: 'Send again',
    cancelled: 'This list was cancelled. Its receipt stays as proof; nobody has a seat by it.',
    anew: 'Make the list anew',
    anewDone: (number: string) => `Its candidates stand in list ${number} now. They are looked at and paid for there.`,
    sentAgain: (sent: number, left: number) =>
      left === 0
        ? `Sent again with ${candidates(sent)}. The hub’s answer comes with the line.`
        : `Sent again with ${candidates(sent)}. ${left} stay as they are: no seat is at hand, or each has to be mended by itself.`,
    receipt: (number: string) => `Receipt ${number}`,
    payment: 'Payment',
  },
  papers: { title: 'Papers of this list', list: 'List for the school', slips: 'All slips', receipt: 'Receipt' },
  delete: {
    title: 'Delete this list',
    hint: 'Its rows go with it. The record keeps who deleted it, when and why. Nothing was booked by it.',
    reason: 'Why',
    tooShort: 'Say in a few words why.',
    submit: 'Delete the list',
    keep: 'Keep it',
    done: 'The list is deleted.',
  },
};

export type SchoolListWords = typeof schoolLists;
