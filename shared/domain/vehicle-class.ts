/**
 * Kinds of vehicle that fee schedules and plate series tell apart (DOMAIN §1.2, §1.4, §2.1). `commercial` is any van, bus or lorry:
 * transfer and first registration charge it by engine size like a car.
 */
export const vehicleKinds = ['car', 'commercial', 'motorcycle', 'three-wheeler', 'tractor', 'heavy-machinery', 'trailer'] as const;
export type VehicleKind = (typeof vehicleKinds)[number];

/** What of a vehicle decides a fee. Null is "the register does not say", which stops a fee that depends on it. */
export interface VehicleFacts {
  readonly kind: VehicleKind;
  readonly ratingCc: number | null;
  readonly wheels: number | null;
  readonly passengers?: number | null | undefined;
  /** Whether the vehicle ever had an e-sticker ("third licence plate"), which some schedules charge once only. */
  readonly eStickerIssued: boolean;
}
