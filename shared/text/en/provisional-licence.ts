import type { ProvisionalLicenceBody } from '../../domain/services/provisional-licence.ts';
import type { ServiceWords } from '../service-words.ts';

const service: ServiceWords<ProvisionalLicenceBody> = {
  name: 'Provisional driving licence',
  about:
    'A learner gets leave to learn one class of vehicle at a driving school. Age and earlier classes are checked here, also with the line down.',
  start: 'Start a provisional licence',
  bring: 'Needed: the learner’s ID and KRA PIN, the eye and medical form, and the name of the licensed driving school.',
  step: { driver: 'Learner', class: 'Class' },
  subject: {
    question: 'Who wants to learn to drive?',
    sayWhich: 'May I have your ID, please?',
    stopTitle: 'No provisional licence can be asked for',
    sayStopped: 'I am sorry, the rules do not allow this provisional licence now.',
    feeStopped: 'none: no provisional licence can be asked for now',
  },
  facts: ({ class: wanted, school, dateOfBirth }) => [
    ['Class', { of: 'class', value: wanted }],
    ['Driving school', school],
    ['Born', { of: 'day', value: dateOfBirth }],
  ],
  states: {
    meaning: { approved: 'The registrar approved it. The provisional licence stands in the hub’s register.' },
    may: {
      queued: 'The receipt proves the payment. It is not a licence: nobody may drive with it.',
      'in-review': 'The receipt proves the payment. It is not a licence: nobody may drive with it.',
      approved: 'The learner may drive the class they learn, with their instructor, until the provisional licence ends.',
      cancelled: 'No provisional licence was made.',
      conflict: 'The receipt proves the payment. This application made no provisional licence.',
      refused: 'The receipt proves what was paid. No provisional licence was made.',
    },
    say: {
      approved: 'Good news: your provisional licence is approved. Here is your slip.',
      declined: 'This application was declined, so nothing has changed.',
    },
    next: { approved: 'Tell the learner and print the slip' },
  },
  registrar: {
    applicant: 'Learner',
    others: 'With them',
    approveTitle: (who) => `Approve the provisional licence of ${who}`,
    approveHint: () => 'The register gives it a number and an end, and the office can print the slip.',
    returnTitle: (who) => `Return the provisional licence of ${who}`,
    refuseTitle: (who) => `Refuse the provisional licence of ${who}`,
  },
  paper: {
    sentence: {
      open: 'Nothing has been paid or sent. This sheet is only for checking what was typed.',
      provisional: 'The register has not changed yet. Nobody may drive with this paper.',
      confirmed: 'The registrar has approved this application; the provisional licence stands in the hub’s register.',
      ended: 'This application is closed and changed nothing in the register.',
    },
    mayNot: ['use it as a driving licence'],
  },
};

/** The words of the provisional licence: what the service says of itself, and its own two steps. */
export const provisionalLicence = {
  service,
  driver: {
    question: 'Who wants to learn to drive?',
    hint: 'Type the number of the ID in your hand. What the register knows fills in by itself.',
    dateOfBirth: 'Date of birth',
    dateOfBirthHint: 'As on the ID, such as 1999-04-30',
    take: 'Fill in from the register',
    askHub: 'Ask the hub',
    unknown: 'No record here yet. Type it from the ID; a first licence has none.',
    age: (years: number) => (years === 1 ? '1 year old' : `${years} years old`),
    holds: (classes: string) => `Holds ${classes}`,
    learns: (of: string, until: string) => `Learns ${of} until ${until}`,
    noClass: 'Holds no class yet',
  },
  class: {
    question: 'Which class, and at which school?',
    hint: 'One class is learned at a time. What it asks for stands below it.',
    class: 'Class',
    school: 'Driving school',
    schoolHint: 'The licensed school at which the learner is enrolled',
    none: 'No class yet',
    label: (id: string) => `Class ${id}`,
    from: (age: number) => `From ${age} years of age.`,
    after: (classes: readonly string[], years: number) => `After ${years} years of class ${classes.join(' or ')}.`,
    unsure: 'Sources differ on this. They are listed under System, Rules and tables; the registrar may ask for more.',
    say: 'Which kind of vehicle will you learn, and at which driving school?',
  },
  promises: {
    school: (who: string, wanted: string, school: string) =>
      `${who} learns class ${wanted} at ${school}, and drives only with an instructor.`,
    truth: 'The date of birth and the medical form are true; a false one ends the licence.',
    fee: (amount: string) => `The fee is ${amount}.`,
  },
};

export type ProvisionalLicenceWords = typeof provisionalLicence;
