import type { Day, Instant } from '#shared/base/instant.ts';
import type { PaperFrame } from './paper.ts';

/** The movements on one dealer's KD plates in some days (DOMAIN §5.4). */
export interface TradeRegisterData extends PaperFrame {
  readonly from: Day;
  readonly to: Day;
  readonly dealerName: string;
  readonly dealerPin: string;
  /** In the order in which they left. */
  readonly movements: readonly TradeRegisterLine[];
}

export interface TradeRegisterLine {
  readonly plate: string;
  readonly chassis: string;
  readonly vehicle: string;
  readonly purpose: string;
  readonly destination: string;
  readonly driverName: string;
  readonly driverMaskedId: string;
  readonly outAt: Instant;
  readonly outBy: string;
  readonly backAt: Instant | null;
  readonly note: string;
  readonly isLate: boolean;
  readonly isDoubled: boolean;
}
