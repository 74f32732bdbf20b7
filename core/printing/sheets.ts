import type { SpoilReason } from '#shared/domain/print-job.ts';
import type { CommandContext } from '../context.ts';

/** What printing asks of the ledger of numbered sheets, in the transaction of its own act. */
export interface SheetLedger {
  /** The sheet lay in the printer and came out wrong. */
  readonly spoil: (cx: CommandContext, sheet: { readonly serial: string; readonly reason: SpoilReason }) => void;
  /** Takes the next sheet for a paper that is printed again. */
  readonly next: (cx: CommandContext, after: { readonly serial: string }) => string;
}
