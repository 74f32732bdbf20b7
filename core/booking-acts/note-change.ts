import { dayOf } from '#shared/base/instant.ts';
import { drivingRulesOn } from '#shared/domain/driving-class.ts';
import type { CommandContext } from '../context.ts';
import { AppError } from '../refusal.ts';
import { putBookingChange, type BookingChange } from './change-store.ts';

/** Adjusts the receipt of a booked test by the rules in force: what moving it costs, or what giving it up pays back. */
export function noteChange(cx: CommandContext, { applicationId, what }: Pick<BookingChange, 'applicationId' | 'what'>): void {
  const rules = drivingRulesOn(cx.driving?.rules ?? [], dayOf(cx.now));
  const feeCents = what === 'moved' ? rules.rescheduleFeeCents : 0;
  // A second payment for one application is none of this program's acts: such a test is given up and booked anew.
  if (feeCents > 0) throw new AppError('seat.move-costs', { feeCents });
  const refundCents = what === 'cancelled' ? rules.cancelRefundCents : 0;
  putBookingChange(cx.db, { applicationId, at: cx.now, what, feeCents, refundCents, rulesId: rules.id });
}
