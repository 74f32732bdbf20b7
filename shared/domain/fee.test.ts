import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import accessFeeFile from '#resources/reference/access-fee.json' with { type: 'json' };
import feeFile from '#resources/reference/fee-schedules.json' with { type: 'json' };
import { toDay } from '../base/instant.ts';
import { addCents, cents } from '../base/money.ts';
import { withAccessFee, type AccessFeePeriod } from './access-fee.ts';
import { feeServices, scheduleInForce, type FeeSchedule } from './fee-schedule.ts';
import { feeFor } from './fee.ts';
import { vehicleKinds, type VehicleFacts } from './vehicle-class.ts';

const schedules = feeFile.schedules as unknown as readonly FeeSchedule[];
const accessPeriods = accessFeeFile.periods as unknown as readonly AccessFeePeriod[];
const today = toDay('2026-11-22');

function inForce(id?: string, day = today) {
  const decision = scheduleInForce(schedules, day, id);
  if (!decision.ok) throw new Error(decision.problem.code);
  return decision.value;
}

function vehicle(facts: Partial<VehicleFacts>): VehicleFacts {
  return { kind: 'car', ratingCc: null, wheels: null, eStickerIssued: false, ...facts };
}

function billed(id: string, facts: Partial<VehicleFacts>) {
  const decision = feeFor(inForce(id), 'transfer', vehicle(facts));
  return decision.ok ? decision.value.lines.map((line) => [line.code, line.amountCents / 100]) : decision.problem;
}

describe('transfer fees of seed 003', () => {
  it.each([
    [1, 1500],
    [1000, 1500],
    [1001, 2000],
    [1200, 2000],
    [1201, 2500],
    [1500, 2500],
    [1501, 3000],
    [1700, 3000],
    [1701, 3500],
    [2000, 3500],
    [2001, 4000],
    [2500, 4000],
    [2501, 4500],
    [3000, 4500],
    [3001, 5000],
    [16_000, 5000],
  ])('%i cc is charged %i and an e-sticker of 750', (ratingCc, transferKes) => {
    expect(billed('seed-2026', { ratingCc })).toEqual([
      ['transfer', transferKes],
      ['e-sticker', 750],
    ]);
  });

  it('a trailer of four wheels or more is charged 3,000 and an e-sticker of 750', () => {
    for (const wheels of [4, 6, 12]) {
      expect(billed('seed-2026', { kind: 'trailer', wheels })).toEqual([
        ['transfer', 3000],
        ['e-sticker', 750],
      ]);
    }
  });

  it('a trailer of two wheels has no row, and the schedule without it is named', () => {
    expect(billed('seed-2026', { kind: 'trailer', wheels: 2 })).toEqual({
      code: 'fee.no-row',
      facts: { scheduleId: 'seed-2026', service: 'transfer', kind: 'trailer', measure: 'wheels', size: 2 },
    });
  });

  it.each(['tractor', 'heavy-machinery'] as const)('a %s has no row whatever its engine', (kind) => {
    expect(billed('seed-2026', { kind, ratingCc: 2500 })).toEqual({
      code: 'fee.no-row',
      facts: { scheduleId: 'seed-2026', service: 'transfer', kind },
    });
  });

  it('an engine size the register does not know stops, and so does one of zero', () => {
    expect(billed('seed-2026', {})).toMatchObject({ code: 'fee.measure-missing', facts: { measure: 'rating-cc' } });
    expect(billed('seed-2026', { ratingCc: 0 })).toMatchObject({ code: 'fee.no-row', facts: { size: 0 } });
  });

  it('a motorcycle is read by its engine size', () => {
    expect(billed('seed-2026', { kind: 'motorcycle', ratingCc: 150 })).toEqual([
      ['transfer', 1500],
      ['e-sticker', 750],
    ]);
  });

  it('an e-sticker already issued changes nothing, for this schedule lists it on every transfer', () => {
    expect(billed('seed-2026', { ratingCc: 1000, eStickerIssued: true })).toEqual([
      ['transfer', 1500],
      ['e-sticker', 750],
    ]);
  });
});

describe('transfer fees of the older tariff', () => {
  it.each([
    [1000, 1660],
    [1001, 1890],
    [1200, 1890],
    [1201, 2065],
    [1500, 2065],
    [1501, 2410],
    [1700, 2410],
    [1701, 2695],
    [2000, 2695],
    [2001, 3845],
    [2500, 3845],
    [2501, 5055],
    [3000, 5055],
    [3001, 5915],
  ])('%i cc is charged %i', (ratingCc, transferKes) => {
    expect(billed('tariff-2023', { ratingCc, eStickerIssued: true })).toEqual([['transfer', transferKes]]);
  });

  it('trailers and tractors have rows', () => {
    expect(billed('tariff-2023', { kind: 'trailer', wheels: 2, eStickerIssued: true })).toEqual([['transfer', 1030]]);
    expect(billed('tariff-2023', { kind: 'trailer', wheels: 4, eStickerIssued: true })).toEqual([['transfer', 1890]]);
    expect(billed('tariff-2023', { kind: 'tractor', eStickerIssued: true })).toEqual([['transfer', 1030]]);
  });

  it('the e-sticker is charged once in the life of a vehicle', () => {
    expect(billed('tariff-2023', { ratingCc: 1000 })).toEqual([
      ['transfer', 1660],
      ['e-sticker', 700],
    ]);
  });
});

describe('the schedule in force', () => {
  it('without a choice it is the newest that has begun', () => {
    expect(inForce().id).toBe('seed-2026');
    expect(inForce(undefined, toDay('2025-12-31')).id).toBe('tariff-2023');
    expect(inForce('tariff-2023').id).toBe('tariff-2023');
  });

  it('an unknown one, one not yet begun and a time before all are refused', () => {
    const codeOf = (day: string, id?: string) => {
      const decision = scheduleInForce(schedules, toDay(day), id);
      return decision.ok ? decision.value.id : decision.problem.code;
    };
    expect(codeOf('2026-11-22', 'tariff-2099')).toBe('fee.schedule-unknown');
    expect(codeOf('2026-11-22', 'ntsa-services')).toBe('fee.schedule-unknown');
    expect(codeOf('2025-12-31', 'seed-2026')).toBe('fee.schedule-not-in-force');
    expect(codeOf('2016-12-31')).toBe('fee.no-schedule');
  });

  it('a service the transfer table does not list is read from the table it includes, which the line names', () => {
    const decision = feeFor(inForce(), 'duplicate-logbook', null);
    expect(decision).toMatchObject({
      ok: true,
      value: {
        scheduleId: 'seed-2026',
        lines: [
          { scheduleId: 'ntsa-services', amountCents: cents(2500), labelKey: 'fee.line.duplicate-logbook' },
          { scheduleId: 'ntsa-services', amountCents: cents(50), labelKey: 'fee.line.access-fee' },
        ],
      },
    });
  });

  it('a transfer without a vehicle stops', () => {
    expect(feeFor(inForce(), 'transfer', null)).toMatchObject({ ok: false, problem: { code: 'fee.vehicle-missing' } });
  });
});

describe('the access fee', () => {
  const onDay = (service: 'duplicate-logbook' | 'inspection' | 'copy-of-records' | 'records-update', day: string) => {
    const fee = feeFor(inForce(), service, null);
    if (!fee.ok) throw new Error(fee.problem.code);
    return withAccessFee(fee.value, accessPeriods, toDay(day)).totalCents / 100;
  };

  it('slides with the amount while it is on, was 50 before, and is off in 2026', () => {
    expect([onDay('inspection', '2024-05-01'), onDay('copy-of-records', '2024-05-01')]).toEqual([1050, 520]);
    expect([onDay('inspection', '2023-05-01'), onDay('copy-of-records', '2023-05-01')]).toEqual([1050, 550]);
    expect([onDay('inspection', '2026-05-01'), onDay('copy-of-records', '2026-05-01')]).toEqual([1000, 500]);
  });

  it('is a part of what a duplicate logbook is billed, and comes once', () => {
    expect(['2023-05-01', '2024-05-01', '2026-05-01'].map((day) => onDay('duplicate-logbook', day))).toEqual([2550, 2550, 2550]);
  });

  it.each([
    [19_999, 500],
    [20_000, 1000],
    [29_999, 1000],
    [30_000, 1500],
    [49_999, 1500],
    [50_000, 2000],
    [69_999, 2000],
    [70_000, 2500],
    [99_999, 2500],
    [100_000, 5000],
  ])('a bill of %i cents carries %i', (amountCents, feeCents) => {
    const fee = { scheduleId: 's', rowId: 'r', accessFee: 'on-top', lines: [], totalCents: 0 } as const;
    const line = { code: 'inspection', labelKey: 'fee.line.inspection', amountCents, scheduleId: 's', rowId: 'r' } as const;
    const bill = withAccessFee({ ...fee, lines: [line], totalCents: amountCents }, accessPeriods, toDay('2024-01-01'));
    expect(bill.lines.at(-1)).toMatchObject({ code: 'access-fee', amountCents: feeCents });
    expect(bill.totalCents).toBe(amountCents + feeCents);
  });

  it('never comes on top of figures that are billed as they stand, or of a free service', () => {
    const transfer = feeFor(inForce('seed-2026'), 'transfer', vehicle({ ratingCc: 1000 }));
    if (!transfer.ok) throw new Error(transfer.problem.code);
    expect(withAccessFee(transfer.value, accessPeriods, toDay('2024-05-01'))).toEqual(transfer.value);
    expect(onDay('records-update', '2024-05-01')).toBe(0);
  });
});

it('every bill is the sum of its lines, each in whole cents and named', () => {
  const facts = fc.record({
    kind: fc.constantFrom(...vehicleKinds),
    ratingCc: fc.option(fc.integer({ min: 0, max: 20_000 })),
    wheels: fc.option(fc.integer({ min: 0, max: 40 })),
    passengers: fc.option(fc.integer({ min: 0, max: 90 })),
    eStickerIssued: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.constantFrom('seed-2026', 'tariff-2023'), fc.constantFrom(...feeServices), facts, (id, service, someVehicle) => {
      const decision = feeFor(inForce(id), service, someVehicle);
      if (!decision.ok) return;
      const { lines, totalCents } = decision.value;
      expect(totalCents).toBe(addCents(...lines.map((line) => line.amountCents)));
      expect(lines.every((line) => Number.isSafeInteger(line.amountCents) && line.rowId !== '' && line.scheduleId !== '')).toBe(true);
    }),
  );
});
