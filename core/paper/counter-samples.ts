import { toDay, toInstant } from '#shared/base/instant.ts';
import type { BatchCoverData, BatchFeeLine, BatchReceiptData, BatchUnit, UnitSlipsData } from './batch-papers.ts';
import type { CashUpData } from './cash-up-paper.ts';
import type { RecordCopyData } from './record-paper.ts';
import { sampleApplication, sampleFrame as frame, sampleReceipt } from './samples.ts';
import type { ListSlipsData, SchoolSlipData } from './school-papers.ts';
import type { DayListData, TestSlipData } from './test-papers.ts';

/** Invented papers of the record, the batch, the driving test and the shift: the fullest of each kind. */
const registry = { from: 'registry', asOf: toInstant('2026-11-24T10:48:00.000Z') } as const;
const yesterday = { from: 'registry', asOf: toInstant('2026-11-23T09:05:00.000Z') } as const;
const onPaper = { from: 'paper', asOf: toInstant('2026-11-24T10:41:00.000Z') } as const;

export const sampleRecordCopy: RecordCopyData = {
  ...frame,
  reference: 'C-NRB01-2A-000031',
  applicantName: 'Halima Abdi',
  applicantMaskedId: '•••••903',
  receiptNumber: 'R-NRB01-2A-000127',
  searchedBy: 'chassis',
  plate: 'KMFP 324B',
  plateClass: 'Motorcycle',
  vehicleLine: 'Bajaj Boxer BM150 · 150 cc',
  vehicle: [
    ...sampleApplication.vehicle.map((fact) => ({ ...fact, source: fact.field === 'colour' ? onPaper : registry })),
    { field: 'body', value: 'Two-wheeler', source: registry },
    { field: 'fuel', value: 'Petrol', source: registry },
    { field: 'registeredOn', value: 'Tue 14 Sep 2021', source: registry },
  ],
  owners: [
    { name: 'Kamau Njoroge', maskedId: '•••••678', source: yesterday },
    { name: 'Mwangaza Motorcycle Credit Limited', maskedId: '•••••••••071', source: yesterday },
  ],
  marks: [{ kind: 'charge', since: toDay('2025-03-11'), by: 'Mwangaza Motorcycle Credit Limited' }],
  marksSource: { from: 'registry', asOf: toInstant('2026-11-24T07:12:00.000Z') },
};

/** DOMAIN §1.3 and §1.4: inspection with e-sticker 1,750, first registration 1,700, one plate 1,550. */
const batchFees = [
  { label: 'First registration, up to 1000 cc', eachCents: 170_000 },
  { label: 'Inspection and e-sticker', eachCents: 175_000 },
  { label: 'Motorcycle plate', eachCents: 155_000 },
] as const;
const unitCents = batchFees.reduce((sum, { eachCents }) => sum + eachCents, 0);

function batchLines(units: number): readonly BatchFeeLine[] {
  const schedule = '2026 charges, from Thu 1 Jan 2026';
  return batchFees.map(({ label, eachCents }) => ({ label, schedule, units, eachCents, amountCents: units * eachCents }));
}

function batchUnit(row: number): BatchUnit {
  const serial = String(50_000 + row);
  return { row, chassis: `MD2A57AZ1TWK${serial}`, engineNumber: `DUZWTK${serial}`, model: 'Boxer BM150', amountCents: unitCents };
}

const units = Array.from({ length: 237 }, (_, index) => batchUnit(index + 2));

const batch = {
  ...frame,
  batchNumber: 'B-NRB01-2A-000004',
  dealerName: 'Simba Pikipiki Dealers Limited',
  dealerMaskedPin: 'P•••••••38Z',
  refunds: [],
} as const;

export const sampleBatchCover: BatchCoverData = {
  ...batch,
  standing: 'provisional',
  broughtBy: 'Otieno Baraka',
  fileName: 'boxer-november-24.xlsx',
  receivedAt: toInstant('2026-11-24T09:14:00.000Z'),
  receiptNumber: 'R-NRB01-2A-000131',
  goodUnits: units.slice(0, 38),
  otherRows: [
    { row: 40, state: 'bad', chassis: 'MD2A57AZ1TWK5O040', reason: 'The chassis has the letter O; a chassis of 17 signs has none.' },
    { row: 41, state: 'bad', chassis: 'MD2A57AZ1TWK50002', reason: 'The same chassis stands in row 2.' },
    {
      row: 42,
      state: 'set-aside',
      chassis: 'MD2A57AZ1TWK50042',
      reason: 'Looks like MD2A57AZ1TWK50024 of row 24: the dealer asks the factory.',
    },
  ],
  feeLines: batchLines(38),
  totalCents: 38 * unitCents,
};

export const sampleBatchReceipt: BatchReceiptData = {
  ...batch,
  standing: 'provisional',
  receiptNumber: 'R-NRB01-2A-000131',
  payerName: 'Simba Pikipiki Dealers Limited',
  payerMaskedId: 'P•••••••38Z',
  feeLines: batchLines(units.length),
  totalCents: units.length * unitCents,
  payment: { method: 'bank-slip', code: 'SLIP-88120931', state: 'to-match' },
  clerkName: sampleReceipt.clerkName,
  takenAt: sampleReceipt.takenAt,
  units,
};

/** On a roll as a dealer's small batch comes: more fit, and are as long as their paper. */
export const sampleBatchReceipt80mm: BatchReceiptData = {
  ...sampleBatchReceipt,
  feeLines: batchLines(12),
  totalCents: 12 * unitCents,
  units: units.slice(0, 12),
};

const slip = {
  state: 'registered',
  model: 'Bajaj Boxer BM150, 150 cc',
  ownerName: 'Juma Barasa Wekesa',
  ownerMaskedId: '•••••433',
  collectionOffice: { code: 'NRB01', name: 'Nairobi (Times Tower)' },
} as const;

export const sampleUnitSlips: UnitSlipsData = {
  ...frame,
  batchNumber: batch.batchNumber,
  dealerName: batch.dealerName,
  slips: units.slice(0, 6).map(({ row, chassis, engineNumber }, index) => ({
    ...slip,
    row,
    chassis,
    engineNumber,
    ...(index === 1
      ? { state: 'in-review', plate: null, logbookNumber: null }
      : { plate: `KMHB 10${index}C`, logbookNumber: `EL-2026-00${4210 + index}` }),
  })),
};

const sitting = {
  centre: { code: 'LKN', name: 'Likoni Driving Test Unit' },
  day: toDay('2026-12-01'),
  session: 'morning',
  startsAt: '08:00',
} as const;

export const sampleTestSlip: TestSlipData = {
  ...frame,
  ...sitting,
  bookingNumber: 'D-NRB01-2A-000017',
  candidateName: 'Wanjikũ Mũgo',
  maskedId: '•••••441',
  provisionalLicence: 'PDL-•••••219',
  licenceClass: 'A2 · motorcycle taxi, courier',
  outcome: { kind: 'final', seat: 14 },
  receiptNumber: 'R-NRB01-2A-000129',
};

const names = [
  'Wanjikũ Mũgo',
  'Kipchoge Rono',
  'Akinyi Ouma',
  'Fatuma Hassan Omar',
  'Mutua Kilonzo',
  'Chebet Langat',
  'Baraka Otieno Onyango',
];

const listed = (index: number) => ({ name: names[index] ?? '', maskedId: `•••••44${index}`, bookingNumber: `S-NRB01-2A-00003${index}` });

export const sampleSchoolSlip: SchoolSlipData = {
  ...frame,
  ...sitting,
  listNumber: 'L-NRB01-2A-000003',
  schoolName: 'Mlima Driving School',
  contactName: 'Njeri Muthoni',
  licenceClass: sampleTestSlip.licenceClass,
  receiptNumber: 'R-NRB01-2A-000130',
  totalCents: 5 * 100_000 + 5_000,
  booked: [0, 1, 2, 3, 4].map((index) => ({ ...listed(index), seat: index + 4 })),
  waiting: [5, 6].map((index) => ({ ...listed(index), place: index - 4 })),
};

export const sampleListSlips: ListSlipsData = {
  ...frame,
  listNumber: sampleSchoolSlip.listNumber,
  slips: [
    { ...sampleTestSlip, qr: null },
    {
      ...sampleTestSlip,
      qr: null,
      candidateName: names[1] ?? '',
      bookingNumber: 'S-NRB01-2A-000031',
      outcome: { kind: 'waiting', place: 1 },
      receiptNumber: null,
    },
  ],
};

export const sampleDayList: DayListData = {
  ...frame,
  centre: sitting.centre,
  day: sitting.day,
  startsAt: sitting.startsAt,
  heardAt: toInstant('2026-11-24T10:40:00.000Z'),
  stages: ['Board', 'Yard', 'Road'],
  candidates: Array.from({ length: 34 }, (_, index) => ({
    seat: index + 1,
    name: names[index % names.length] ?? '',
    maskedId: `•••••${String(440 + index)}`,
    licenceClass: index % 3 === 0 ? 'A2' : 'B1',
    attempt: 1 + (index % 5 === 4 ? 1 : 0),
    bookingNumber: `D-NRB01-2A-${String(10 + index).padStart(6, '0')}`,
  })),
};

export const sampleCashUp: CashUpData = {
  ...frame,
  shiftNumber: 'S-NRB01-2A-000012',
  clerkName: 'Achieng Wanjiku',
  openedAt: toInstant('2026-11-24T04:58:00.000Z'),
  closedAt: toInstant('2026-11-24T11:02:00.000Z'),
  floatCents: 500_000,
  pieces: [
    { valueCents: 100_000, count: 21 },
    { valueCents: 50_000, count: 9 },
    { valueCents: 20_000, count: 12 },
    { valueCents: 10_000, count: 17 },
    { valueCents: 5_000, count: 10 },
    { valueCents: 4_000, count: 0 },
    { valueCents: 2_000, count: 3 },
    { valueCents: 1_000, count: 8 },
    { valueCents: 500, count: 4 },
    { valueCents: 100, count: 0 },
  ],
  methods: [
    { method: 'cash', expectedCents: 3_030_000, countedCents: 3_026_000 },
    { method: 'mpesa', expectedCents: 9_675_000, countedCents: 9_675_000 },
    { method: 'card', expectedCents: 450_000, countedCents: 450_000 },
    { method: 'bank-slip', expectedCents: 118_500_000, countedCents: 118_500_000 },
  ],
  differenceReason: 'One customer was given KES 40 too much change at about 10:20.',
  supervisorName: 'Njeri Wambui',
  series: [{ name: 'R-NRB01-2A', first: 'R-NRB01-2A-000101', last: 'R-NRB01-2A-000131', count: 31, voided: 1, missing: 0 }],
  notSent: 4,
  chainHead: '9f2c41ab77d003be5510e2c4a0917c38be2d6f1a4405c9e7731f08d2b6ac5e19',
};
