import type { ApplicationState, Standing } from '../../domain/application.ts';

/** Standings and states of an application, and everything that is said about a state wherever it is shown. */
export const states = {
  standing: {
    open: 'DRAFT',
    provisional: 'PROVISIONAL',
    confirmed: 'CONFIRMED',
    ended: 'CLOSED',
  } satisfies Record<Standing, string>,

  label: {
    draft: 'Being typed',
    'awaiting-party': 'Waiting for a party',
    'awaiting-payment': 'Ready to pay',
    queued: 'In the queue',
    'in-review': 'With the registrar',
    approved: 'Approved',
    ready: 'Ready to collect',
    collected: 'Collected',
    declined: 'Declined by a party',
    cancelled: 'Cancelled',
    conflict: 'Conflict',
    returned: 'Returned for mending',
    refused: 'Refused',
    expired: 'Expired',
  } satisfies Record<ApplicationState, string>,

  /** What has happened, for the clerk. */
  meaning: {
    draft: 'The facts are still being typed. Nothing is paid and nothing is sent.',
    'awaiting-party': 'The facts are complete. Somebody still has to confirm for themselves.',
    'awaiting-payment': 'Everybody has confirmed. Take the payment and it is sent.',
    queued: 'Paid and kept at this office. It waits in the queue for the hub.',
    'in-review': 'The hub has this application. It waits for the registrar.',
    approved: 'The registrar approved it, and the hub’s register says so.',
    ready: 'Approved. The eLogbook copy can be printed at the collection office.',
    collected: 'The eLogbook copy was handed over. The application is finished.',
    declined: 'A party said no. Another application can be opened.',
    cancelled: 'Cancelled at this office. Another application can be opened.',
    conflict: 'Another application reached the hub first and both cannot stand, so this one was not applied.',
    returned: 'The register sent it back to be mended. Sending it again costs nothing.',
    refused: 'The registrar refused it. The register has not changed.',
    expired: 'It was not finished in time. Another application can be opened.',
  } satisfies Record<ApplicationState, string>,

  /** What the customer may do with it now. */
  may: {
    draft: 'The customer may leave and come back with the reference. Nothing is owed.',
    'awaiting-party': 'The customer may leave and come back with the reference. Nothing is owed.',
    'awaiting-payment': 'The customer may leave and come back with the reference. Nothing is owed until payment.',
    queued: 'The receipt proves the payment, and nothing else yet.',
    'in-review': 'The receipt proves the payment, and nothing else yet.',
    approved: 'The customer may collect what was asked for when it is ready.',
    ready: 'The owner or the named collector may fetch it with an original ID.',
    collected: 'The owner holds it. Nothing more is needed.',
    declined: 'Nothing was paid, and the register has not changed.',
    cancelled: 'The register has not changed.',
    conflict: 'The receipt proves the payment. The register has not changed.',
    returned: 'The receipt stays good. The customer brings what the register asks for.',
    refused: 'The receipt proves what was paid. The register has not changed.',
    expired: 'Nothing was paid, and the register has not changed.',
  } satisfies Record<ApplicationState, string>,

  /** One sentence to read aloud to the person at the counter. */
  say: {
    draft: 'Let us finish the form together.',
    'awaiting-party': 'Please read the facts and confirm them yourself.',
    'awaiting-payment': 'Everything is confirmed. You can pay now.',
    queued: 'We have your payment and your application. Keep this receipt; the register will change once it is confirmed.',
    'in-review': 'Your application has arrived. The registrar is looking at it now.',
    approved: 'Good news: your application is approved.',
    ready: 'It is ready. Please show your ID.',
    collected: 'This is finished. Thank you.',
    declined: 'This application was declined, so nothing has changed.',
    cancelled: 'This application was cancelled, so nothing has changed.',
    conflict: 'Another application came first. Let me show you what we can do.',
    returned: 'The register asks for a correction. You do not pay again.',
    refused: 'The registrar did not accept this application. Let me read you the reason.',
    expired: 'This application ran out of time. We can start a new one.',
  } satisfies Record<ApplicationState, string>,

  /** The next step, for the work list. */
  next: {
    draft: 'Finish the form',
    'awaiting-party': 'Ask the party to confirm',
    'awaiting-payment': 'Take the payment',
    queued: 'Nothing: the queue sends it',
    'in-review': 'Nothing: the registrar decides',
    approved: 'Nothing: the copy is being made ready',
    ready: 'Hand over the copy',
    collected: 'Nothing',
    declined: 'Nothing',
    cancelled: 'Nothing',
    conflict: 'Read the conflict card',
    returned: 'Mend and send again',
    refused: 'Tell the customer why',
    expired: 'Nothing',
  } satisfies Record<ApplicationState, string>,
};

export type StatesWords = typeof states;
