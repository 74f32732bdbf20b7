import type { SpoilReason } from '#shared/domain/print-job.ts';
import type { CommandContext } from '../context.ts';
import { AppError } from '../refusal.ts';
import { findSheet } from './store.ts';
import { spoilSheet, takeSheet } from './take.ts';

/** What printing does with numbered sheets, in the transaction of its own act. */
export const sheetLedger = {
  /** The sheet lay in the printer and came out wrong. It may have been put away as spoiled by hand before anybody answered. */
  spoil: (cx: CommandContext, { serial, reason }: { readonly serial: string; readonly reason: SpoilReason }): void => {
    if (findSheet(cx.db, serial)?.state === 'spoiled') return;
    spoilSheet(cx.db, { serial, reason, at: cx.now, by: cx.actor.name });
    cx.announce('sheets', 'logbooks');
  },
  /** The next sheet, for what was on the spoiled one. */
  next: (cx: CommandContext, { serial }: { readonly serial: string }): string => {
    const before = findSheet(cx.db, serial);
    if (!before || before.logbookNumber === null || before.copy === null) throw new AppError('sheet.unknown', { serial });
    const next = takeSheet(cx, { serial: null, logbookNumber: before.logbookNumber, copy: before.copy });
    if (next === null) throw new AppError('sheet.none-left');
    return next;
  },
};
