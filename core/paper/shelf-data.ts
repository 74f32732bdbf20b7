import { dayOf } from '#shared/base/instant.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { shelfDays } from '#shared/domain/shelf.ts';
import { texts } from '#shared/text/text.ts';
import { reportFacts } from '../paper-seal/facts.ts';
import { countByAge, listByAge } from '../shelf/service.ts';
import { frame, type PaperSource } from './data.ts';
import type { ShelfReportData } from './shelf-paper.ts';

/** About twelve pages: whoever walks the shelf begins with what has waited longest. The spreadsheet has all. */
const mostItems = 400;

export function shelfReportData({ cx, locale }: PaperSource): ShelfReportData {
  const { now } = cx;
  const day = dayOf(now);
  const words = texts[locale].shelf;
  const { bands, total } = countByAge(cx.db, now);
  return {
    ...frame(cx, reportFacts('shelf-report', { from: day, to: day }), now),
    day,
    total,
    bands: bands.map(({ band, count }) => ({ band: words.ageing.band[band], count })),
    items: listByAge(cx.db, { band: null, now }, mostItems).map(({ place, plate, kind, owner, number, shelvedAt }) => ({
      place,
      plate: displayPlate(plate),
      kind: words.kind[kind],
      owner,
      number,
      since: dayOf(shelvedAt),
      days: shelfDays(shelvedAt, now),
    })),
  };
}
