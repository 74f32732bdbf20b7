import type { ReadDb } from '../db/database.ts';
import { AppError } from '../refusal.ts';
import { findList, type SchoolList } from './list-store.ts';

export { findListByNumber } from './list-store.ts';
export { listOutcomes } from './outcome.ts';

/** A list of which papers may be made: nothing is printed of what nobody has booked. */
export function getBookedList(db: ReadDb, id: string): SchoolList {
  const list = findList(db, id);
  if (list?.state !== 'booked') throw new AppError('paper.not-approved', { reference: list?.number ?? '' });
  return list;
}
