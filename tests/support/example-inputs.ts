import type * as z from 'zod';
import { toDay } from '#shared/base/instant.ts';
import type { Contract } from '#shared/contract/contract.ts';
import type { Procedure } from '#shared/contract/procedure.ts';
import { completeTransfer } from './transfer-body.ts';
import { scanFile } from './transfer-case.ts';

type Examples = {
  readonly [F in keyof Contract]: {
    readonly [N in keyof Contract[F]]: Contract[F][N] extends Procedure ? z.input<Contract[F][N]['input']> : never;
  };
};

/** Nothing has this id. */
const id = '01900000-0000-7000-8000-000000000000';
const page = { limit: 1, offset: 0 };
const days = { from: toDay('2026-11-23'), to: toDay('2026-11-23') };
const reason = 'A reason for the record';
const password = 'maembe matamu sana';
const sha256 = '0'.repeat(64);

/** One well-formed input for each procedure, so that what comes back is the core's own answer. The compiler asks for every new one. */
export const exampleInputs: Examples = {
  start: {
    retry: {},
    status: {},
    choosePractice: {},
    enrol: { hubUrl: 'http://127.0.0.1:9', code: 'CODE', passphrase: null },
    unlock: { passphrase: password },
    restore: {},
    lookForCopies: { folder: '/nowhere' },
    enterRecoveryCode: { code: 'CODE', passphrase: null },
    enrolAnew: {},
    createAdmin: { name: 'Esther Nduta', login: 'esther', password },
  },
  batches: {
    list: {},
    get: { id },
    dealers: {},
    addDealer: { name: 'Simba Pikipiki Dealers Limited', kraPin: 'P051238838Z', phone: '0722000111' },
    placeClerk: { userId: id, dealerId: id },
    open: { dealerId: id },
    readFile: { id, file: new File(['Chassis\nA'], 'rows.csv'), sheet: null, readId: id },
    progress: { readId: id },
    cancel: { readId: id },
    importRows: { id, readId: id, columns: [] },
    keepRows: { id, rows: [{ id, cells: {} }] },
    confirm: { id, questions: [{ rowId: id, field: 'chassis', code: 'chassis.look-alike' }] },
    setAside: { id, rowIds: [id], aside: true },
    recheck: { id, after: 0 },
    colleagues: {},
    handOver: { id, toUserId: id },
    check: { id },
    delete: { id, reason },
    fee: { id },
    template: {},
    submit: { id, payment: { method: 'mpesa', code: 'UKM0000001', amountCents: 1 } },
    resubmit: { id },
    units: { id },
    money: { id },
    exportBad: { id, format: 'csv', reasonHeading: 'Why', reasons: [] },
  },
  people: {
    tiles: {},
    seat: {},
    signIn: { login: 'nobody', password },
    signOut: {},
    lock: {},
    unlock: { password },
    changePassword: { current: password, next: `${password} pia` },
    list: {},
    create: { name: 'Faith Chepkoech', login: 'faith', roles: ['clerk'], firstPassword: password },
    update: { id, name: 'Faith Chepkoech', roles: ['clerk'], disabled: false },
    resetPassword: { id, firstPassword: password },
    ownActivity: {},
  },
  applications: {
    list: { show: 'all', state: null, ...page },
    get: { id },
    open: { service: 'transfer' },
    keepDraft: { id, body: completeTransfer(), step: 'vehicle', field: 'vehicle.plate' },
    sendCode: { id, role: 'buyer' },
    confirm: { id, role: 'buyer', declared: true, contentHash: '', proof: { method: 'typed-name', typedName: '' } },
    decline: { id, role: 'buyer', reason },
    supervise: { id, login: 'supervisor', password, reason },
    submit: { id, payment: { method: 'mpesa', code: 'UKM0000000', amountCents: 1 } },
    resubmit: { id },
    cancel: { id, reason },
    attachScan: { id, kind: 'logbook', file: scanFile() },
    replaceScan: { id, scanId: id, file: scanFile() },
    lostScans: {},
    removeScan: { id, scanId: id },
    scan: { sha256 },
    practiceScan: { id, kind: 'logbook' },
  },
  drivers: { find: { idKind: 'national-id', idNumber: '23456789' }, lookUp: { idKind: 'national-id', idNumber: '23456789' }, classes: {} },
  vehicles: { find: { text: 'KMFP 324B' }, lookUp: { text: 'KMFP 324B' } },
  reference: { tables: {} },
  office: { status: {}, changes: {}, cutLine: { cut: true }, reference: {} },
  queue: {
    list: {},
    tryNow: {},
    standing: {},
    discard: { entryId: id, reason },
    offerAgain: { entryId: id },
    pullGuard: {},
    letPull: { decision: 'keep' },
    bytesSent: { applicationId: id },
    leave: { reason },
  },
  payments: {
    list: { text: '', ...page },
    history: { receiptNumber: 'R-NRB01-3A-000001' },
    voidReceipt: { receiptNumber: 'R-NRB01-3A-000001', reason: 'wrong-case', note: '', supervisor: { login: 'supervisor', password } },
    reprint: { receiptNumber: 'R-NRB01-3A-000001', reason: 'lost', note: '', locale: 'en' },
    series: days,
  },
  sheets: {
    stock: {},
    look: { serial: 'KE-000001' },
    receive: { from: 'KE-000001', to: 'KE-000002' },
    spoil: { serial: 'KE-000001', reason: 'torn', note: '', supervisor: null },
    giveBack: { from: 'KE-000001', to: 'KE-000002' },
    takeOut: { rangeId: id },
    report: days,
  },
  paper: {
    get: { paper: { kind: 'receipt', receiptNumber: 'R-NRB01-3A-000001' }, width: 'a4', locale: 'en' },
  },
  printing: {
    printers: {},
    discover: {},
    addPrinter: { way: 'network', address: '127.0.0.1:9', name: 'Roll', width: '80mm', opensDrawer: false },
    changePrinter: { id, name: 'Roll', width: '80mm', opensDrawer: false },
    removePrinter: { id },
    setPaper: { use: 'receipt', printerId: null, locale: 'en' },
    testPage: { printerId: id, locale: 'en' },
    print: { paper: { kind: 'receipt', receiptNumber: 'R-NRB01-3A-000001' }, locale: 'en' },
    jobs: { show: 'all', limit: 1, offset: 0 },
    asking: {},
    status: {},
    answer: { jobId: id, cameOut: true, reason: null },
    again: { jobId: id },
    cancel: { jobId: id },
  },
  logbooks: {
    list: { text: '' },
    copies: { id },
    issueCopy: { id, sheetSerial: null, further: null, locale: 'en' },
    printAgain: { id, copy: 1, sheetSerial: null, locale: 'en' },
  },
  shelf: {
    list: { text: '', state: 'waiting', band: null },
    look: { code: 'KMFP324B' },
    put: { what: { kind: 'elogbook-copy', applicationId: id }, place: 'B-14-3', locale: 'en' },
    move: { id, place: 'B-14-3' },
    sendBack: { id, reason: 'unclaimed', note: '' },
    takeStock: { place: 'B-14-3', codes: [] },
    handOver: {
      what: { itemId: id },
      collector: { name: 'Amina Mwangi', idNumber: '23456781' },
      letter: null,
      proof: { method: 'typed-name', typedName: 'Amina Mwangi' },
      isOldBookIn: false,
    },
    replaceLetter: { slipNumber: 'H-NRB01-1A-000001', file: scanFile() },
    practiceLetter: { plate: 'KMFP324B' },
    ageing: {},
    ageingFile: { band: null, locale: 'en' },
  },
  tests: {
    centres: {},
    calendar: { centre: 'NRB', class: 'B', from: toDay('2026-11-23'), days: 14 },
    bookings: {},
    keepSeats: { centre: 'NRB', class: 'B', keep: false },
  },
  registrar: {
    list: {},
    get: { applicationId: id },
    scan: { sha256 },
    decide: { applicationId: id, outcome: 'approved', reasons: [], note: '' },
    units: { applicationId: id },
    decideBatch: { applicationId: id, returned: [] },
  },
  search: { find: { text: 'KMFP', limit: 1 } },
  records: { history: { subject: `application:${id}` }, journal: { beforeSeq: null, limit: 1 }, verify: {} },
  system: { status: {}, drill: { cuts: 1 } },
  post: {
    status: {},
    write: {},
    file: { letterId: id, kind: 'letter' },
    carry: { file: new File(['no letter'], 'x.kpost') },
    read: { file: new File(['no letter'], 'x.kpost') },
  },
  copies: { status: {}, backUpNow: {}, checkNow: {}, setFolder: { folder: '/nowhere' }, makeRecoveryCode: {} },
  testDay: {
    choices: {},
    list: { centre: 'XXX', day: days.from, session: 'morning' },
    checkIn: { centre: 'XXX', day: days.from, session: 'morning', code: '12345678' },
    giveResult: { bookingId: id, marks: null, correction: null },
  },
  check: { code: { text: 'KAUNTA1:' }, typed: { number: 'R-NRB01-1A-000001', shortCode: '0000-0000-0000' } },
  settings: {
    get: {},
    setScreen: { locale: 'en', scheme: 'light' },
    setOffice: { receiptWidth: 'a4', scheduleId: 'seed-2026', cashAllowed: false, idleLockMinutes: 5, factsAgeLimitMinutes: 60 },
  },
};
