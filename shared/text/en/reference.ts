import type { FeeService } from '../../domain/fee-schedule.ts';
import { formatKes } from '../../base/money.ts';
import { money } from './money.ts';

const years = (count: number) => `${count} years`;
const months = (count: number) => `${count} months`;
const days = (count: number) => `${count} days`;

export const reference = {
  title: 'Rules and tables',
  words: 'What driving tests and licences are judged by on this PC. Nobody changes it here; the hub sends a table anew, from a day on.',
  open: 'Rules and tables',
  tables: {
    'driving-classes': 'Classes',
    'driving-rules': 'Ages, waits and marks',
    'driving-courses': 'Courses',
    'test-centres': 'Test centres',
    'test-sessions': 'Sessions of a day',
    'fee-schedules': 'Fees of licences and tests',
  },
  shipped: (day: string) => `Came with the program, as of ${day}`,
  fromHub: (day: string) => `From the hub, since ${day}`,
  later: (day: string) => `The hub has sent a new table. It is used from ${day} on.`,
  faulty: (day: string) =>
    `The table that the hub sent for ${day} contradicts the others, so the one before it is still used. Tell your head office.`,
  class: 'Class',
  classes: 'Classes',
  name: 'Name',
  age: 'From age',
  noAge: 'as for any licence',
  before: 'Held before',
  nothingBefore: 'nothing',
  heldFor: (ids: readonly string[], count: number) => `${ids.join(' or ')}, ${years(count)}`,
  older: 'Older name',
  source: 'Source',
  sure: 'Sure',
  course: 'Course',
  fee: 'Fee',
  amount: 'Amount',
  from: 'From',
  code: 'Code',
  office: 'Office',
  session: 'Session',
  begins: 'Begins',
  invented: 'Invented for practice; no published list was found',
  services: (service: FeeService) => money.feeLine[service],
  rulesFrom: (day: string) => `Rules from ${day}`,
  value: 'Value',
  stages: 'Part of the test',
  marks: 'Marks',
  passes: (pass: number, full: number) => `${pass} of ${full} pass`,
  rules: {
    minimumAge: 'Age where a class names none',
    provisionalMonths: 'Provisional licence is good for',
    maturityDays: 'From provisional licence to first test',
    resitWaitDays: 'Wait after a failed test',
    resitWithinMonths: 'A failed practical is taken again within',
    rescheduleFeeCents: 'Moving a booked test costs',
    cancelRefundCents: 'Paid back when a booked test is given up',
    certificateMonths: 'Certificate of competence is good for',
    interimMonths: 'Interim licence is good for',
  },
  counted: {
    minimumAge: years,
    provisionalMonths: months,
    maturityDays: days,
    resitWaitDays: days,
    resitWithinMonths: months,
    rescheduleFeeCents: formatKes,
    cancelRefundCents: formatKes,
    certificateMonths: months,
    interimMonths: months,
  },
};

export type ReferenceWords = typeof reference;
