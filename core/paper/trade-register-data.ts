import { addDays, type Day } from '#shared/base/instant.ts';
import { maskIdentityNumber } from '#shared/domain/mask.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { isLate } from '#shared/domain/trade-plate.ts';
import { texts } from '#shared/text/text.ts';
import { reportFacts } from '../paper-seal/facts.ts';
import { seenDealerById } from '../stock/service.ts';
import { listMovementsOfDays } from '../trade-plates/service.ts';
import { frame, type PaperSource } from './data.ts';
import type { TradeRegisterData } from './trade-register-paper.ts';

export interface RegisterWanted {
  readonly dealerId: string;
  readonly from: Day;
  /** Counted in. */
  readonly to: Day;
}

export function tradeRegisterData({ cx, locale }: PaperSource, { dealerId, from, to }: RegisterWanted): TradeRegisterData {
  const { name, kraPin } = seenDealerById(cx, dealerId);
  const words = texts[locale].tradePlates;
  return {
    ...frame(cx, reportFacts('trade-register', { from, to }), cx.now),
    from,
    to,
    dealerName: name,
    dealerPin: kraPin,
    movements: listMovementsOfDays(cx.db, kraPin, { from, before: addDays(to, 1) }).map((movement) => ({
      plate: displayPlate(movement.plate),
      chassis: movement.chassis,
      vehicle: movement.vehicle,
      purpose: words.purpose[movement.purpose],
      destination: movement.destination,
      driverName: movement.driver.name,
      driverMaskedId: maskIdentityNumber(movement.driver.idNumber),
      outAt: movement.outAt,
      outBy: movement.outBy,
      backAt: movement.back?.at ?? null,
      note: movement.back?.note ?? '',
      isLate: isLate(movement, cx.now),
      isDoubled: movement.isDoubled,
    })),
  };
}
