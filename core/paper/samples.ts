import { toDay, toInstant } from '#shared/base/instant.ts';
import type { ApplicationSummaryData, ConflictSlipData, LogbookCopyData, PaperFrame, ReceiptData, TestPageData } from './paper.ts';

/** The code of `sampleReceipt`, as a device signs it whose key and whose hub's key nobody kept. */
export const sampleCode = [
  'KAUNTA1:.XGNS8X50EJ0P+9OG8 86T70V44ABD:GH5KH4BN70K578*0T$*7P5DA8OA/C.5UA9M5D9:4BD72VND:OS2+U$78C8AQ/',
  'S9/E1VMGX52C4346H*837QSX1H6TW39SYQS3P5:7PTVZ0NXZR6AH3QNF O.VLW*0WLMYPK8YR+YQ04P85A2PI140NV0N20MHAP+9',
  'OG8Y96+F63W5646*96KM6HN90+8BL6DR6E8DMB8UB8Z34C$5300.0E1931V5.9VDF3+U0G3P878TZBQGPQ*J:3ALPI7H9N A1H7A',
  'M9KIRI$MH/MK11YLNU1RU+1TPH5YPCUURE8T.1OI55/5R1NNTVGONVYM1Q9D20+1BK+250',
].join('');

/** Invented papers for tests, pictures and the bench: the fullest of each kind. */
export const sampleFrame: PaperFrame = {
  office: { code: 'NRB01', name: 'Nairobi Upper Hill' },
  deviceNo: '2',
  madeAt: toInstant('2026-11-24T11:02:31.000Z'),
  practice: false,
  qr: sampleCode,
};

export const sampleReceipt: ReceiptData = {
  ...sampleFrame,
  receiptNumber: 'R-NRB01-2A-000123',
  applicationReference: 'T-NRB01-2A-000123',
  standing: 'provisional',
  serviceName: 'Transfer of ownership',
  plate: 'KMFP 324B',
  vehicleLine: 'Bajaj Boxer BM150 · 150 cc',
  payerName: 'Kamau Njoroge',
  payerMaskedId: '•••••678',
  lines: [
    { label: 'Transfer of ownership, up to 1000 cc', amountCents: 150_000, schedule: '2026 transfer charges, from Thu 1 Jan 2026' },
    { label: 'E-sticker', amountCents: 75_000, schedule: '2026 transfer charges, from Thu 1 Jan 2026' },
  ],
  totalCents: 225_000,
  payment: { method: 'mpesa', code: 'UKO7H2M9QX', state: 'to-match' },
  clerkName: 'Achieng Wanjiku',
  takenAt: toInstant('2026-11-24T11:02:30.000Z'),
  adjustments: [],
};

const registry = { from: 'registry', asOf: toInstant('2026-11-24T11:00:00.000Z') } as const;
const onPaper = { from: 'paper', asOf: toInstant('2026-11-24T10:58:00.000Z') } as const;

export const sampleApplication: ApplicationSummaryData = {
  ...sampleFrame,
  reference: 'T-NRB01-2A-000123',
  standing: 'provisional',
  serviceName: 'Transfer of ownership',
  stateWords: 'Waits to be sent to the hub: the line is down since 10:42.',
  plate: 'KMFP 324B',
  vehicleLine: 'Bajaj Boxer BM150 · 150 cc',
  sentence: 'The register has not changed yet. The new owner becomes the owner only when this application is confirmed.',
  mayNot: ['use it as a logbook or as proof of ownership', 'sell the vehicle on or give it as security'],
  facts: [{ label: 'Ownership', value: 'Joint' }],
  parties: [
    {
      role: 'seller',
      name: 'Achieng Odhiambo',
      maskedId: '•••••552',
      confirmation: { method: 'signature', at: toInstant('2026-11-24T10:51:00.000Z') },
    },
    {
      role: 'buyer',
      name: 'Kamau Njoroge',
      maskedId: '•••••678',
      confirmation: { method: 'code', at: toInstant('2026-11-24T10:54:00.000Z') },
    },
    { role: 'second-owner', name: 'Wanjikũ Mũgo', maskedId: '•••••441', confirmation: null },
  ],
  vehicle: [
    { field: 'chassis', value: 'MD2A57AZ1FWK50017', source: registry },
    { field: 'engineNumber', value: 'DUZWFK50017', source: registry },
    { field: 'make', value: 'Bajaj', source: registry },
    { field: 'model', value: 'Boxer BM150', source: registry },
    { field: 'ratingCc', value: '150', source: registry },
    { field: 'colour', value: 'Red', source: onPaper },
    { field: 'yearOfManufacture', value: '2021', source: registry },
  ],
  feeLines: sampleReceipt.lines,
  totalCents: sampleReceipt.totalCents,
  receiptNumber: sampleReceipt.receiptNumber,
  attached: [
    { name: 'Colour scan of the logbook', pages: 2, sha256Short: '9f2c 41ab 77d0' },
    { name: 'Sale agreement', pages: 1, sha256Short: '03be 5510 e2c4' },
  ],
  dueDay: toDay('2026-11-27'),
  collectionOffice: { code: 'NRB01', name: 'Nairobi Upper Hill' },
  timeline: [
    { at: toInstant('2026-11-24T10:47:00.000Z'), text: 'Opened by Achieng Wanjiku, clerk' },
    { at: toInstant('2026-11-24T10:51:00.000Z'), text: 'Seller confirmed by signature' },
    { at: toInstant('2026-11-24T10:54:00.000Z'), text: 'New owner confirmed by one-time code' },
    { at: toInstant('2026-11-24T11:02:30.000Z'), text: 'KES 2,250 paid by M-Pesa, to match' },
  ],
  clocks: { informRegistrarBy: toDay('2026-12-01'), notUsedAfter: toDay('2026-12-08') },
};

export const sampleLogbook: LogbookCopyData = {
  ...sampleFrame,
  preview: false,
  logbookNumber: 'EL-2026-0048213',
  verifyNumber: '7QK4-M2XW-9H',
  applicationReference: 'T-NRB01-2A-000123',
  copy: 1,
  issuedDay: toDay('2026-11-26'),
  recordAsOf: toInstant('2026-11-26T06:15:00.000Z'),
  plate: 'KMFP 324B',
  plateClass: 'Motorcycle',
  vehicle: [
    { field: 'chassis', value: 'MD2A57AZ1FWK50017' },
    { field: 'engineNumber', value: 'DUZWFK50017' },
    { field: 'make', value: 'Bajaj' },
    { field: 'model', value: 'Boxer BM150' },
    { field: 'vehicleType', value: 'Motorcycle' },
    { field: 'body', value: 'Two-wheeler' },
    { field: 'colour', value: 'Red' },
    { field: 'fuel', value: 'Petrol' },
    { field: 'yearOfManufacture', value: '2021' },
    { field: 'ratingCc', value: '150' },
    { field: 'registeredOn', value: 'Tue 14 Sep 2021' },
    { field: 'tareWeightKg', value: '144' },
    { field: 'passengers', value: '1' },
    { field: 'axles', value: '2' },
    { field: 'taxClass', value: 'Private' },
    { field: 'customsEntry', value: '2021MSA4410027' },
  ],
  ownershipType: 'joint',
  owners: [
    {
      role: 'owner',
      name: 'Kamau Njoroge',
      maskedId: '•••••678',
      maskedPin: 'A•••••••23M',
      postalAddress: 'P.O. Box 40112-00100, Nairobi',
    },
    {
      role: 'joint-owner',
      name: 'Wanjikũ Mũgo',
      maskedId: '•••••441',
      maskedPin: 'A•••••••04K',
      postalAddress: 'P.O. Box 40112-00100, Nairobi',
    },
    {
      role: 'financier',
      name: 'Mwangaza Motorcycle Credit Limited',
      maskedId: '•••••••••071',
      maskedPin: 'P•••••••38Z',
      postalAddress: 'P.O. Box 9001-00200, Nairobi',
    },
  ],
  previousOwners: 2,
  marks: [{ kind: 'charge', since: toDay('2026-11-26'), by: 'Mwangaza Motorcycle Credit Limited' }],
  conditions: [],
  collectionOffice: { code: 'NRB01', name: 'Nairobi Upper Hill' },
};

export const sampleConflict: ConflictSlipData = {
  ...sampleFrame,
  reference: 'T-NRB01-2A-000123',
  serviceName: 'Transfer of ownership',
  plate: 'KMFP 324B',
  vehicleLine: 'Bajaj Boxer BM150 · 150 cc',
  mine: {
    who: 'Achieng Wanjiku',
    office: { code: 'NRB01', name: 'Nairobi Upper Hill' },
    at: toInstant('2026-11-24T11:02:30.000Z'),
  },
  other: { who: 'Baraka Otieno', office: { code: 'KSM01', name: 'Kisumu' }, at: toInstant('2026-11-24T08:31:00.000Z') },
  receipt: { number: 'R-NRB01-2A-000123', amountCents: 225_000, payerName: 'Kamau Njoroge' },
};

export const sampleTestPage: TestPageData = {
  ...sampleFrame,
  qr: 'KAUNTA1:TEST',
  printerName: 'Front counter',
  address: '192.168.1.40:9100',
};
