import { money } from './money.ts';
import { paperBatch } from './paper-batch.ts';
import { paperCashUp } from './paper-cash-up.ts';
import { paperCollection } from './paper-collection.ts';
import { paperShelf } from './paper-shelf.ts';
import { paperTradeRegister } from './paper-trade-register.ts';
import { paperOffice } from './paper-office.ts';
import { paperRecord } from './paper-record.ts';
import { paperResults } from './paper-results.ts';
import { paperTests } from './paper-tests.ts';
import { states } from './states.ts';

/** Every word that stands on paper, in English. Layouts take this object, so a paper is in one language from head to foot. */
export const paper = {
  language: 'en',

  weekday: { sunday: 'Sun', monday: 'Mon', tuesday: 'Tue', wednesday: 'Wed', thursday: 'Thu', friday: 'Fri', saturday: 'Sat' },
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],

  /** The table a fee was read from, and its first day. */
  schedule: (name: string, day: string) => `${name}, from ${day}`,

  title: {
    receipt: 'Receipt',
    application: 'Application',
    logbookCopy: 'eLogbook copy',
    conflictSlip: 'Conflict slip',
    testPage: 'Test page',
  },

  mark: {
    practice: 'PRACTICE',
    practiceSentence: 'Made in a practice office. It has no value.',
    notValid: 'NOT VALID',
    notValidSentence: 'A preview to read on screen. It is not a copy of the logbook and may not be handed out.',
    void: 'VOID',
    voidSentence: (when: string, reason: string) => `Voided ${when}. Reason: ${reason}`,
    reprint: (count: number) => `REPRINT ${count}`,
    reprintSentence: (reason: string) => `Printed again. Reason: ${reason}`,
  },

  standing: states.standing,

  receiptSentence: {
    open: 'The application has not been sent yet.',
    provisional:
      'This office took the money and holds the application. The hub has not confirmed it yet. Keep this receipt: it proves what you paid.',
    confirmed: 'This application is confirmed. No further answer is awaited.',
    ended: 'This application is closed. The receipt still proves what was paid.',
  },

  /** The slip for a customer whose application came second. */
  conflict: {
    word: 'NOT CONFIRMED',
    sentence: 'Another application had reached the register when this one arrived, and both cannot stand. This one was not applied.',
    keep: 'Keep this slip with your receipt. The receipt still proves what you paid.',
    mine: 'Your application at this office',
    other: 'The act that came first',
    holds: 'What you hold',
    sentAt: 'Sent',
    firstAt: 'Came first',
    noReceipt: 'nothing was paid',
    mayTitle: 'What you may do now',
    may: [
      'Accept the first act: this office cancels the application, and you ask for the money back with this slip and the receipt.',
      'Dispute the first act: take this slip, your original papers (for a vehicle its logbook) and your ID to the registrar, who decides.',
      'Wait: if the first act is refused or cancelled, this office sends your application again with no second fee.',
    ],
  },

  /** What to look for on a printer's test page. */
  testPage: {
    lookFor: 'Look for',
    frame: (edgeMm: number) => `A thin frame ${edgeMm} mm from all four edges of the sheet, with no side missing.`,
    ruler: 'A ruler that measures 100 mm. If it does not, the printer scales its pages: set it to 100 %.',
    letters: 'Letters that are whole and dark, also the smallest and those with accents.',
    code: 'A square code that a phone or the scanner reads.',
    sizes: 'Letters',
    rollWidth: 'Nothing is cut at the left or the right.',
  },

  mayTitle: 'With this paper you may',
  may: ['show that you applied and what you paid', 'ask any office how the application stands, by its reference'],
  mayNotTitle: 'You may not',
  mayNotUseAfter: (day: string) => `use the vehicle after ${day} unless the new owner is registered by then`,

  section: {
    vehicle: 'Vehicle',
    parties: 'People',
    owners: 'Owners, in the order of the record',
    fees: 'Fees',
    payment: 'Payment',
    attached: 'Papers attached',
    timeline: 'What has happened',
    clocks: 'Days set by law',
    record: 'Record',
    notes: 'Charges, caveats and conditions',
    verify: 'Check this copy',
  },

  label: {
    receiptNumber: 'Receipt number',
    reference: 'Application reference',
    ownership: 'Ownership',
    state: 'State',
    plateClass: 'Plate class',
    vehicle: 'Vehicle',
    payer: 'Paid by',
    clerk: 'Served by',
    office: 'Office',
    takenAt: 'Taken at',
    total: 'Total',
    schedule: 'Schedule',
    item: 'Item',
    method: 'Method',
    code: 'Payment code',
    role: 'Role',
    name: 'Name',
    idNumber: 'ID',
    pin: 'KRA PIN',
    confirmation: 'Own confirmation',
    fact: 'Fact',
    value: 'As stated',
    source: 'Where from',
    paper: 'Paper',
    pages: 'Pages',
    fingerprint: 'Fingerprint',
    dueDay: 'Due',
    collection: 'Collect at',
    issued: 'Issued',
    previousOwners: 'Previous owners',
    verifyNumber: 'Verify number',
    order: 'No.',
    copy: 'Copy',
  },

  method: { mpesa: 'M-Pesa', card: 'Card', 'bank-slip': 'Bank slip', cash: 'Cash' },
  paymentState: { 'to-match': 'TO MATCH', matched: 'MATCHED', 'not-found': 'NOT FOUND', 'wrong-amount': 'WRONG AMOUNT' },
  paymentSentence: {
    'to-match': 'The code was typed at the counter. The hub will match it with the money.',
    matched: 'The money has been found and matched.',
    'not-found': 'The hub found no money under this code. Please ask at the counter.',
    'wrong-amount': 'The hub found a different amount under this code. Please ask at the counter.',
  },

  adjusted: money.adjusted,

  role: {
    seller: 'Seller',
    buyer: 'New owner',
    'second-owner': 'Second owner',
    financier: 'Financier',
    mission: 'Mission',
    company: 'Company',
    owner: 'Owner',
    driver: 'Learner',
    dealer: 'Dealer',
    school: 'Driving school',
  },
  ownerRole: { owner: 'Owner', 'joint-owner': 'Joint owner', financier: 'Financier' },
  ownership: {
    individual: 'Individual',
    joint: 'Joint',
    financier: 'With a financier',
    mission: 'Diplomatic mission',
    company: 'Company',
  },
  confirmedBy: {
    code: (when: string) => `one-time code, ${when}`,
    signature: (when: string) => `signature, ${when}`,
    'typed-name': (when: string) => `name typed before the clerk, ${when}`,
    'by-list': (when: string) => `by their driving school’s list, ${when}`,
  },
  notConfirmed: 'not yet confirmed',

  source: {
    registry: (when: string) => `registry, as of ${when}`,
    paper: 'as presented on paper',
  },

  field: {
    chassis: 'Chassis or frame',
    engineNumber: 'Engine number',
    make: 'Make',
    model: 'Model',
    vehicleType: 'Type',
    body: 'Body',
    colour: 'Colour',
    fuel: 'Fuel',
    yearOfManufacture: 'Year made',
    ratingCc: 'Rating (cc)',
    registeredOn: 'Registered on',
    grossWeightKg: 'Gross weight (kg)',
    tareWeightKg: 'Tare weight (kg)',
    loadCapacityKg: 'Load (kg)',
    passengers: 'Passengers',
    axles: 'Axles',
    taxClass: 'Tax class',
    duty: 'Duty',
    customsEntry: 'Customs entry',
    previousCountry: 'Registered before in',
  },

  note: {
    charge: (by: string, since: string) => `Charge by ${by}, since ${since}`,
    caveat: (by: string, since: string) => `Caveat by ${by}, since ${since}`,
    stolen: (by: string, since: string) => `Reported stolen by ${by}, since ${since}`,
    none: 'None recorded.',
  },

  clock: {
    inform: (day: string) => `The seller tells the Registrar of the transfer by ${day} (7 days).`,
    use: (day: string) => `The vehicle may not be used after ${day} (14 days) unless the new owner is registered.`,
    law: 'Traffic Act, section 9.',
  },

  copyOfRecord: (when: string) => `Copy of the record as held by this hub, as of ${when}.`,
  notAboutPaper: 'It says nothing about whether a paper logbook is genuine.',
  verifySentence: 'Give this number at any Kaunta counter. The counter shows the record; compare it with this copy line by line.',

  record: paperRecord,
  batch: paperBatch,
  tests: paperTests,
  results: paperResults,
  cashUp: paperCashUp,
  office: paperOffice,
  collection: paperCollection,
  shelf: paperShelf,
  tradeRegister: paperTradeRegister,

  foot: {
    notConnected: 'Kaunta is not connected to NTSA or eCitizen. This paper comes from the office’s own hub.',
    madeAt: (office: string, device: string, when: string) => `${office} · PC ${device} · made ${when}`,
    page: (page: string, pages: string) => `Page ${page} of ${pages}`,
    keep: 'Please keep this paper.',
  },
};

export type PaperWords = typeof paper;
