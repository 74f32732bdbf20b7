import { addDays, dayOf, startOfDay, type Instant } from '#shared/base/instant.ts';
import { daysOfBand, shelfBands, type ShelfBand } from '#shared/domain/shelf.ts';
import type { ReadDb } from '../db/database.ts';
import type { ShelfLine } from './item.ts';
import { countItems, listItems, type ShelfFilter } from './store.ts';

/** How many things wait, by how long they have waited. */
interface ShelfAgeing {
  readonly bands: readonly { readonly band: ShelfBand; readonly count: number }[];
  readonly total: number;
}

export function countByAge(db: ReadDb, now: Instant): ShelfAgeing {
  const bands = shelfBands.map((band) => ({ band, count: countItems(db, waitingIn(band, now)) }));
  return { bands, total: bands.reduce((sum, { count }) => sum + count, 0) };
}

/** What waits, the longest first; of one age, or of all. */
export function listByAge(
  db: ReadDb,
  { band, now }: { readonly band: ShelfBand | null; readonly now: Instant },
  limit: number,
): ShelfLine[] {
  return listItems(db, waitingIn(band, now), limit);
}

function waitingIn(band: ShelfBand | null, now: Instant): ShelfFilter {
  return { text: '', state: 'waiting', ...periodOf(band, now) };
}

/** When an item must have been put on the shelf to be of this age today. */
export function periodOf(band: ShelfBand | null, now: Instant): Pick<ShelfFilter, 'from' | 'before'> {
  if (band === null) return { from: null, before: null };
  const { from, to } = daysOfBand(band);
  const today = dayOf(now);
  return { from: to === null ? null : startOfDay(addDays(today, -to)), before: startOfDay(addDays(today, 1 - from)) };
}
