import type { TestBookingBody } from '../../domain/services/test-booking.ts';
import type { ServiceWords } from '../service-words.ts';

const service: ServiceWords<TestBookingBody> = {
  name: 'Driving test',
  about:
    'A learner gets a seat in one session of a test centre. With a seat at hand here the booking is final at once, also with the line down.',
  start: 'Book a driving test',
  bring: 'Needed: the learner’s ID, their provisional licence, and the day that suits them.',
  step: { driver: 'Candidate', place: 'Day' },
  subject: {
    question: 'Who takes the test?',
    sayWhich: 'May I have your ID, please?',
    stopTitle: 'No test can be booked',
    sayStopped: 'I am sorry, another application for this test has to end first.',
    feeStopped: 'none: no test can be booked now',
  },
  facts: ({ class: wanted, centre, day, session, seat }) => [
    ['Class', { of: 'class', value: wanted }],
    ['Test centre', { of: 'centre', value: centre }],
    ['Day', { of: 'day', value: day }],
    ['Session', { of: 'session', value: session }],
    ['Seat', seat === null ? '' : String(seat.seat)],
  ],
  states: {
    meaning: {
      approved: 'FINAL. The seat was lent to this office beforehand, so it is the candidate’s own; nothing has to be waited for.',
      cancelled: 'Cancelled at this office. The seat is free for another candidate.',
      conflict: 'Another office had booked a test for this candidate first, so this booking was not taken.',
      returned: 'The hub did not take this booking. Choose another session and send it again; it costs nothing more.',
    },
    may: {
      approved: 'The candidate comes to the test centre on this day with the ID and the provisional licence.',
      cancelled: 'The candidate has no seat. The receipt proves what was paid.',
      conflict: 'The receipt proves the payment. The other booking is the one that counts.',
      returned: 'The receipt stays good. This paper is not a booking any more.',
      declined: 'Nothing was paid, and no seat was taken.',
      expired: 'Nothing was paid, and no seat was taken.',
    },
    say: {
      approved: 'Your seat is booked and final. Please be there in time, with your ID and your provisional licence.',
      cancelled: 'The booking is cancelled. You have no seat on that day any more.',
      returned: 'Your booking did not go through. Let me put it right for you; it costs nothing more.',
      declined: 'This application was declined, so nothing has changed.',
    },
    next: { approved: 'Nothing: the candidate comes to the test', returned: 'Choose a session and send again' },
  },
  registrar: {
    applicant: 'Candidate',
    others: 'With them',
    approveTitle: (who) => `Approve the test of ${who}`,
    approveHint: () => 'Bookings are approved by the hub itself.',
    returnTitle: (who) => `Return the test of ${who}`,
    refuseTitle: (who) => `Refuse the test of ${who}`,
  },
  paper: {
    sentence: {
      open: 'NOT A BOOKING. Nothing has been paid and no seat was taken.',
      provisional: 'NOT A BOOKING. The hub did not take it as it was sent.',
      confirmed: 'FINAL. The seat is the candidate’s own.',
      ended: 'NOT A BOOKING. This application is closed, and its seat is free.',
    },
    mayNot: ['use it as a driving licence', 'give the seat to somebody else'],
  },
};

/** The words of a driving test's booking: what the service says of itself, and its own two steps. */
export const testBooking = {
  service,
  driver: {
    question: 'Who takes the test?',
    hint: 'Type the number of the ID in your hand, and take over what the register knows.',
    unknown: 'No record here. Without one no test can be booked: ask the hub, or begin with the provisional licence.',
  },
  place: {
    question: 'Which test, where and when?',
    hint: 'The seat is given by itself when the money is taken.',
    class: 'Class',
    centre: 'Test centre',
    day: 'Day',
    session: 'Session',
    say: 'On which day and at which test centre would you like to take the test?',
    label: (of: string, day: string) => `Class ${of}, ${day}`,
    none: 'No day chosen yet',
    seats: {
      final: (left: number) => (left === 1 ? '1 seat' : `${left} seats`),
      asked: 'seats are on their way',
      'wait-list': 'no seat here',
      closed: 'closed',
    },
    final: (until: string) => `FINAL at once. Seats here may be given away until ${until}.`,
    asked: 'Seats of this session are on their way from the hub. It can be booked once they are here.',
    'wait-list':
      'No seat of this session is at hand here, so it cannot be booked now. Only a place on the wait list is open: NOT A BOOKING, and no fee.',
    closed: 'Booking for this day has ended.',
    clock: 'The clock of this PC was set back. Nothing can be booked until it is right or the hub has been heard.',
    noSessions: 'The hub has opened no sessions of this class at this centre.',
    keep: 'Keep seats of this centre at hand',
    kept: 'Seats of this class and centre are kept at hand here.',
  },
  wait: {
    action: 'Put on the wait list',
    done: (place: number) => `On the wait list, place ${place}. NOT A BOOKING, and no fee was taken.`,
  },
  reschedule: {
    title: 'Move the test',
    hint: 'The seat of today is free for another candidate at once. Class and receipt stay.',
    free: 'Only a session with a seat at hand here can be chosen for good.',
    reason: 'Why is it moved?',
    action: 'Move the test',
    keep: 'Leave it as it is',
    done: (seat: number) => `The test is moved. FINAL: seat ${seat}.`,
  },
  promises: {
    come: (who: string, day: string, centre: string) =>
      `${who} takes the test on ${day} at ${centre}, and brings the ID and the provisional licence.`,
    moved: 'No published rule pays the fee back when a test is cancelled or missed.',
    fee: (amount: string) => `The fee is ${amount}.`,
  },
};

export type TestBookingWords = typeof testBooking;
