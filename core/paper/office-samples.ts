import { toDay, toInstant } from '#shared/base/instant.ts';
import type { CollectionSlipData } from './collection-paper.ts';
import type { SeriesReportData, SheetReportData, VoidFormData } from './office-papers.ts';
import { sampleFrame, sampleReceipt } from './samples.ts';
import type { ShelfReportData } from './shelf-paper.ts';
import type { TradeRegisterData } from './trade-register-paper.ts';

/** Invented papers of the office's own file: the fullest of each kind. */
export const sampleVoidForm: VoidFormData = {
  ...sampleFrame,
  qr: null,
  void: { reason: 'Written on the wrong case', at: toInstant('2026-11-24T11:40:00.000Z') },
  receiptNumber: sampleReceipt.receiptNumber,
  applicationReference: sampleReceipt.applicationReference,
  serviceName: sampleReceipt.serviceName,
  plate: sampleReceipt.plate,
  vehicleLine: sampleReceipt.vehicleLine,
  payerName: sampleReceipt.payerName,
  payerMaskedId: sampleReceipt.payerMaskedId,
  method: 'M-Pesa',
  code: sampleReceipt.payment.code,
  amountCents: sampleReceipt.totalCents,
  takenAt: sampleReceipt.takenAt,
  takenBy: sampleReceipt.clerkName,
  voidedAt: toInstant('2026-11-24T11:40:00.000Z'),
  voidedBy: sampleReceipt.clerkName,
  supervisorName: 'Esther Nduta',
  reason: 'Written on the wrong case',
  note: 'The customer sells KMFP 342B, not KMFP 324B',
  caseWords: 'Cancelled at the counter.',
};

export const sampleCollectionSlip: CollectionSlipData = {
  ...sampleFrame,
  number: 'H-NRB01-2A-000017',
  itemKind: 'elogbook-copy',
  plate: 'KMFP 324B',
  vehicleLine: sampleReceipt.vehicleLine,
  itemNumber: 'EL-2026-00000042',
  reference: sampleReceipt.applicationReference,
  collectorName: 'Wambui Muthoni',
  collectorMaskedId: '•••••415',
  collectedAs: 'letter',
  letter: { signedBy: 'Mutua Musyoka', day: 'Mon 23 Nov 2026', isScanned: true },
  isOldBookIn: true,
  signedOnScreen: true,
  clerkName: sampleReceipt.clerkName,
  at: toInstant('2026-11-24T11:02:30.000Z'),
};

export const sampleSeriesReport: SeriesReportData = {
  ...sampleFrame,
  qr: null,
  from: toDay('2026-11-23'),
  to: toDay('2026-11-24'),
  series: [
    {
      letter: 'A',
      first: 'R-NRB01-2A-000101',
      last: 'R-NRB01-2A-000148',
      count: 47,
      voided: 2,
      missing: ['R-NRB01-2A-000133'],
      goodCents: 10_125_000,
      voidedCents: 450_000,
    },
    {
      letter: 'B',
      first: 'R-NRB01-2B-000001',
      last: 'R-NRB01-2B-000009',
      count: 9,
      voided: 0,
      missing: [],
      goodCents: 2_025_000,
      voidedCents: 0,
    },
  ],
};

const count = { opening: 112, received: 0, used: 41, spoiled: 2, returned: 0, left: 69, spoiledLater: 1 };

export const sampleSheetReport: SheetReportData = {
  ...sampleFrame,
  qr: null,
  from: toDay('2026-11-24'),
  to: toDay('2026-11-24'),
  total: { ...count, received: 500, left: 569 },
  ranges: [
    { from: 'KE-0004001', to: 'KE-0004500', count },
    {
      from: 'KE-0004501',
      to: 'KE-0005000',
      count: { opening: 0, received: 500, used: 0, spoiled: 0, returned: 0, left: 500, spoiledLater: 0 },
    },
  ],
  spoiled: [
    { serial: 'KE-0004437', at: toInstant('2026-11-24T07:12:00.000Z'), reason: 'paper jam' },
    { serial: 'KE-0004451', at: toInstant('2026-11-24T09:48:00.000Z'), reason: 'other: coffee' },
  ],
};

export const sampleShelfReport: ShelfReportData = {
  ...sampleFrame,
  qr: null,
  day: toDay('2026-11-24'),
  total: 41,
  bands: [
    { band: '0 to 7 days', count: 12 },
    { band: '8 to 30 days', count: 19 },
    { band: '31 to 90 days', count: 7 },
    { band: '91 to 180 days', count: 2 },
    { band: 'over 180 days', count: 1 },
  ],
  items: [
    {
      place: 'B-14-3',
      plate: 'KMDC 102W',
      kind: 'Paper logbook',
      owner: 'Achieng Grace Ouma',
      number: '20240001234',
      since: toDay('2026-04-30'),
      days: 208,
    },
    {
      place: 'C-02-1',
      plate: 'KDT 101A',
      kind: 'eLogbook copy',
      owner: 'Boda Mashinani Limited',
      number: 'EL-2026-00000003',
      since: toDay('2026-07-06'),
      days: 141,
    },
    {
      place: 'A-1',
      plate: 'KMZZ 101A',
      kind: 'Number plates',
      owner: 'Wanjiru Njeri Kamau & Mutua Stephen Kilonzo Musyoka',
      number: '',
      since: toDay('2026-08-12'),
      days: 104,
    },
    {
      place: 'LOWER-SHELF-12',
      plate: 'KMFP 324B',
      kind: 'eLogbook copy',
      owner: 'Otieno Ouma Okello',
      number: 'EL-2026-00000042',
      since: toDay('2026-11-24'),
      days: 0,
    },
  ],
};

const journeys = [
  ['KD 123A', 'Inspection', 'Likoni Road inspection centre', 'Otieno Ouma'],
  ['KD 204B', 'To or from a dealer', 'Mashinani Motors, Thika', 'Wanjikũ Mũgo'],
  ['KD 123A', 'To the purchaser', 'Kitengela', 'Otieno Ouma'],
  ['KD 8814', 'Breakdown tow', 'Athi River weighbridge', 'Halima Noor Abdi'],
] as const;

export const sampleTradeRegister: TradeRegisterData = {
  ...sampleFrame,
  qr: null,
  from: toDay('2026-11-01'),
  to: toDay('2026-11-24'),
  dealerName: 'Simba Pikipiki Limited',
  dealerPin: 'P051200001Z',
  movements: journeys.map(([plate, purpose, destination, driverName], index) => ({
    plate,
    chassis: `MD2A57AZ10000000${index + 1}`,
    vehicle: 'BAJAJ BOXER BM150',
    purpose,
    destination,
    driverName,
    driverMaskedId: '•••••433',
    outAt: toInstant(`2026-11-2${index}T06:1${index}:00.000Z`),
    outBy: sampleReceipt.clerkName,
    backAt: index === 3 ? null : toInstant(`2026-11-2${index}T${index === 1 ? '15:40' : '09:05'}:00.000Z`),
    note: index === 2 ? 'Left mirror broken' : '',
    isLate: index === 1,
    isDoubled: index === 2,
  })),
};
