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
  | 'set-aside'
  | 'forked'
  | 'set-back'
  | 'twin'
  | 'pull-held'
  | 'answer-differs'
  | 'answer-unknown';

export const queue = {
  title: 'Queue',
  words: 'What this PC has done and the hub has not yet answered. Nothing leaves this list without an answer or a named person’s reason.',
  tryNow: 'Try now',
  trying: 'Trying now.',
  table: 'Waiting for the hub',
  what: 'What',
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
  nextWithLine: 'with the line',
  by: (clerk: string) => `by ${clerk}`,
  acts: (count: number) => (count === 1 ? '1 act' : `${count} acts`),
  unfold: (count: number) => `Show its ${count} acts`,
  fold: 'Hide its acts',
  lead: (acts: number, cases: number) =>
    `${acts === 1 ? '1 act' : `${acts} acts`}${cases === 0 ? '' : ` in ${cases === 1 ? '1 case' : `${cases} cases`}`}`,
  needsYou: (count: number) => (count === 1 ? '1 needs a person' : `${count} need a person`),
  notSentYet: 'nothing yet',

  /** The panel beside the list: everything about the line the keys stand on. */
  detail: {
    title: 'The act in the list',
    caseTitle: 'The case in the list',
    more: 'More about it',
    what: 'What',
    who: 'Who',
    when: 'When',
    size: 'Size',
    sent: 'Sent so far',
    lastTried: 'Last try',
    why: 'Why',
    field: 'Where',
    todo: 'What to do',
  },
  /** What each state means and what a person does about it. */
  todo: {
    waiting: 'Nothing. It goes by itself.',
    sending: 'Nothing. It is on its way now.',
    retrying: 'Nothing. It is tried again by itself, at the latest every 5 minutes.',
    'waiting-for': 'Nothing. It goes after the act it waits for.',
    refused: 'Open the case, mend what the hub names and send it again. Number and first time stay.',
    conflict: 'Open the case and choose one of the lawful ways on its card.',
    'set-aside': 'It is kept here and holds nothing up. A supervisor can offer it again, or discard it with a reason.',
  },
  /** Where an act is looked at and mended. */
  open: {
    case: 'Open the case',
    batch: 'Open the batch',
    stock: 'Open the stock',
    'trade-plates': 'Open the KD plates',
    'test-day': 'Open the test day',
  },
  /** What to do there about an act that does not go by itself, where that is no case. */
  todoAt: {
    batch: 'Open the batch: it shows what came back and why. Mend its rows and send them again, or ask their money back.',
    stock:
      'Open the stock: the motorcycle stands there as the hub has it. Sell the buyer another one, or leave it. The rows of a sale that does not count are set aside in their batch.',
    'trade-plates': 'Open the KD plates and compare with the plate in your hand. Note the movement anew if it is so.',
    'test-day': 'Open the test day: the candidate’s row shows both results and what can be chosen.',
  },
  mend: 'Open at the wrong field',
  offerAgain: 'Offer again',
  offered: 'It is offered to the hub again.',
  discard: {
    action: 'Discard',
    title: (what: string) => `Discard: ${what}`,
    lost: 'The hub will never learn of this act:',
    line: (what: string, reference: string, clerk: string, when: string) =>
      `${[what, reference].filter((part) => part !== '').join(', ')}, done by ${clerk} on ${when}`,
    kept: 'It stays in the records of this PC with your name and your reason. Receipts keep their numbers. It cannot be brought back to the queue.',
    reason: 'Why is it discarded?',
    reasonShort: 'Say why in at least 5 letters.',
    confirm: 'Discard it for good',
    keep: 'Keep it in the queue',
    done: 'Discarded. It stands in the records with your reason.',
    ownAct: 'This is your own act. Another supervisor must discard it.',
    needsSupervisor: 'Only a supervisor can discard it.',
  },
  guard: {
    title: 'The hub wants to take many records away from this PC',
    words: (gone: number, known: number, what: string) =>
      `In one answer ${gone} of ${known} ${what} would disappear here. That may be right, or a fault at the hub. Nothing was removed yet; everything else goes on.`,
    ask: 'Call the head office and ask whether this is meant. Then choose.',
    since: (when: string) => `Held up since ${when}.`,
    kept: (who: string) => `${who} has kept them. The hub is not listened to about these until somebody lets it.`,
    allow: 'Let it take them away',
    keep: 'Keep them here',
    needsSupervisor: 'A supervisor or an admin decides this.',
    kinds: {
      vehicle: 'vehicles',
      application: 'applications',
      case: 'cases to decide',
      logbook: 'logbooks',
      payment: 'payments',
    } as Readonly<Record<string, string>>,
    otherKind: 'records',
  },
  lostScans: {
    title: (count: number) => (count === 1 ? 'A scan is lost' : `${count} scans are lost`),
    words: 'Gone from this PC before the hub had it. Open the case and scan the paper again.',
  },
  device: {
    retiring: 'This PC is leaving its office',
    retiringWords: (by: string) =>
      `${by} It takes no new acts. What waits here is still sent; when the queue is empty, the PC locks. Leave it on and on the line.`,
    byHub: 'The head office has asked for it.',
    byOffice: 'An admin of this office has asked for it.',
    revoked: 'The head office has locked this PC out',
    revokedWords: 'It sends nothing more. What waits is kept here. Call the head office.',
    left: 'This PC has left its office',
    leftWords: 'It sends nothing more and takes no new acts.',
    reason: (reason: string) => `Their reason: ${reason}`,
  },
  alarms: {
    'countersign-wrong': 'An answer carried a signature that is not the hub’s. It was not believed. Tell the head office today.',
    'countersign-missing': 'The hub has answered without its signature. Tell the head office.',
    twin: 'Another PC sends under this PC’s name: its data were copied. Tell the head office today.',
  },
  reasons: {
    'line-cut': () => 'The line is cut for practice. It goes when the line is joined again.',
    'line-down': () => 'The hub does not answer. It is tried again by itself.',
    'not-understood': () =>
      'Something answered that is not a Kaunta hub: perhaps a sign-in page of the network. It is tried again by itself.',
    'not-saved': () => 'This PC could not save the hub’s answer. It is asked again; nothing is done twice.',
    'not-answered': () => 'The hub took the batch but said nothing of this one. It is sent again; nothing is done twice.',
    'hub-waiting': (facts) => `The hub waits for another entry first: ${facts['waitingFor'] ?? 'an earlier one'}.`,
    'set-aside': (facts) => `It cannot be sent as it is (${facts['code'] ?? 'unknown'}). Tell support; everything else goes on.`,
    forked: () =>
      'These data were brought back to an earlier state, and the hub already has another row in this place. A supervisor sends it again or takes it off the list.',
    'set-back': () =>
      'The hub has more of this PC than is here: its data were brought back to an earlier state. Numbers go on under the next letter.',
    twin: () => 'Another copy of these data sends to the hub as this PC. Nothing is sent from here. Tell the head office today.',
    'pull-held': () => 'The hub wants unusually much removed. Nothing was removed; a supervisor must look.',
    'answer-differs': (facts) =>
      `The hub answers otherwise than before: first ${facts['before'] ?? 'something else'}, now ${facts['now'] ?? 'this'}. A supervisor must look.`,
    'answer-unknown': (facts) =>
      `The hub’s answer (${facts['outcome'] ?? 'unknown'}) is of a newer version. Bring this PC up to date; nothing is lost meanwhile.`,
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
    'post.not-a-letter': () => 'The hub found no letter in what was carried to it.',
    'post.altered': () => 'The hub found a letter that was changed on the way.',
    'post.other-hub': () => 'The letter was written for another hub.',
    'scan.lost': () => 'The scan is no longer on this PC. Scan the paper again.',
    'scan.wrong-place': () => 'The hub has another part of the scan already. It goes on from there.',
    'scan.differs': () => 'The scan arrived changed. It is sent again by itself.',
  } satisfies Readonly<Record<WaitReason, (facts: RefusalFacts) => string>>,
  /** Why the numbers of this office carry their letter. */
  epochs: {
    enrolled: (letter: string) => `This PC’s numbers carry the letter ${letter}.`,
    restored: (letter: string) =>
      `This PC’s numbers now carry the letter ${letter}, because its data were brought back from a copy. No number is given twice.`,
    copied: (letter: string) =>
      `This PC’s numbers now carry the letter ${letter}, because its data were found in another place than before. No number is given twice.`,
    'set-back': (letter: string) =>
      `This PC’s numbers now carry the letter ${letter}, because the hub has more of its work than its data hold. No number is given twice.`,
  },
  proof: (seq: number, at: string) => `The hub has signed everything up to row ${seq}, on ${at}.`,
  noProof: 'The hub has not signed anything of this PC yet.',
  noReason: 'It has not been tried yet.',
  otherReason: (code: string) => `The hub says: ${code}. Open the case to mend it.`,
  stockConflict: (chassis: string, state: string, details: readonly string[]) =>
    `Another PC came first: ${chassis} is ${state}${details.length === 0 ? '' : ` (${details.join(', ')})`}. Nothing of this act counts.`,
  conflict: (what: string, who: string, office: string) =>
    `Another act came first: ${[what, who, office].filter((part) => part !== '').join(', ')}.`,
  emptyTitle: 'Nothing waits',
  emptyWords: 'Everything this PC has done has reached the hub. When the line is down, each act stands here with its age and its next try.',
  lineDownEmpty: 'The line is down, but nothing waits to be sent.',
};

export type QueueWords = typeof queue;
