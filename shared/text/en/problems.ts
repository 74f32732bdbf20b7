import type { ChassisProblemCode, ChassisWarningCode } from '../../domain/chassis.ts';
import type { EngineNumberProblemCode } from '../../domain/engine-number.ts';
import type { FeeProblemCode } from '../../domain/fee.ts';
import type { IdentityProblemCode } from '../../domain/identity-document.ts';
import type { KraPinProblemCode } from '../../domain/kra-pin.ts';
import type { MpesaCodeProblemCode, MpesaCodeWarningCode } from '../../domain/mpesa-code.ts';
import type { PhoneProblemCode } from '../../domain/phone.ts';
import type { PlateProblemCode } from '../../domain/plate.ts';
import type { RefusalFacts } from '../../domain/refusal.ts';
import type { ScanProblemCode } from '../../domain/scan.ts';

/** Codes of the service rules, which travel as plain text. */
type FormCode =
  | 'missing'
  | 'vehicle.charge'
  | 'vehicle.caveat'
  | 'vehicle.stolen'
  | 'vehicle.open-application'
  | 'vehicle.year'
  | 'vehicle.differs'
  | 'vehicle.unknown'
  | 'driver.open-application'
  | 'driver.differs'
  | 'driver.class-unknown'
  | 'driver.too-young'
  | 'driver.holds-class'
  | 'driver.prerequisite'
  | 'driver.learns-already'
  | 'driver.no-record'
  | 'driver.no-provisional'
  | 'driver.provisional-ended'
  | 'driver.other-class'
  | 'driver.not-mature'
  | 'driver.early'
  | 'seat.asked'
  | 'seat.wait-list'
  | 'seat.closed'
  | 'driver.resit-wait'
  | 'driver.no-certificate'
  | 'driver.certificate-ended'
  | 'driver.holds-interim'
  | 'driver.open-booking'
  | 'birth.malformed'
  | 'birth.unlikely'
  | 'name.too-short'
  | 'party.not-owner'
  | 'party.is-seller'
  | 'party.named-twice'
  | 'kra-pin.individual-expected'
  | 'kra-pin.non-individual-expected'
  | 'scan.missing'
  | 'confirmation.missing'
  | 'confirmation.outdated'
  | `proof.${'signature' | 'typed-name'}`;

type RuleCode =
  | PlateProblemCode
  | KraPinProblemCode
  | IdentityProblemCode
  | PhoneProblemCode
  | MpesaCodeProblemCode
  | MpesaCodeWarningCode
  | ChassisProblemCode
  | ChassisWarningCode
  | EngineNumberProblemCode
  | FeeProblemCode
  | ScanProblemCode;

/** A sentence for the problem of one field: what is wrong, where, and what to do. */
export type ProblemSentence = (facts: RefusalFacts) => string;

const text = (facts: RefusalFacts, name: string) => String(facts[name] ?? '');
const number = (facts: RefusalFacts, name: string) => Number(facts[name] ?? 0);
const share = (facts: RefusalFacts, name: string) => `${Math.round(number(facts, name) * 1000) / 10} %`;
const megabytes = (facts: RefusalFacts, name: string) => `${Math.round(number(facts, name) / 100_000) / 10} MB`;
const meant = (suggestion: string) => (suggestion === '' ? '' : ` Is it ${suggestion}?`);
const plain = (code: string) => code.replaceAll(/[-.]/gu, ' ');

const expectedNames: Readonly<Record<string, string>> = {
  'a-or-p': 'A or P',
  digit: 'a digit',
  letter: 'a letter',
  'letter-or-digit': 'a letter or digit',
};
const expected = (facts: RefusalFacts) => expectedNames[text(facts, 'expected')] ?? text(facts, 'expected');

/**
 * Sentences by problem code. The wire carries codes as text, so a code of a newer version may have none: `problems.other` then shows
 * the code's own words.
 */
const sentences = {
  missing: () => 'Fill this in.',

  'vehicle.charge': (facts) => `Charged to ${text(facts, 'by')} since ${text(facts, 'since')}. The lender must discharge it first.`,
  'vehicle.caveat': (facts) => `Caveat by ${text(facts, 'by')} since ${text(facts, 'since')}. Only who placed it can lift it.`,
  'vehicle.stolen': (facts) => `Reported stolen by ${text(facts, 'by')} on ${text(facts, 'since')}. Call the supervisor.`,
  'vehicle.open-application': (facts) =>
    `Application ${text(facts, 'reference')} already holds this vehicle. Finish or cancel that one first.`,
  'vehicle.differs': () => 'The register has another chassis number under this plate. Compare both with the logbook.',
  'vehicle.unknown': () => 'The register has no vehicle with this plate or chassis number. Compare each letter and digit with the logbook.',
  'vehicle.year': () => 'Type the year it was made as it stands on the logbook, in four digits.',

  'driver.open-application': (facts) =>
    `Application ${text(facts, 'reference')} already asks for this for the same person. Finish or cancel that one first.`,
  'driver.differs': () => 'The record on screen is of another ID number. Type the number again and look it up.',
  'driver.class-unknown': (facts) => `The list of classes has no ${text(facts, 'class')}. Choose another.`,
  'driver.too-young': (facts) =>
    `Class ${text(facts, 'class')} asks for ${text(facts, 'needed')} years; by the date of birth it is ${text(facts, 'age')} today.`,
  'driver.holds-class': (facts) => `This person holds class ${text(facts, 'class')} already and needs no leave to learn it.`,
  'driver.prerequisite': (facts) =>
    `Class ${text(facts, 'class')} asks for ${text(facts, 'years')} years of ${text(facts, 'needed')} first, and the record does not show them.`,
  'driver.learns-already': (facts) =>
    `One class is learned at a time: provisional licence ${text(facts, 'number')} for ${text(facts, 'class')} runs until ${text(facts, 'until')}.`,
  'driver.no-record': () =>
    'Press F7 to take over what the register says of this person, or F8 to ask the hub. Who has no record has no provisional licence.',
  'driver.no-provisional': () => 'The record shows no provisional licence. Whoever learns needs one before a test.',
  'driver.provisional-ended': (facts) =>
    `Provisional licence ${text(facts, 'number')} is good until ${text(facts, 'validUntil')}, not on the day of this test.`,
  'driver.other-class': (facts) =>
    `Provisional licence ${text(facts, 'number')} is for class ${text(facts, 'class')}, not for ${text(facts, 'wanted')}.`,
  'driver.not-mature': (facts) => `The first test may be taken from ${text(facts, 'from')} on. Choose that day or a later one.`,
  'driver.early': (facts) =>
    `By one guide the first test of this learner comes from ${text(facts, 'from')} on. No rule forbids this day: ask whether they are ready.`,
  'seat.asked': () => 'Seats of this session are on their way. Wait for them, or choose a session that has some.',
  'seat.wait-list': () => 'Choose a session that has seats, or put the candidate on the wait list (F8).',
  'seat.closed': () => 'Choose a later day: nobody may book for this one any more.',
  'driver.resit-wait': (facts) =>
    `The test of ${text(facts, 'failedOn')} was not passed; it may be taken again from ${text(facts, 'from')} on. Choose that day or a later one.`,
  'driver.no-certificate': (facts) =>
    `The record shows no passed test of class ${text(facts, 'class')}. A result that was given today reaches this office with the line.`,
  'driver.certificate-ended': (facts) =>
    `Certificate of competence ${text(facts, 'number')} was good until ${text(facts, 'until')}. The test has to be taken again.`,
  'driver.holds-interim': (facts) => `Class ${text(facts, 'class')} is held until ${text(facts, 'until')} already.`,
  'driver.open-booking': (facts) => `Booking ${text(facts, 'reference')} stands for this person. Cancel it first.`,
  'birth.malformed': () => 'Type the date as year-month-day, such as 1999-04-30.',
  'birth.unlikely': () => 'Nobody who learns to drive was born on that day. Compare it with the ID.',

  'name.too-short': () => 'Write the full name, as on the ID.',
  'party.not-owner': () => 'This is not the registered owner. Only the owner, or who holds the law’s paper for it, may sell.',
  'party.is-seller': () => 'This is the seller. A person cannot sell to themselves; type the buyer’s own details.',
  'party.named-twice': () => 'This person is named already. The second owner must be somebody else.',
  'kra-pin.individual-expected': () => 'This PIN is a company’s (P…). A person’s begins with A.',
  'kra-pin.non-individual-expected': () => 'This PIN is a person’s (A…). An organisation’s begins with P.',
  'scan.missing': () => 'Scan this paper.',
  'confirmation.missing': () => 'Still to confirm for themselves.',
  'confirmation.outdated': () => 'The facts changed after this was confirmed. Confirm again.',
  'proof.signature': () => 'The signature is empty or too short. Sign again.',
  'proof.typed-name': () => 'This is not the name in the application. Type it in full, as on the ID.',

  'plate.empty': () => 'Type the number plate as it stands on the logbook.',
  'plate.character': (facts) => `“${text(facts, 'character')}” in place ${text(facts, 'position')} is never on a plate.`,
  'plate.letter-i-or-o': (facts) =>
    `Plates never carry the letter ${text(facts, 'letter')}. Is it ${text(facts, 'suggestions').replaceAll(', ', ' or ')}?`,
  'plate.military-series': (facts) => `${text(facts, 'series')} belongs to the armed forces and is not transferred here.`,
  'plate.unknown': (facts) =>
    number(facts, 'mayBeCustomised') === 1
      ? 'No series looks like this. If it is a chosen name, say so under plate class; otherwise check each letter.'
      : 'No plate looks like this. Check each letter and digit against the logbook.',
  'plate.class-differs': (facts) => `A plate of this class does not look like that. It reads as: ${plain(text(facts, 'readings'))}.`,

  'kra-pin.length': (facts) => `A KRA PIN has ${text(facts, 'expectedLength')} characters; this one has ${text(facts, 'length')}.`,
  'kra-pin.character': (facts) =>
    `Place ${text(facts, 'position')} of a KRA PIN is ${expected(facts)}, not “${text(facts, 'found')}”.${meant(text(facts, 'suggestion'))}`,

  'identity.character': (facts) =>
    `Place ${text(facts, 'position')} of this number is ${expected(facts)}, not “${text(facts, 'found')}”.${meant(text(facts, 'suggestion'))}`,
  'identity.length': (facts) =>
    `A number of this kind has ${text(facts, 'expectedLengths')} characters; this one has ${text(facts, 'length')}. Check it against the card.`,

  'phone.character': (facts) => `“${text(facts, 'character')}” is not part of a phone number.`,
  'phone.prefix': () => 'A Kenyan mobile number begins 07, 01 or +254. Messages reach no other.',
  'phone.length': (facts) => {
    const missing = number(facts, 'expectedDigits') - number(facts, 'digits');
    const digits = Math.abs(missing) === 1 ? 'digit is' : 'digits are';
    return `${Math.abs(missing)} ${digits} ${missing > 0 ? 'missing' : 'too many'}. Read it back to the customer.`;
  },

  'mpesa-code.length': (facts) => `An M-Pesa code has ${text(facts, 'expectedLength')} characters; this one has ${text(facts, 'length')}.`,
  'mpesa-code.character': (facts) => `“${text(facts, 'character')}” is never in an M-Pesa code.`,
  'mpesa-code.date-unreadable': () => 'The first three characters are no date. Look at the message again.',
  'mpesa-code.date-future': (facts) => `By its letters this code is of ${text(facts, 'day')}, which is not here yet. Look again.`,
  'mpesa-code.date-old': (facts) =>
    `By its letters this code is of ${text(facts, 'day')}, ${text(facts, 'ageDays')} days ago. Is it the right message?`,

  'chassis.length': (facts) =>
    `A chassis number has ${text(facts, 'minLength')} to ${text(facts, 'maxLength')} characters; this one has ${text(facts, 'length')}.`,
  'chassis.character': (facts) => `“${text(facts, 'character')}” in place ${text(facts, 'position')} is never in a chassis number.`,
  'chassis.letter-not-in-vin': (facts) =>
    `A 17-character chassis number has no letter ${text(facts, 'letter')} (place ${text(facts, 'position')}).${meant(text(facts, 'suggestion'))}`,
  'chassis.look-alike': (facts) =>
    `The ${text(facts, 'letter')} in place ${text(facts, 'position')} may be a digit.${meant(text(facts, 'suggestion'))}`,
  'chassis.near-vin-length': (facts) =>
    `${text(facts, 'length')} characters: most chassis numbers have ${text(facts, 'vinLength')}. Count them on the logbook.`,

  'engine-number.length': (facts) =>
    `An engine number has ${text(facts, 'minLength')} to ${text(facts, 'maxLength')} characters; this one has ${text(facts, 'length')}.`,
  'engine-number.character': (facts) => `“${text(facts, 'character')}” is never in an engine number.`,

  'fee.no-row': (facts) =>
    `The fee schedule “${text(facts, 'scheduleId')}” has no row for this vehicle. Ask your supervisor; do not guess.`,
  'fee.vehicle-missing': () => 'The fee is known once the vehicle is.',
  'fee.measure-missing': () =>
    'The register does not say the engine size or the wheels, so there is no fee. Look at the logbook and ask your supervisor.',

  'scan.empty': () => 'The file is empty. Scan the paper again.',
  'scan.too-large': (facts) =>
    `The file has ${megabytes(facts, 'measured')}; at most ${megabytes(facts, 'limit')} are taken. Scan at 200 dpi instead.`,
  'scan.not-a-pdf': () => 'This is not a PDF, whatever its name says. Set the scanner to PDF and scan again.',
  'scan.encrypted': () => 'This PDF is locked with a password. Scan the paper itself and do not lock the file.',
  'scan.unreadable': () => 'This PDF is damaged and does not open. Scan the paper again.',
  'scan.no-pages': () => 'This PDF has no page. Scan the paper again.',
  'scan.too-many-pages': (facts) => `${text(facts, 'measured')} pages; at most ${text(facts, 'limit')} are taken. Scan only this paper.`,
  'scan.blank-page': (facts) => `Page ${text(facts, 'page')} is blank. Turn the paper over and scan again.`,
  'scan.grey': (facts) =>
    `The scan is grey (${share(facts, 'measured')} colour). The register wants the original in colour: set the scanner to colour.`,
  'scan.low-resolution': (facts) =>
    `Page ${text(facts, 'page')} has ${Math.round(number(facts, 'measured'))} dpi; at least ${text(facts, 'limit')} are needed to read a chassis number.`,
  'scan.not-a-scan': (facts) => `Page ${text(facts, 'page')} is not a scan of a paper. Scan the original on the glass.`,
  'scan.active-content': () => 'This PDF carries a program or a hidden file. Scan the paper itself.',
} satisfies Record<RuleCode | FormCode, ProblemSentence>;

export const problems = {
  /** By code; ask with `sentence`. */
  sentences: sentences as Readonly<Record<string, ProblemSentence>>,
  other: (code: string) => `This needs a look: ${plain(code)}.`,
  title: (count: number) => (count === 1 ? 'One thing to put right' : `${count} things to put right`),
  /** What stops a vehicle, in the list of what is missing. */
  stop: {
    'vehicle.charge': 'a charge on the vehicle',
    'vehicle.caveat': 'a caveat on the vehicle',
    'vehicle.stolen': 'reported stolen',
    'vehicle.open-application': 'another application holds it',
    'driver.open-application': 'another application asks for it',
    'fee.no-row': 'no fee for this vehicle',
  } as Readonly<Record<string, string>>,
  /** What is asked for, in the list of what is missing. */
  thing: {
    'vehicle.plate': 'the vehicle',
    'vehicle.chassis': 'the chassis number',
    'vehicle.engineNumber': 'the engine number',
    'vehicle.make': 'the make',
    'vehicle.model': 'the model',
    'vehicle.colour': 'the colour',
    'vehicle.yearOfManufacture': 'the year it was made',
    ownership: 'the kind of ownership',
    reason: 'what happened to the logbook',
    dateOfBirth: 'the date of birth',
    centre: 'the test centre',
    day: 'the day of the test',
    session: 'the session',
    class: 'the class',
    school: 'the driving school',
    collectionOffice: 'the collection office',
    collectorIdNumber: 'the collector’s ID',
    idKind: 'kind of ID',
    idNumber: 'ID number',
    name: 'full name',
    kraPin: 'KRA PIN',
    phone: 'phone number',
    postalAddress: 'postal address',
    organisation: 'name',
    organisationNumber: 'number',
    confirmation: 'own confirmation',
    scan: 'scan',
    fee: 'the fee',
    supervisor: 'a supervisor’s word',
  } as Readonly<Record<string, string>>,
};

export type ProblemsWords = typeof problems;
