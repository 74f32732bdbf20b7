import { formatKes } from '../../base/money.ts';
/** What the hub said of an application, by the state it gave. */
const hubState: Readonly<Record<string, string>> = {
  'in-review': 'The hub has it; it waits for the registrar',
  approved: 'The registrar approved it',
  ready: 'Ready to collect',
  returned: 'The registrar sent it back',
  refused: 'The registrar refused it',
  conflict: 'The hub held another act first',
  collected: 'The hub knows it was collected',
  cancelled: 'The hub knows it was cancelled',
};

/** Words of one application's own page: what it is, what may be done with it, and what has happened to it. */
export const casePage = {
  title: (service: string, plate: string) => (plate === '' ? service : `${service} · ${plate}`),
  mayTitle: 'What the customer may do',
  facts: 'Facts',
  timeline: 'What has happened',
  timelineEmpty: 'Nothing yet.',
  more: (count: number) => `Show ${count} earlier`,
  byAt: (actor: string, office: string) => `${actor}, ${office}`,
  deviceNo: (no: number) => `PC ${no}`,

  section: {
    vehicle: 'Vehicle',
    parties: 'People',
    papers: 'Papers',
    money: 'Money',
    time: 'Time',
  },

  label: {
    reference: 'Reference',
    clerk: 'Clerk',
    opened: 'Opened',
    sent: 'Sent',
    sentAgain: 'Sent again',
    due: 'Due',
    overdue: 'OVERDUE',
    dueRule: 'Counted in Kenyan working days from the day it was sent.',
    dueNotYet: 'Counted once it is sent.',
    sellerInforms: 'Seller must tell the Registrar by',
    buyerRegistered: 'Not to be used unless registered by',
    law: 'Traffic Act, section 9',
    collection: 'Collection office',
    collector: 'Collector’s ID',
    logbook: 'eLogbook number',
    provisional: 'Provisional licence',
    goodUntil: 'Good until',
    receipt: 'Receipt',
    payment: 'Payment',
    confirmed: 'confirmed',
    notConfirmed: 'not confirmed',
    supervised: 'Old facts allowed by',
    noScans: 'No scan yet.',
    noPayment: 'Nothing paid yet.',
  },

  action: {
    receipt: 'Receipt',
    reschedule: 'Move the test',
    interimLicence: 'Licence',
    testSlip: 'Test slip',
    summary: 'Application on paper',
    edit: 'Go on typing',
    mend: 'Mend',
    openList: 'Open the list',
    openBatch: 'Open the batch',
    resubmit: 'Send again',
    pay: 'Take payment',
    confirm: 'Confirm',
    cancel: 'Cancel it',
    preview: 'Preview logbook',
    copy: 'Print logbook copy',
    scan: (kind: string) => `View: ${kind}`,
  },

  decision: {
    returned: 'The registrar sent it back',
    refused: 'The registrar refused it',
    approved: 'The registrar approved it',
    conflict: 'Somebody else was first',
    hub: 'The hub did not take it',
    by: (who: string, office: string, when: string) => `${who}, ${office}, ${when}`,
    note: 'Note',
    choices: 'What can be done now',
  },
  outcome: { approved: 'approved', returned: 'sent back', refused: 'refused' } as Readonly<Record<string, string>>,

  choices: {
    /** Where the hub did not take the money. */
    payment: [
      'Was the code wrong? Cancel this, or declare its receipt void in Money, and open the case anew with the right message.',
      'Has the head office put the payment right? Send it again. There is no second fee.',
    ],
    returned: [
      'Mend what is named and send it again. The fee and the receipt stay.',
      'If the customer does not want to go on, cancel it. The receipt stays as proof of payment.',
    ],
    refused: [
      'Read the reason to the customer and give them the application on paper.',
      'A new application may be opened once the reason is gone.',
    ],
  },
  conflictCard: {
    label: 'Conflict',
    title: 'Another application came first',
    words: 'The register follows the first one. Yours was not applied, and nothing of it was lost.',
    yours: 'Your act',
    theirs: 'The act that came first',
    sent: (when: string) => `sent ${when}`,
    came: (when: string) => `came in ${when}`,
    reference: (reference: string) => `under ${reference}`,
    holds: 'Your customer holds',
    holdsReceipt: (number: string, amount: string) => `PROVISIONAL receipt ${number} for ${amount}`,
    holdsNothing: 'no receipt: nothing was paid',
    say: (office: string, when: string) =>
      `I am sorry: ${office} recorded another application on ${when}, before ours arrived, and both cannot stand. Your receipt proves your payment. You may take the money back, ask the registrar, or wait.`,
    choices: 'Choose with the customer',
    cancel: {
      title: 'They accept it',
      words: (amount: string) => `This application ends. The receipt stays as proof, and they ask for the ${amount} back with the slip.`,
      wordsUnpaid: 'This application ends. Nothing was paid.',
      action: 'Cancel it',
      reason: (office: string) => `Another act came first at ${office}; refund asked for.`,
    },
    slip: {
      title: 'They dispute it',
      words:
        'The slip names both acts and what they hold. With it, their papers and their ID, the registrar decides; nothing changes here until then.',
      action: 'Print the slip',
    },
    again: {
      title: 'They wait',
      words:
        'If the other one is refused or cancelled, the way is free: send it again then, with no second fee. Before that it only comes back.',
      action: 'Send again',
    },
    compare: {
      title: 'Yours beside the register',
      row: 'Fact',
      mine: 'As you sent it',
      now: (asOf: string) => `In the register, as of ${asOf}`,
      differs: 'differs',
      none: '–',
      owner: 'Owner',
      marks: 'Charges and caveats',
      notKnown: 'This PC does not know the vehicle as it stands in the register now.',
      ask: 'Ask the hub now',
    },
  },

  cancel: {
    title: 'Cancel this application',
    hintOpen: 'Nothing was paid. Another application can be opened then.',
    hintPaid: 'Money was taken. The receipt keeps its number and stays as proof; a refund is asked for separately.',
    hintList:
      'Money was taken. The receipt keeps its number and stays as proof. The bookings of the list that came back end with it, so that their candidates can be booked anew.',
    reason: 'Why is it cancelled?',
    action: 'Cancel the application',
    keep: 'Keep it',
  },
  resubmitted: 'Sent again. It waits for the registrar.',
  cancelled: 'Cancelled.',

  paper: {
    receipt: (number: string) => `Receipt ${number}`,
    application: (reference: string) => `Application ${reference}`,
    testSlip: (reference: string) => `Slip of ${reference}`,
    conflictSlip: (reference: string) => `Conflict slip ${reference}`,
    preview: 'Logbook preview, not valid',
    copy: (number: string) => `eLogbook copy ${number}`,
    print: 'Print',
    save: 'Save as file',
    a4: 'A4',
    '80mm': '80 mm',
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    width: 'Paper',
    failed: 'The paper could not be shown.',
  },

  /** What was done with a booked test, and what that does to its receipt. */

  /** Sentences of the timeline by journal kind; `facts` are short and masked. A kind without a sentence shows its own words. */
  event: {
    'applications.open': () => 'Opened',
    'applications.sendCode': (facts) => join('Code sent', facts['sentTo']),
    'applications.confirm': (facts) => join('Confirmed for themselves', facts['role'], facts['method']),
    'applications.confirm.refused': (facts) => join('Wrong one-time code', facts['role']),
    'applications.supervise.refused': (facts) => join('Supervisor’s password refused', facts['role']),
    'applications.decline': (facts) => join('Declined', facts['role'], facts['reason']),
    'applications.supervise': (facts) => join('Old facts allowed by a supervisor', facts['supervisor'], facts['reason']),
    'applications.submit': (facts) => join('Paid and put in the queue', facts['receiptNumber'] ?? facts['receipt']),
    'applications.resubmit': () => 'Mended and sent again',
    'batches.submit': () => 'Batch paid for and sent',
    'batches.resubmit': () => 'Mended motorcycles sent again',
    'batches.askRefund': (facts) => join('Money asked back', formatKes(Number(facts['amountCents'] ?? 0)), facts['supervisor']),
    'batches.askRefund.refused': () => 'Supervisor’s password refused for a refund',
    'batches.submitPart': () => 'Motorcycles of the batch written down',
    'registrar.decideBatch': () => 'Batch decided',
    'applications.cancel': (facts) => join('Cancelled', facts['reason']),
    'applications.expire': () => 'Ran out of time',
    'applications.attachScan': (facts) => join('Scan added', facts['kind'], facts['fileName']),
    'applications.replaceScan': (facts) => join('Lost scan made anew', facts['kind'], facts['fileName']),
    'applications.removeScan': (facts) => join('Scan removed', facts['kind']),
    'registrar.decide': (facts) => join('Registrar decided', facts['outcome']),
    'tests.wait': () => 'Put on the wait list, NOT A BOOKING',
    'tests.reschedule': (facts) => join('Moved to another session', facts['reason']),
    'shelf.put': (facts) => join('Put on the shelf', facts['place']),
    'shelf.move': (facts) => join('Moved on the shelf', facts['place']),
    'shelf.sendBack': () => 'Sent back',
    'shelf.handOver': (facts) => join('Copy handed over', facts['logbookNumber']),
    'logbooks.issueCopy': (facts) => join('Logbook copy issued, number', facts['copy'], facts['sheetSerial'], facts['supervisor']),
    'logbooks.issueCopy.refused': (facts) => join('Supervisor’s password refused for a further copy', facts['supervisor']),
    'logbooks.printAgain': (facts) => join('Logbook copy printed again, number', facts['copy'], facts['sheetSerial']),
    'payments.voidReceipt': (facts) => join('Receipt declared void', facts['receiptNumber'], facts['supervisor']),
    'payments.voidReceipt.refused': (facts) => join('Supervisor’s password refused for a void', facts['receiptNumber']),
    'payments.reprint': (facts) => join('Receipt printed again, REPRINT', facts['reprint']),
    'testDay.checkIn': () => 'Came to the test',
    'testDay.giveResult': (facts) => join('Test result given', facts['number']),
    'testDay.giveResult.refused': () => 'Supervisor’s password refused for the result',
    'hub.application': (facts) =>
      isSentBackByHub(facts)
        ? 'The hub did not take it'
        : join(hubState[String(facts['state'])] ?? 'The hub answered', facts['by'], facts['office'], facts['logbookNumber']),
    'hub.payment': (facts) => join('The hub looked for the money', facts['state']),
    'queue.discard': (facts) => join('Taken off the queue', facts['reason']),
    'queue.offerAgain': () => 'Offered to the hub again',
  } as Readonly<Record<string, (facts: EventFacts) => string>>,
};

type EventFacts = Readonly<Record<string, string | number>>;

/** The hub's own rules sent it back; no registrar has seen it. */
export function isSentBackByHub({ state, office }: EventFacts): boolean {
  return state === 'returned' && (office ?? '') === '';
}

function join(sentence: string, ...details: readonly (string | number | undefined)[]): string {
  const said = details.filter((detail) => detail !== undefined && detail !== '');
  return said.length === 0 ? sentence : `${sentence}: ${said.join(', ')}`;
}

export type CasePageWords = typeof casePage;
