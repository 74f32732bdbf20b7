import type * as z from 'zod';
import type { changeBodies } from '#shared/protocol/messages.ts';
import type { WriteDb } from '../db/database.ts';
import { putCheckIn, putResult } from './store.ts';

/** Somebody was checked in at another PC of the office. */
export function hearCheckIn(db: WriteDb, checkIn: z.output<(typeof changeBodies)['test-check-in']>): void {
  putCheckIn(db, checkIn);
}

/** The result that stands at the hub, wherever it was given. */
export function hearResult(db: WriteDb, { correction, ...result }: z.output<(typeof changeBodies)['test-result']>): void {
  putResult(db, { ...result, entryId: null, reason: correction?.reason ?? null, supervisorName: correction?.supervisor ?? null });
}
