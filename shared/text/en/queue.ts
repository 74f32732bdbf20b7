import type { RefusalFacts } from '../../domain/refusal.ts';
import type { HubRefusalCode } from '../../protocol/refusal.ts';

/** Why something still waits, beyond what the hub itself says of an act: what this PC met on the way. */
export type WaitReason =
  | HubRefusalCode
  | 'line-cut'
  | 'line-down'
  | 'not-understood'
  | 'not-saved'
  | 'not-answered'
  | 'hub-waiting'
  | 'set-aside';

export const queue = {
  title: 'Queue',
  words: 'What this PC has done and the hub has not yet answered. Nothing leaves this list without an answer.',
  tryNow: 'Try now',
  trying: 'Trying now.',
  table: 'Waiting for the hub',
  what: 'What',
  case: 'Case',
  state: 'State',
  age: 'Age',
  tries: 'Tries',
  next: 'Next try',
  states: {
    waiting: 'Waiting',
    sending: 'Sending',
    retrying: 'Will try again',
    'waiting-for': 'Waits for another',
    refused: 'Refused',
    conflict: 'Conflict',
    'set-aside': 'Set aside',
  },
  reason: 'Why it waits',
  nextInSeconds: (seconds: number) => `in ${seconds} s`,
  nextNow: 'now',
  nextNone: 'not by itself',
  by: (clerk: string) => `by ${clerk}`,
  reasons: {
    'line-cut': () => 'The line is cut for practice. It goes when the line is joined again.',
    'line-down': () => 'The hub does not answer. It is tried again by itself.',
    'not-understood': () =>
      'Something answered that is not a Kaunta hub: perhaps a sign-in page of the network. It is tried again by itself.',
    'not-saved': () => 'This PC could not save the hub’s answer. It is asked again; nothing is done twice.',
    'not-answered': () => 'The hub took the batch but said nothing of this one. It is sent again; nothing is done twice.',
    'hub-waiting': (facts) => `The hub waits for another entry first: ${facts['waitingFor'] ?? 'an earlier one'}.`,
    'set-aside': (facts) => `It cannot be sent as it is (${facts['code'] ?? 'unknown'}). Tell support; everything else goes on.`,
    'hub.busy': () => 'The hub is busy. It is tried again by itself.',
    'hub.crowded': () => 'Many offices are sending at once. It goes as soon as the hub has room.',
    'hub.fault': (facts) => `The hub has a fault of its own, ${facts['reference'] ?? 'without a number'}. It is tried again by itself.`,
    'request.clock': () => 'The clock of this PC is more than a day wrong. Set it right; then it goes by itself.',
    'request.protocol': () => 'The hub speaks another version. Bring this PC up to date; nothing is lost meanwhile.',
    'request.signature': () => 'The hub does not recognise this PC’s signature. Tell the head office.',
    'request.too-large': () => 'It is too large for one message. It is sent again in smaller parts.',
    'request.too-deep': () => 'The hub could not read the message. Tell support.',
    'request.unreadable': () => 'The hub could not read the message. Tell support.',
    'request.invalid': () => 'The hub could not read the message. Tell support.',
    'request.unknown-path': () => 'This address is not the hub’s. Tell the head office.',
    'request.method': () => 'This address is not the hub’s. Tell the head office.',
    'request.content-type': () => 'This address is not the hub’s. Tell the head office.',
    'device.unknown': () => 'The hub does not know this PC. Tell the head office; what waits is kept.',
    'device.revoked': () => 'The head office has locked this PC out of the hub. What waits is kept. Call them.',
    'device.left': () => 'This PC has left its office and sends nothing more.',
    'enrol.code-wrong': () => 'The one-time code was not accepted.',
    'chain.epoch': () => 'The hub has a newer start of this PC’s journal. Tell the head office.',
    'chain.order': () => 'The hub found the journal out of order. Tell the head office.',
    'chain.gap': () => 'The hub misses an earlier row of the journal. It is sent again by itself.',
    'chain.fork': () =>
      'The hub already has another row in this place of the journal: these data were copied or brought back. Tell the head office.',
    'chain.hash': () => 'The hub found a row that was changed after it was written. Tell the head office today.',
    'chain.payload': () => 'The hub found a row that was changed after it was written. Tell the head office today.',
    'chain.previous': () => 'The hub found a row that does not follow the one before. Tell the head office today.',
    'chain.entry-repeated': () => 'The hub already has this entry under another row. Tell the head office.',
    'chain.signature': () => 'The hub does not recognise the signature of this PC’s journal. Tell the head office.',
    'code.no-sms': () => 'The hub cannot send messages to phones now.',
    'code.too-many': () => 'Too many codes were sent to this phone within the hour.',
    'code.not-sent': () => 'The message could not be sent to the phone.',
    'scan.lost': () => 'The scan is no longer on this PC. Scan the paper again.',
    'scan.differs': () => 'The scan arrived changed. It is sent again by itself.',
  } satisfies Readonly<Record<WaitReason, (facts: RefusalFacts) => string>>,
  noReason: 'It has not been tried yet.',
  otherReason: (code: string) => `The hub says: ${code}. Open the case to mend it.`,
  conflict: (what: string, who: string, office: string) =>
    `Another act came first: ${[what, who, office].filter((part) => part !== '').join(', ')}.`,
  emptyTitle: 'Nothing waits',
  emptyWords: 'Everything this PC has done has reached the hub. When the line is down, each act stands here with its age and its next try.',
  lineDownEmpty: 'The line is down, but nothing waits to be sent.',
};

export type QueueWords = typeof queue;
