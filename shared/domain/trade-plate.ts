import { accept, decline, type Decision } from '../base/decision.ts';
import { dayOf, instantPlusMs, startOfDay, type Instant } from '../base/instant.ts';
import { normalisePlate } from './plate.ts';
import { plateParts } from './plate-class.ts';

/** What a dealer's KD plate may be on the road for, and nothing else (DOMAIN §5.4). */
export const tradePurposes = ['inspection', 'test-trip', 'between-dealers', 'to-purchaser', 'weighbridge', 'breakdown-tow'] as const;
export type TradePurpose = (typeof tradePurposes)[number];

export interface TradeDriver {
  readonly name: string;
  readonly idNumber: string;
}

/** One journey of a motorcycle on a KD plate, from the gate out to the gate in: a line of the movement register. */
export interface TradeMovement {
  readonly id: string;
  readonly plate: string;
  readonly chassis: string;
  /** Make and model. */
  readonly vehicle: string;
  readonly purpose: TradePurpose;
  readonly destination: string;
  readonly driver: TradeDriver;
  readonly outAt: Instant;
  readonly outBy: string;
  /** Null while the plate is out. */
  readonly back: TradeReturn | null;
}

export interface TradeReturn {
  readonly at: Instant;
  readonly by: string;
  readonly note: string;
}

const hourMs = 60 * 60 * 1000;
/** A KD plate is for the day: from 6 in the morning to 6 in the evening (DOMAIN §5.4). */
const roadFromHour = 6;
const roadToHour = 18;

export function checkTradePlate(text: string): Decision<string, 'trade-plate.shape'> {
  const plate = normalisePlate(text);
  return plateParts(plate, 'dealer') ? accept(plate) : decline('trade-plate.shape', { plate: text.trim() });
}

export function isRoadTime(now: Instant): boolean {
  const midnight = startOfDay(dayOf(now));
  return now >= instantPlusMs(midnight, roadFromHour * hourMs) && now < roadEnd(now);
}

/** Out after the evening of the day on which it went: so it stays in the register, whenever it came back. */
export function isLate({ outAt, back }: Pick<TradeMovement, 'outAt' | 'back'>, now: Instant): boolean {
  return (back?.at ?? now) > roadEnd(outAt);
}

function roadEnd(at: Instant): Instant {
  return instantPlusMs(startOfDay(dayOf(at)), roadToHour * hourMs);
}
