import * as z from 'zod';
import {
  amountCents,
  applicationState,
  confirmationMethod,
  day,
  feeLine,
  id,
  instant,
  line,
  party,
  partyRole,
  paymentMethod,
  paymentState,
  role,
  serviceId,
  vehicle,
} from '../contract/model.ts';
import { decision, scanKind, serviceBody } from '../contract/applications.ts';
import { unit, unitOutcome } from '../contract/batch-registration.ts';
import { driver } from '../contract/driver.ts';
import { stockFacts, stockSale } from '../contract/stock.ts';
import { tradeMovement, tradeReturn } from '../contract/trade-plates.ts';
import { logbookEnd } from '../contract/logbook-end.ts';
import { referenceUpdate } from '../contract/reference-table.ts';
import { replacementCauses, surrenders } from '../domain/logbook.ts';
import { collectorRoles, sendBackReasons, shelfItemKinds, shelfNoticeStates } from '../domain/shelf.ts';
import { packKinds } from '../domain/sheet.ts';
import { stockStates, withdrawReasons } from '../domain/stock-unit.ts';
import { bookingStates } from '../domain/test-booking.ts';
import { ownershipTypes } from '../domain/services/ownership.ts';
import { checkInWays, testOutcomes } from '../domain/test-result.ts';
import { voidReasons } from '../domain/receipt.ts';

/**
 * What counter and hub say to each other. One line of history per version stands in `version.ts`; a test hashes these schemas, so a
 * change asks for a new version.
 */

const facts = z.record(z.string(), z.union([z.string(), z.number()]));
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const base64 = z.base64();
/** Which series a device's numbers are of; each epoch has its own. */
const seriesLetter = z.string().regex(/^[A-Z]{1,2}$/);

/** Where a device's chain ends as the hub knows it: a PC that finds itself behind was set back to an older state. */
const chainHead = z.strictObject({ epoch: z.int().min(1), seq: z.int().min(0), hash: sha256 });

/** Enrolment: a one-time office code, the device's public key, and the answer that makes this PC a device of an office. */
export const enrolRequest = z.strictObject({
  protocol: z.int(),
  code: line,
  /** Ed25519 public key, raw 32 bytes. */
  publicKey: base64,
  /** X25519 public key, raw 32 bytes: what the hub sends to this PC by hand is sealed to it. */
  sealKey: base64,
});
export const enrolAnswer = z.strictObject({
  deviceId: id,
  deviceNo: z.int(),
  epoch: z.int(),
  seriesLetter,
  office: z.strictObject({ code: line, name: line, registrar: z.boolean() }),
  practice: z.boolean(),
  /** Ed25519 public key of the hub, raw 32 bytes: from here on this PC believes no other's countersign. */
  hubKey: base64,
  /** X25519 public key of the hub, raw 32 bytes: what only the hub may read is sealed to it. */
  hubSealKey: base64,
  /** The hub's word on this device's key, which stands in the code of every paper (`paper-code.ts`). */
  certificate: base64,
});

/** The journal's entry as the hub receives it. `payload` is null for entries that concern the PC only. */
export const pushedEntry = z.strictObject({
  entryId: id,
  epoch: z.int(),
  seq: z.int().min(1),
  at: instant,
  actor: z.strictObject({ id, name: line, roles: z.array(role) }),
  kind: line,
  subject: line,
  scope: z.enum(['office', 'device']),
  /** Canonical JSON text whose salted SHA-256 is `payloadHash`; parsed by the kind's own schema below. */
  payload: z.string().max(512_000).nullable(),
  salt: base64,
  payloadHash: sha256,
  previousHash: sha256,
  hash: sha256,
});

export const pushRequest = z.strictObject({
  protocol: z.int(),
  entries: z.array(pushedEntry).min(1).max(500),
  /** Ed25519 signature over the last entry's hash bytes. */
  headSignature: base64,
});

/** What became of one entry. `hubReceipt` is the proof that lets it leave the queue. */
export const entryAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({ entryId: id, outcome: z.literal('applied'), hubReceipt: line }),
  z.strictObject({ entryId: id, outcome: z.literal('duplicate'), hubReceipt: line }),
  z.strictObject({ entryId: id, outcome: z.literal('refused'), hubReceipt: line, code: line, facts }),
  z.strictObject({
    entryId: id,
    outcome: z.literal('conflict'),
    hubReceipt: line,
    what: line,
    who: line,
    office: line,
    when: instant,
    facts,
  }),
  z.strictObject({ entryId: id, outcome: z.literal('waiting'), waitingFor: line }),
]);
export const pushAnswer = z.strictObject({
  answers: z.array(entryAnswer),
  /** The hub's signature over (device, head seq, head hash, hub time). */
  countersign: z.strictObject({ seq: z.int(), hash: sha256, at: instant, signature: base64 }).nullable(),
  head: chainHead,
  hubTime: instant,
});

const pushedParty = party.extend({ role: partyRole });

/** The whole application as it was sent, so that the registrar sees what the clerk saw. */
export const submission = z.strictObject({
  applicationId: id,
  reference: line,
  service: serviceId,
  officeCode: line,
  clerk: z.strictObject({ id, name: line }),
  openedAt: instant,
  submittedAt: instant,
  dueDay: day,
  body: serviceBody,
  /** Those who take part, in counter order. */
  parties: z.array(pushedParty),
  confirmations: z.array(
    z.strictObject({
      role: partyRole,
      method: confirmationMethod,
      at: instant,
      witness: line,
      contentHash: line,
      /** SHA-256 of the signature path or typed name, so that the mark itself stays at the office. */
      evidenceHash: line,
    }),
  ),
  scans: z.array(z.strictObject({ kind: scanKind, sha256: line, bytes: z.int(), pages: z.int(), fileName: line })),
  feeLines: z.array(feeLine),
  payment: z.strictObject({
    receiptNumber: line,
    method: paymentMethod,
    code: line,
    amountCents,
    takenAt: instant,
    state: paymentState,
    /** The application whose payment it is a share of, sent before it: a driving school's list. */
    listId: id.optional(),
  }),
  supervisedBy: line.nullable(),
});

/** Whose stock it is. */
const stockDealer = z.strictObject({ name: line, kraPin: line.min(1), phone: line });
/** Some motorcycles of one dealer, by their ids. */
const stockUnits = z.strictObject({ dealerPin: line.min(1), unitIds: z.array(id).min(1).max(200) });

/** Where and when a seat is: one class in one session of one day at one test centre. */
const seatPlace = z.strictObject({ centre: line.min(1), day, session: line.min(1), class: line.min(1) });

const bookedSeat = seatPlace.extend({ leaseId: id, seat: z.int().min(1) });

/** Payloads of the kinds that the hub applies; every other kind it stores as history. */
export const payloads = {
  'applications.submit': submission,
  'applications.resubmit': submission,
  /** Some motorcycles of a batch, ahead of the entry that sends them: no entry is longer than `pushedEntry` allows. */
  'batches.submitPart': z.strictObject({ applicationId: id, units: z.array(unit).min(1).max(5_000) }),
  'batches.submit': submission,
  /** What came back and was mended, with no second fee; `units` is how many the parts ahead of it hold. */
  'batches.resubmit': z.strictObject({ submission, units: z.int().min(1) }),
  /** What of a batch's money is over is asked back under its receipt; motorcycles that came back are given up with it. */
  'batches.askRefund': z.strictObject({
    refundId: id,
    applicationId: id,
    receiptNumber: line,
    amountCents,
    withdrawn: z.array(id).max(20_000),
    supervisor: line,
    at: instant,
    /** The supervisor's word was refused, so nothing was done. */
    refused: line.optional(),
  }),
  /** A registrar approves a batch but for the units that are sent back, each with its reasons. */
  'registrar.decideBatch': z.strictObject({
    applicationId: id,
    returned: z.array(z.strictObject({ unitId: id, reasons: z.array(line).min(1).max(10), note: z.string().max(1000) })).max(20_000),
    officeCode: line,
  }),
  /** A scan that the counter lost before it was sent, attached anew. */
  'applications.replaceScan': z.strictObject({
    applicationId: id,
    kind: scanKind,
    lostSha256: sha256,
    sha256,
    bytes: z.int().min(1),
    pages: z.int().min(1),
    fileName: line,
  }),
  'applications.cancel': z.strictObject({ applicationId: id, reference: line, reason: line }),
  /** A receipt that is good no more; its case is cancelled with it unless that has ended. */
  'payments.voidReceipt': z.strictObject({
    receiptNumber: line,
    applicationId: id,
    reference: line,
    reason: z.enum(voidReasons),
    note: line,
    supervisor: line,
    at: instant,
    /** The supervisor's word was refused, so nothing was done. */
    refused: line.optional(),
  }),
  'registrar.decide': z.strictObject({
    applicationId: id,
    outcome: z.enum(['approved', 'returned', 'refused']),
    reasons: z.array(line),
    note: z.string(),
    officeCode: line,
  }),
  /** Motorcycles came to a dealer, who has no buyer for them yet. */
  'stock.takeIn': z.strictObject({ dealer: stockDealer, units: z.array(stockFacts).min(1).max(500), at: instant }),
  /** A buyer was named, and the motorcycles are rows of a batch now. */
  'stock.sell': stockUnits.extend({ sale: stockSale }),
  'stock.cancelSale': stockUnits.extend({ reason: line, at: instant }),
  /** They left the stock without a buyer. */
  'stock.withdraw': stockUnits.extend({ reason: z.enum(withdrawReasons), note: line, at: instant }),
  /** A motorcycle went out on a KD plate, and came back: lines of the register that the law asks for. */
  'tradePlates.goOut': z.strictObject({ dealer: stockDealer, movement: tradeMovement }),
  'tradePlates.comeBack': z.strictObject({ dealerPin: line.min(1), movementId: id, back: tradeReturn }),
  /** An item waits for its owner, who is told by a message where a phone is known. */
  'shelf.put': z.strictObject({
    itemId: id,
    itemKind: z.enum(shelfItemKinds),
    applicationId: id.nullable(),
    plate: line,
    place: line,
    at: instant,
    /** The serial of plates that were taken out of this office's packs. */
    plateSerial: line.nullable(),
    notice: z.strictObject({ phone: line, locale: z.enum(['en', 'sw']), name: line }).nullable(),
  }),
  /** An item left the shelf without its owner; of plates their mark, and the serial or nothing where none was kept. */
  'shelf.sendBack': z.strictObject({
    itemId: id,
    reason: z.enum(sendBackReasons),
    note: line,
    at: instant,
    plates: z.strictObject({ plate: line, serial: line }).nullable(),
  }),
  /** What changed hands: an item of the shelf, an eLogbook, or both in one. The collector's numbers stay at the office. */
  'shelf.handOver': z.strictObject({
    /** On the collection slip. */
    number: line,
    itemId: id.nullable(),
    applicationId: id.nullable(),
    logbookNumber: line.nullable(),
    at: instant,
    collectedAs: z.enum(collectorRoles),
    /** The scan of the letter of authorisation, which follows as scans do; null where nobody came on the word of one. */
    letter: z.strictObject({ day, sha256, bytes: z.int().min(1), pages: z.int().min(1) }).nullable(),
    isOldBookIn: z.boolean(),
    /** The mark, where what changed hands are plates. */
    plates: line.nullable(),
  }),
  /** A device wants seats to book on while it has no line. The id of each lease is the device's own, so that a repeat lends nothing twice. */
  'seats.ask': z.strictObject({
    asks: z
      .array(seatPlace.extend({ leaseId: id, count: z.int().min(1).max(50) }))
      .min(1)
      .max(500),
  }),
  /** Seats of its leases that a device will never book on any more. */
  'seats.giveBack': z.strictObject({
    returns: z
      .array(z.strictObject({ leaseId: id, seats: z.array(z.int().min(1)).min(1).max(200) }))
      .min(1)
      .max(500),
  }),
  /** A booked test moves to another session on another seat, as a whole or not at all; `from` is what the counter goes back to. */
  'tests.reschedule': z.strictObject({ applicationId: id, reference: line, from: bookedSeat, to: bookedSeat, reason: line }),
  /** A pack of numbered sheets came to this device: no other may have any of its numbers. */
  'sheets.receive': z.strictObject({ rangeId: id, kind: z.enum(packKinds), from: line, to: line, count: z.int() }),
  /** Sheets that nobody used left this device; another may receive them. */
  'sheets.giveBack': z.strictObject({ from: line, to: line, count: z.int() }),
  /** A candidate came to the test, at the office that runs the centre; the numbers of people stay with the booking. */
  'testDay.checkIn': z.strictObject({ bookingId: id, bookingNumber: line, at: instant, way: z.enum(checkInWays) }),
  /** How a driving test ended for one candidate, as the office that runs the centre judged it. */
  'testDay.giveResult': z.strictObject({
    bookingId: id,
    bookingNumber: line,
    /** On the result's paper; empty where the supervisor's word was refused. */
    number: line,
    at: instant,
    outcome: z.enum(testOutcomes),
    marks: z.array(z.strictObject({ stage: line, marks: z.int().nullable() })).max(12),
    /** `of`: the number of the result whose place it takes. */
    correction: z.strictObject({ of: line, reason: line, supervisor: line }).nullable(),
    /** The supervisor's word was refused, so nothing was done. */
    refused: line.optional(),
  }),
  /** The first entry of a new epoch. What the old one still sends afterwards is refused: two files must not be one device. */
  'devices.openEpoch': z.strictObject({ epoch: z.int().min(2), seriesLetter, why: z.enum(['restored', 'copied', 'set-back']) }),
};

/** The logbook record that an approval makes; the collection office may print from it. */
export const logbookRecord = z.strictObject({
  number: line,
  verifyNumber: line,
  applicationId: id,
  reference: line,
  collectionOffice: line,
  issuedAt: instant,
  vehicle,
  ownership: z.enum(ownershipTypes),
  /** The first owner's, as the logbook has it. */
  postalAddress: line,
  /** Who may fetch it beside the owners; empty where nobody was named. */
  collectorIdNumber: line,
  /** The older book whose place it takes, with its number where the register knows it, and why. */
  replaces: z.strictObject({ number: line.nullable(), cause: z.enum(replacementCauses) }),
  surrender: z.enum(surrenders),
  /** Null while it is the vehicle's good logbook. */
  endedBy: logbookEnd.nullable(),
  handedOverAt: instant.nullable(),
});

/** One change for this office. The body of an unknown kind is kept and applied after an upgrade, never dropped. */
export const changeBodies = {
  vehicle: vehicle,
  driver,
  person: z.strictObject({ idKind: line, idNumber: line, name: line, kraPin: line, phone: line, postalAddress: line }),
  /** The application's state at the hub, for the office that sent it and the office that hands out the logbook. */
  application: z.strictObject({
    applicationId: id,
    state: applicationState,
    at: instant,
    decision: decision.nullable(),
    logbookNumber: line.nullable(),
  }),
  /** For registrar offices: the case as it was sent. */
  case: z.strictObject({ submission, receivedAt: instant, state: applicationState, decision: decision.nullable() }),
  logbook: logbookRecord,
  /** One motorcycle of a batch, for the office that sent it and for registrars. */
  unit: z.strictObject({ applicationId: id, unit, outcome: unitOutcome }),
  payment: z.strictObject({ receiptNumber: line, state: paymentState, at: instant, foundAmountCents: amountCents.nullable() }),
  notice: z.strictObject({ id, title: line, text: z.string().max(2000), from: instant, until: instant }),
  /** How long and how much an office may do without a line: first a warning, then the risky kinds stop. Money never does. */
  limits: z.strictObject({
    warnAfterHours: z.int().min(1),
    stopAfterHours: z.int().min(1),
    warnAtWaiting: z.int().min(1),
    stopAtWaiting: z.int().min(1),
    /** Kinds of act that stop, such as `applications.submit`. */
    stopped: z.array(line),
  }),
  /** A table of the reference data from a day on, keyed by both; the tables of earlier days stay. */
  reference: referenceUpdate,
  /** A device of this office that is to stop: it sends its queue and then locks. */
  device: z.strictObject({ deviceId: id, state: z.enum(['working', 'retiring', 'revoked']), at: instant, reason: line }),
  /** For the device's own office: the certificate of its newest epoch (`paper-code.ts`). */
  certificate: z.strictObject({ deviceId: id, certificate: base64 }),
  /** For every office: from when on a device's key makes no valid paper any more, in all epochs to `lastEpoch`, or for good. */
  revocation: z.strictObject({
    publicKey: base64,
    officeCode: line,
    deviceNo: z.int(),
    lastEpoch: z.int().nullable(),
    at: instant,
    why: z.enum(['new-epoch', 'left', 'revoked']),
    reason: line,
  }),
  /** What became of the message to the owner of an item on this office's shelf; keyed by the item. `reason` is a closed code. */
  'shelf-notice': z.strictObject({ itemId: id, state: z.enum(shelfNoticeStates), at: instant, reason: line.nullable() }),
  /** The answer to each `seats.ask`: the seats that this device, in this epoch, may book on; none where none were left. */
  'seat-lease': seatPlace.extend({
    leaseId: id,
    deviceId: id,
    epoch: z.int().min(1),
    seats: z.array(z.int().min(1)),
    from: instant,
    until: instant,
  }),
  /** The whole day of one test centre: which class is tested in which session, and how many seats there are. */
  'test-sessions': z.strictObject({
    centre: line,
    day,
    sessions: z.array(z.strictObject({ session: line, class: line, seats: z.int().min(0) })),
  }),
  /** A candidate's seat, for the office that booked it and the office that runs the centre. Another day or session is the same booking. */
  booking: seatPlace.extend({
    applicationId: id,
    /** The reference on the slip. */
    number: line.min(1),
    officeCode: line,
    seat: z.int().min(1),
    driver: z.strictObject({ idKind: line, idNumber: line, name: line, phone: line, dateOfBirth: day, provisionalNumber: line }),
    /** How often this class was tried before, and one. */
    attempt: z.int().min(1),
    state: z.enum(bookingStates),
    at: instant,
  }),
  /** Who came to a test, for the office that runs the centre. */
  'test-check-in': z.strictObject({ bookingId: id, at: instant, way: z.enum(checkInWays), clerkId: id, clerkName: line }),
  /** The result of a booking that stands, for the office that booked and the office that runs the centre; a correction is a round of its own. */
  'test-result': z.strictObject({
    bookingId: id,
    number: line,
    round: z.int().min(1),
    outcome: z.enum(testOutcomes),
    /** The marks with what they are out of and what is needed, as the rules of that day have it. */
    stages: z.array(z.strictObject({ stage: line, marks: z.int().nullable(), fullMarks: z.int(), passMarks: z.int() })).max(12),
    resitFrom: day.nullable(),
    validUntil: day.nullable(),
    at: instant,
    clerkId: id,
    clerkName: line,
    correction: z.strictObject({ reason: line, supervisor: line }).nullable(),
  }),
  /** Where a motorcycle of a dealer's stock stands, for the dealer's office. */
  'stock-unit': z.strictObject({
    dealer: stockDealer,
    unit: stockFacts.extend({
      state: z.enum(stockStates),
      takenInAt: instant,
      sale: stockSale.nullable(),
      plate: line.nullable(),
      registeredAt: instant.nullable(),
      changedAt: instant,
    }),
  }),
  /** A line of the register of KD plates, for the dealer's office. */
  'trade-movement': z.strictObject({ dealer: stockDealer, movement: tradeMovement }),
  /** A thing that the hub no longer tells of, by the kind and key of its change. */
  gone: z.strictObject({ kind: line, key: line }),
};
export type ChangeKind = keyof typeof changeBodies;

export const change = z.strictObject({ kind: line, key: line, body: z.unknown() });

/** `(xid8, seq)` as text, because both are 64-bit (RELIABILITY §0.5). */
export const cursor = z.string().regex(/^\d+:\d+$/);

export const pullRequest = z.strictObject({ protocol: z.int(), after: cursor, limit: z.int().min(1).max(2000) });
export const pullAnswer = z.strictObject({
  changes: z.array(change),
  next: cursor,
  more: z.boolean(),
  /** Which run of changes the cursor counts in: a hub that was restored begins a new one, to be read from its beginning. */
  feed: line,
  head: chainHead,
  hubTime: instant,
});

/** Leaves the office's key with the hub, sealed to its `hubSealKey`, for the day on which this PC has lost it. */
export const escrowRequest = z.strictObject({ protocol: z.int(), sealed: base64 });
export const escrowAnswer = z.strictObject({ hubTime: instant });

/** The last word of a device whose queue is empty, with the end of its journal: once the hub has it to there, it answers the device no more. */
export const leaveRequest = z.strictObject({ protocol: z.int(), head: chainHead, reason: line });
export const leaveAnswer = z.strictObject({ hubTime: instant });

export const lookUpRequest = z.strictObject({ protocol: z.int(), plate: line.nullable(), chassis: line.nullable() });
export const lookUpAnswer = z.strictObject({
  vehicle: vehicle.nullable(),
  openApplication: z.strictObject({ reference: line, officeCode: line, since: instant }).nullable(),
  hubTime: instant,
});

/** One driver's record at this moment, by identity document. */
export const driverRequest = z.strictObject({ protocol: z.int(), idKind: line, idNumber: line });
export const driverAnswer = z.strictObject({ driver: driver.nullable(), hubTime: instant });

/** Asks the hub to send a one-time code to a party's phone; the hub keeps only its hash. */
export const codeRequest = z.strictObject({
  protocol: z.int(),
  applicationId: id,
  role: partyRole,
  phone: line,
  locale: z.enum(['en', 'sw']),
});
/** The salted hash lets the counter check the code with no second call; `practiceCode` only from a practice hub. */
export const codeAnswer = z.strictObject({
  sentTo: line,
  salt: base64,
  codeHash: sha256,
  expiresAt: instant,
  practiceCode: line.nullable(),
});

export const hubRefusal = z.strictObject({ code: line, facts });

export type EnrolAnswer = z.infer<typeof enrolAnswer>;
export type PushAnswer = z.infer<typeof pushAnswer>;
export type PushedEntry = z.infer<typeof pushedEntry>;
export type EntryAnswer = z.infer<typeof entryAnswer>;
export type Submission = z.infer<typeof submission>;
export type Change = z.infer<typeof change>;
export type LogbookRecord = z.infer<typeof logbookRecord>;
