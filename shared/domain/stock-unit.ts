import type { Instant } from '../base/instant.ts';
import type { BatchCells } from './batch/batch-row.ts';

/**
 * Where a dealer's motorcycle stands (issue 6, item 4). `elsewhere`: it turned out to be taken in already, at another PC or by another
 * dealer, so this record of it counts as none. `withdrawn`: it left without a buyer.
 */
export const stockStates = ['in-stock', 'sold', 'registered', 'plated', 'handed-over', 'withdrawn', 'elsewhere'] as const;
export type StockState = (typeof stockStates)[number];

export const withdrawReasons = ['to-other-dealer', 'back-to-maker', 'stolen', 'written-off', 'taken-in-wrongly', 'other'] as const;
export type WithdrawReason = (typeof withdrawReasons)[number];

/** Who bought it, in the texts of a batch's row; the batch judges them. */
export interface StockBuyer {
  readonly name: string;
  readonly idNumber: string;
  readonly kraPin: string;
  readonly phone: string;
  /** Empty where nobody finances it. */
  readonly financier: string;
  readonly ownership: 'single' | 'joint';
}

/** What is known of a motorcycle before anybody buys it (DOMAIN §5.2). */
export interface StockFacts {
  readonly id: string;
  readonly chassis: string;
  readonly engineNumber: string;
  readonly make: string;
  readonly model: string;
  readonly ratingCc: number;
  readonly yearOfManufacture: number;
  readonly colour: string;
  readonly customsEntry: string;
  readonly invoice: string;
}

/** The batch into which a motorcycle was sold. */
export interface StockSale {
  readonly batchId: string;
  readonly batchNumber: string;
  readonly buyerName: string;
  readonly soldAt: Instant;
  readonly soldBy: string;
}

export interface StockUnit extends StockFacts {
  readonly state: StockState;
  readonly takenInAt: Instant;
  readonly sale: StockSale | null;
  /** Both are there once it is registered. */
  readonly plate: string | null;
  readonly registeredAt: Instant | null;
  readonly changedAt: Instant;
}

/** The row of a batch that asks for this motorcycle to be registered to its buyer. */
export function saleCells(unit: StockFacts, buyer: StockBuyer, collectionPoint: string): BatchCells {
  return {
    chassis: unit.chassis,
    engineNumber: unit.engineNumber,
    make: unit.make,
    model: unit.model,
    ratingCc: String(unit.ratingCc),
    year: String(unit.yearOfManufacture),
    colour: unit.colour,
    customsEntry: unit.customsEntry,
    invoice: unit.invoice,
    ownerName: buyer.name,
    ownerIdNumber: buyer.idNumber,
    ownerKraPin: buyer.kraPin,
    ownerPhone: buyer.phone,
    ownership: buyer.ownership,
    financier: buyer.financier,
    collectionPoint,
  };
}

/** Ages of stock by the day on which they begin; money stands still in what is old. */
export const stockAges = ['0-30', '31-90', 'over-90'] as const;
export type StockAge = (typeof stockAges)[number];

const ageDays: Readonly<Record<StockAge, { readonly from: number; readonly to: number | null }>> = {
  '0-30': { from: 0, to: 30 },
  '31-90': { from: 31, to: 90 },
  'over-90': { from: 91, to: null },
};

/** The whole days of an age since the motorcycle was taken in; `to` is null where it has no end. */
export function daysOfAge(age: StockAge): { readonly from: number; readonly to: number | null } {
  return ageDays[age];
}

/** Plates are promised within 7 working days (DOMAIN §1.4, H): from then on they are missing. */
export const platesAfterWorkingDays = 7;
