import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts';

/** Why somebody is not checked in, or a result not given. */
export const testDayRefusals = {
  'test.code-not-valid': () =>
    'This slip’s code is not the word of an office of this hub: it was altered, or its PC was taken off. Keep the slip and look the candidate up by ID.',
  'test.code-not-slip': () => 'This is the code of another paper. Scan the slip of the driving test.',
  'test.not-listed': (facts) =>
    `Nobody with ${facts['code'] ?? 'this number'} is booked at this sitting. Check the number; a slip that says NOT A BOOKING is no seat.`,
  'test.other-sitting': (facts) =>
    `${facts['name'] ?? 'This candidate'} is booked at another sitting: ${facts['centre'] ?? ''}, ${facts['day'] ?? ''}, ${facts['startsAt'] ?? ''}, seat ${facts['seat'] ?? ''}.`,
  'test.checked-in': (facts) => `${facts['name'] ?? 'This candidate'} is checked in already.`,
  'test.not-checked-in': (facts) => `${facts['name'] ?? 'This candidate'} is not checked in. Check in first, then give the marks.`,
  'test.not-our-centre': (facts) => `Only ${facts['office'] ?? 'the office that runs this centre'} checks in and gives results here.`,
  'test.not-today': (facts) => `This test is on ${facts['day'] ?? 'another day'}. Check-in and results are for its day.`,
  'test.booking-ended': (facts) => `Booking ${facts['number'] ?? ''} was cancelled or moved. The candidate needs a seat that stands.`,
  'test.taken': () => 'The candidate has come to this test, or has its result. It cannot be cancelled any more.',
  'test.has-result': (facts) => `${facts['name'] ?? 'This candidate'} has a result already. Correct it if it is wrong.`,
  'test.no-result': (facts) => `${facts['name'] ?? 'This candidate'} has no result yet that could be corrected.`,
  'test.own-work': () => 'You took this booking, so somebody else gives its result.',
  'test.outcome-differs': () =>
    'By the hub’s rules for that day these marks come to another result. Keep the paper, and ask the office admin to compare the rules.',
  'test.marks-missing': () => 'Marks are missing of a part before which all were passed.',
  'test.marks-range': (facts) => `Marks of this part are whole numbers from 0 to ${facts['full'] ?? ''}.`,
  'test.marks-after-gap': () => 'A part before a taken one has no marks.',
  'test.stage-unknown': () => 'The rules of this test have no such part. Open the list again.',
} satisfies Readonly<Partial<Record<RefusalCode, (facts: RefusalFacts) => string>>>;
