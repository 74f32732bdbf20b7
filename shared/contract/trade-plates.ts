import * as z from 'zod';
import { tradePurposes, type TradeMovement } from '../domain/trade-plate.ts';
import { id, instant, line } from './model.ts';
import { command, done, nothing, query } from './procedure.ts';

const dealerStaff = ['clerk', 'dealer-clerk', 'supervisor'] as const;

export const tradeReturn = z.strictObject({ at: instant, by: line, note: line });

export const tradeMovement = z.strictObject({
  id,
  plate: line.min(1),
  chassis: line.min(1),
  vehicle: line,
  purpose: z.enum(tradePurposes),
  destination: line,
  driver: z.strictObject({ name: line, idNumber: line }),
  outAt: instant,
  outBy: line,
  back: tradeReturn.nullable(),
}) satisfies z.ZodType<TradeMovement>;

const movementLine = tradeMovement.omit({ driver: true }).extend({
  dealerName: line,
  driverName: line,
  driverMaskedId: line,
  /** Out after 6 in the evening of its day. */
  isLate: z.boolean(),
  /** Another line of the register has the same plate out at the same time. */
  isDoubled: z.boolean(),
});

/** The register of movements on a dealer's KD plates (DOMAIN §5.4; issue 6, item 4). */
export const tradePlates = {
  /** The first 500 of the asker's own dealer, newest first; `text` is part of a plate, chassis, driver or destination. */
  list: query({
    access: dealerStaff,
    input: z.strictObject({ text: line, onlyOut: z.boolean() }),
    output: z.strictObject({ movements: z.array(movementLine), total: z.int(), out: z.int() }),
  }),
  /** Every plate that was ever out, and with whom it is now. */
  plates: query({
    access: dealerStaff,
    input: nothing,
    output: z.strictObject({ plates: z.array(z.strictObject({ plate: line, isOut: z.boolean() })) }),
  }),
  /** A motorcycle of the stock goes out; `chassis` may be a part that only one of them has. */
  goOut: command({
    access: dealerStaff,
    input: z.strictObject({
      plate: line.min(1),
      chassis: line.min(4),
      purpose: z.enum(tradePurposes),
      destination: line.min(2),
      driver: z.strictObject({ name: line.min(2), idNumber: line.min(4) }),
    }),
    output: z.strictObject({ id, plate: line, chassis: line }),
  }),
  comeBack: command({ access: dealerStaff, input: z.strictObject({ id, note: line }), output: done }),
};
