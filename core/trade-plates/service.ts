import type * as z from 'zod';
import type { changeBodies } from '#shared/protocol/messages.ts';
import type { WriteDb } from '../db/database.ts';
import { keepDealer } from '../stock/service.ts';
import { putMovement } from './store.ts';

export { listMovementsOfDays } from './store.ts';

/** A movement that another PC of this office wrote down, or the hub's copy of one of this PC. */
export function putToldMovement(
  db: WriteDb,
  { dealer, movement }: z.output<(typeof changeBodies)['trade-movement']>,
  newId: () => string,
): void {
  keepDealer(db, dealer, newId);
  putMovement(db, dealer.kraPin, movement);
}
