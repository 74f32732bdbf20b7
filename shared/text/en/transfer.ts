import type { IdentityDocumentKind } from '../../domain/identity-document.ts';
import type { PartyRole } from '../../domain/party.ts';
import type { OwnershipType } from '../../domain/services/ownership.ts';
import type { TransferBody } from '../../domain/services/transfer.ts';
import type { PlateClass } from '../../domain/plate.ts';
import type { VehicleKind } from '../../domain/vehicle-class.ts';
import type { Fuel, VehicleMark } from '../../domain/vehicle.ts';
import type { ServiceWords } from '../service-words.ts';

const ownership = {
  individual: { label: 'Individual', hint: 'One person becomes the owner.' },
  joint: { label: 'Joint', hint: 'Two people own it together. The order is kept in the logbook.' },
  financier: { label: 'Financier', hint: 'The lender stands in the logbook with the owner until discharged.' },
  'diplomatic-mission': { label: 'Diplomatic mission', hint: 'The mission owns it; an accredited person acts for it.' },
  company: { label: 'Company', hint: 'The company owns it; a delegate acts for it.' },
} satisfies Record<OwnershipType, { label: string; hint: string }>;

const service: ServiceWords<TransferBody> = {
  name: 'Transfer of ownership',
  about: 'A vehicle goes from one owner to the next: seller and buyer confirm, the fee is paid, the registrar decides.',
  start: 'Start a transfer',
  bring: 'Needed: the logbook, both ID cards, both KRA PINs, the buyer’s phone.',
  step: { vehicle: 'Vehicle', seller: 'Seller', buyer: 'Buyer' },
  subject: {
    question: 'Which vehicle changes hands?',
    sayWhich: 'Which vehicle is it? May I see the logbook, please?',
    stopTitle: 'This vehicle cannot be transferred',
    sayStopped: 'I am sorry, the register does not allow this vehicle to be sold now.',
    feeStopped: 'none: this vehicle cannot be sold now',
  },
  facts: (body) => [
    ['Ownership', body.ownership === null ? '' : ownership[body.ownership].label],
    ['Mileage', body.mileageKm === null ? '' : `${body.mileageKm.toLocaleString('en')} km`],
  ],
  states: {
    meaning: { approved: 'The registrar approved it. The new owner stands in the hub’s register.' },
    may: {
      queued: 'The receipt proves the payment. It does not yet prove ownership: the vehicle may not be sold on or pledged.',
      'in-review': 'The receipt proves the payment. It does not yet prove ownership: the vehicle may not be sold on or pledged.',
      approved: 'The new owner may use the vehicle as theirs and collect the eLogbook copy when it is ready.',
      ready: 'The new owner or the named collector may fetch the copy with the old logbook and an original ID.',
      collected: 'The new owner holds the copy. Nothing more is needed.',
      conflict: 'The receipt proves the payment. The vehicle has not changed hands in the register.',
    },
    say: {
      approved: 'Good news: the transfer is approved. The logbook copy comes next.',
      ready: 'Your logbook copy is ready. Please show the old logbook and your ID.',
      declined: 'This transfer was declined, so nothing has changed.',
    },
    next: {},
  },
  registrar: {
    applicant: 'Gives up',
    others: 'Becomes owner',
    approveTitle: (plate) => `Approve the transfer of ${plate}`,
    approveHint: (owners, office) => `${owners} becomes the owner in the register and the eLogbook copy is freed at ${office}.`,
    returnTitle: (plate) => `Return the transfer of ${plate}`,
    refuseTitle: (plate) => `Refuse the transfer of ${plate}`,
  },
  paper: {
    sentence: {
      open: 'Nothing has been paid or sent. This sheet is only for checking what was typed.',
      provisional: 'The register has not changed yet. The new owner becomes the owner only when this application is confirmed.',
      confirmed: 'The registrar has approved this application and the hub’s register has been changed.',
      ended: 'This application is closed and changed nothing in the register.',
    },
    mayNot: ['use it as a logbook or as proof of ownership', 'sell the vehicle on or give it as security'],
  },
};

/** The words of the transfer steps: the vehicle, the two sides and what each ownership type asks. */
export const transfer = {
  service,
  role: {
    seller: 'Seller',
    buyer: 'Buyer',
    'second-owner': 'Second owner',
    financier: 'Financier',
    mission: 'Mission',
    company: 'Company',
    owner: 'Owner',
    driver: 'Learner',
    dealer: 'Dealer',
    school: 'Driving school',
  } satisfies Record<PartyRole, string>,

  /** `the buyer’s phone number`, for the list of what is missing. */
  ofRole: (role: string, thing: string) => `the ${role.toLowerCase()}’s ${thing}`,

  ownership,

  vehicle: {
    find: 'Number plate or chassis number',
    findHint: 'As it stands on the logbook. Spaces do not matter.',
    findAction: 'Find',
    change: 'Another vehicle',
    notHere: (text: string) => `This office does not know ${text} yet.`,
    askHub: 'Ask the hub',
    asking: 'Asking the hub…',
    hubDoesNotKnow: (text: string) => `The hub has no vehicle ${text}. Check it against the logbook, letter by letter.`,
    lineDown: 'The line is down, so the hub cannot be asked now.',
    typeInstead: 'Type from the logbook',
    typeTitle: 'From the paper logbook',
    typeHint: 'These facts count as presented on paper. The registrar compares them with the register.',
    facts: 'Facts of the vehicle',
    owner: 'Registered owner',
    owners: 'Registered owners',
    none: 'none',
    noMarks: 'No charge, caveat or stolen report.',
    mark: {
      charge: (by: string, since: string) => `Charged to ${by} since ${since}. The lender must discharge it first.`,
      caveat: (by: string, since: string) => `Caveat by ${by} since ${since}. Only who placed it can lift it.`,
      stolen: (by: string, since: string) => `Reported stolen by ${by} on ${since}. Do not hand the papers back; call the supervisor.`,
    } satisfies Record<VehicleMark['kind'], (by: string, since: string) => string>,
    openApplication: (reference: string, state: string, since: string) =>
      `Application ${reference} already holds it (${state}, since ${since}). Finish or cancel that one first.`,
    openIt: 'Open that application',
    mileage: 'Mileage',
    mileageUnit: 'km',
    mileageHint: 'As the clock shows today. The law asks for it.',
    collection: 'Collection office',
  },

  fact: {
    plate: 'Plate',
    plateClass: 'Plate class',
    chassis: 'Chassis',
    engineNumber: 'Engine',
    make: 'Make',
    model: 'Model',
    body: 'Body',
    kind: 'Kind',
    ratingCc: 'Rating',
    wheels: 'Wheels',
    colour: 'Colour',
    fuel: 'Fuel',
    yearOfManufacture: 'Year made',
    registeredOn: 'Registered',
    previousOwners: 'Owners before',
    logbookNumber: 'Logbook',
    eSticker: 'E-sticker',
    eStickerYes: 'issued before',
    eStickerNo: 'never issued',
    cc: (cc: string) => `${cc} cc`,
  },

  plateClass: {
    private: 'Private',
    legacy: 'Private, before 1989',
    motorcycle: 'Motorcycle',
    'three-wheeler': 'Three-wheeler',
    tractor: 'Tractor',
    'heavy-machinery': 'Heavy machinery',
    trailer: 'Trailer',
    'national-government': 'National government',
    'county-government': 'County government',
    governor: 'Governor',
    diplomatic: 'Diplomatic',
    'international-organisation': 'UN or international body',
    parastatal: 'Parastatal',
    dealer: 'Dealer',
    garage: 'Garage',
    'freight-station': 'Freight station',
    'tow-truck': 'Tow truck',
    military: 'Military',
    'state-officer': 'State officer',
    customised: 'Chosen name',
  } satisfies Record<PlateClass, string>,

  kind: {
    car: 'Car',
    commercial: 'Van, bus or lorry',
    motorcycle: 'Motorcycle',
    'three-wheeler': 'Three-wheeler',
    tractor: 'Tractor',
    'heavy-machinery': 'Heavy machinery',
    trailer: 'Trailer',
  } satisfies Record<VehicleKind, string>,

  fuel: { petrol: 'Petrol', diesel: 'Diesel', electric: 'Electric', hybrid: 'Hybrid', gas: 'Gas', none: 'None' } satisfies Record<
    Fuel,
    string
  >,

  seller: {
    question: 'Who sells?',
    hint: 'The seller must be the owner in the register. Compare with the ID in your hand.',
    fromRegister: 'Filled in from the owner:',
    matches: 'matches the registered owner',
    chooseOwner: 'Which owner is here?',
  },

  buyer: {
    ownership: 'Who becomes the owner?',
    notSeller: 'not the seller',
    sayOwnership: 'Who will the owner be: one person, two together, or with a lender?',
    collector: 'Collector’s ID number',
  },

  idKind: {
    'national-id': 'National ID',
    'maisha-namba': 'Maisha Namba',
    'alien-id': 'Alien ID',
    'refugee-id': 'Refugee ID',
    'military-id': 'Military ID',
    passport: 'Passport',
    'diplomatic-id': 'Diplomatic ID',
  } satisfies Record<IdentityDocumentKind, string>,

  field: {
    idKind: 'Kind of ID',
    idNumber: 'ID number',
    name: 'Full name',
    personName: 'Person who acts for it',
    kraPin: 'KRA PIN',
    phone: 'Phone',
    postalAddress: 'Postal address',
    organisation: { financier: 'Lender’s name', mission: 'Mission’s name', company: 'Company’s name' },
    organisationNumber: {
      financier: 'Company number',
      mission: 'Accreditation number',
      company: 'Company number',
    },
    organisationPin: 'Its KRA PIN',
  },
  placeholder: {
    postalAddress: 'P.O. Box 123-00100, Nairobi',
    phone: '07…',
    kraPin: 'A000000000A',
    organisationPin: 'P000000000A',
  },
  optional: 'if there is one',
};

export type TransferWords = typeof transfer;
