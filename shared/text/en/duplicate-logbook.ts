import type { DuplicateLogbookBody, DuplicateReason } from '../../domain/services/duplicate-logbook.ts';
import type { ServiceWords } from '../service-words.ts';

const reason: Readonly<Record<DuplicateReason, { readonly label: string; readonly hint: string }>> = {
  lost: { label: 'Lost or stolen', hint: 'Police abstract, sworn affidavit and the DCI tape-lift report.' },
  defaced: { label: 'Defaced', hint: 'The damaged book is scanned as it is, and given up when the copy is fetched.' },
  conversion: { label: 'Paper book to eLogbook', hint: 'The old book is scanned in colour, and given up when the copy is fetched.' },
};

const service: ServiceWords<DuplicateLogbookBody> = {
  name: 'Duplicate logbook',
  about: 'The owner gets a new eLogbook for a book that is lost, defaced or still on paper. The owner stays the same.',
  start: 'Start a duplicate',
  bring: 'Needed: the owner’s ID and KRA PIN; for a lost book abstract, affidavit and tape-lift report; else the old book.',
  step: { vehicle: 'Vehicle', reason: 'Reason', owner: 'Owner' },
  subject: {
    question: 'Which vehicle’s logbook is it?',
    sayWhich: 'Which vehicle is it? Please tell me its number plate.',
    stopTitle: 'No new logbook can be asked for',
    sayStopped: 'I am sorry, the register does not allow a new logbook for this vehicle now.',
    feeStopped: 'none: no new logbook can be asked for now',
  },
  facts: (body) => [['Reason', body.reason === null ? '' : reason[body.reason].label]],
  states: {
    meaning: { approved: 'The registrar approved it. The new eLogbook stands in the hub’s register.' },
    may: {
      queued: 'The receipt proves the payment. It is not a logbook; the owner may use the vehicle as before.',
      'in-review': 'The receipt proves the payment. It is not a logbook; the owner may use the vehicle as before.',
      approved: 'The owner may collect the eLogbook copy when it is ready. The old book is no longer valid.',
      ready: 'The owner or the named collector may fetch the copy with an original ID; an old book that is still there is given up.',
      collected: 'The owner holds the copy. Nothing more is needed.',
      cancelled: 'The old logbook stays the valid one.',
      conflict: 'The receipt proves the payment. No new logbook was made.',
      refused: 'The receipt proves what was paid. The old logbook stays the valid one.',
    },
    say: {
      approved: 'Good news: your new logbook is approved. The copy comes next.',
      ready: 'Your logbook copy is ready. Please show your ID, and the old book if you still have it.',
      declined: 'This application was declined, so nothing has changed.',
    },
    next: {},
  },
  registrar: {
    applicant: 'Asks for it',
    others: 'With them',
    approveTitle: (plate) => `Approve the new logbook of ${plate}`,
    approveHint: (_owners, office) => `The owner stays the same, the old book ends, and the eLogbook copy is freed at ${office}.`,
    returnTitle: (plate) => `Return the duplicate logbook of ${plate}`,
    refuseTitle: (plate) => `Refuse the duplicate logbook of ${plate}`,
  },
  paper: {
    sentence: {
      open: 'Nothing has been paid or sent. This sheet is only for checking what was typed.',
      provisional: 'The register has not changed yet. The new eLogbook is made only when this application is confirmed.',
      confirmed: 'The registrar has approved this application; the old book has ended and a new eLogbook stands in the hub’s register.',
      ended: 'This application is closed and changed nothing in the register.',
    },
    mayNot: ['use it as a logbook or as proof of ownership'],
  },
};

/** The words of the duplicate logbook: what the service says of itself, and its own two steps. */
export const duplicateLogbook = {
  service,
  reason: {
    question: 'What happened to the logbook?',
    hint: 'Ask before you choose: each reason needs its own papers.',
    say: 'What happened to the logbook: is it lost, damaged, or would you like it as an eLogbook?',
    ...reason,
  },
  owner: {
    question: 'Who asks for it?',
    hint: 'The owner in the register, one of joint owners, or who acts for an organisation. Compare with the ID in your hand.',
    fromRegister: 'Filled in from the owner:',
    matches: 'matches the registered owner',
    chooseOwner: 'Which owner is here?',
  },
  promises: {
    lost: (owner: string, plate: string) => `${owner} declares the logbook of ${plate} lost. If it is found, it is brought to an office.`,
    defaced: (owner: string, plate: string) => `${owner} gives up the damaged logbook of ${plate} when the copy is fetched.`,
    conversion: (owner: string, plate: string) => `${owner} gives up the paper logbook of ${plate} when the copy is fetched.`,
    made: 'Once the registrar approves, a new eLogbook is made and the old book is no longer valid. The owner stays the same.',
    fee: (amount: string) => `The fee is ${amount}.`,
    collection: (office: string) => `The eLogbook copy is fetched at ${office}.`,
  },
};

export type DuplicateLogbookWords = typeof duplicateLogbook;
