import type { RejectionReason } from '../../domain/rejection-reason.ts';

/** Words of the registrar's desk, and the reasons a registrar gives. */
export const registrar = {
  hint: 'Oldest first. Your own work waits for a colleague.',
  emptyTitle: 'Nothing to decide',
  empty: 'Cases that offices send stand here, oldest first. Nothing waits now.',
  column: {
    age: 'Age',
    due: 'Due',
    plate: 'Plate',
    who: 'Who',
    clerk: 'Clerk',
    received: 'Received',
    state: 'State',
  },
  workingDays: (count: number) => (count === 1 ? '1 working day' : `${count} working days`),
  today: 'today',
  overdue: 'OVERDUE',
  ownWork: 'YOUR OWN WORK',
  ownWorkHint: 'You took this application at the counter. Maker is never checker: a colleague decides it.',
  open: 'Open',
  back: 'Back to the list',

  section: {
    vehicle: 'Vehicle as sent',
    confirmations: 'Confirmed',
    money: 'Money',
    checks: 'Compare with the scan',
    papers: 'Papers',
  },
  sentBy: (clerk: string, office: string, when: string) => `Sent by ${clerk}, ${office}, ${when}`,
  evidence: 'their own mark is kept at the office',
  scanElsewhere: 'The scan has not arrived yet. The record goes ahead of its files.',
  scanAsk: 'Fetch the scan',
  noScan: 'No scan was sent with this case.',
  nextScan: 'Next paper',

  approve: 'Approve',
  return: 'Return',
  refuse: 'Refuse',
  returnHint: 'The office mends what you name and sends it again. The customer pays nothing more.',
  refuseHint: 'The application ends and the register does not change.',
  reasons: 'Reasons',
  reasonsHint: 'At least one. The clerk reads them to the customer.',
  reasonNeeded: 'Choose at least one reason, or write it below.',
  note: 'Note for the clerk',
  noteHint: 'In plain words: what to bring or what to change.',
  keep: 'Not yet',
  decided: { approved: 'Approved.', returned: 'Returned.', refused: 'Refused.' },
  nextCase: 'The next case is open.',
  lastCase: 'That was the last one.',
  alreadyDecided: 'This case is decided.',

  reason: {
    'logbook-of-another-vehicle': 'The logbook is of another vehicle',
    'logbook-unreadable': 'The logbook scan is defaced or cannot be read',
    'logbook-not-colour-scan': 'The scan is of a photocopy, not of the original in colour',
    'logbook-is-another-paper': 'The file is not a logbook: an invoice, a blank page or a cutting',
    'buyer-details-wrong': 'The buyer’s details are wrong',
    'seller-typed-as-buyer': 'The seller’s own details stand as the buyer’s',
    'paper-of-another-vehicle': 'A paper is about another vehicle or another owner',
    'paper-unreadable': 'A scan cannot be read',
    'paper-is-another-paper': 'A file is not the paper that was asked for',
    'owner-details-wrong': 'The owner’s details are wrong',
  } satisfies Record<RejectionReason, string>,
};

export type RegistrarWords = typeof registrar;
