import { displayPlate } from '#shared/domain/plate.ts';
import { shelfDays } from '#shared/domain/shelf.ts';
import type { Instant } from '#shared/base/instant.ts';
import { texts, type Locale } from '#shared/text/text.ts';
import type { ShelfLine } from './item.ts';

/** The items as CSV that spreadsheets open in UTF-8; a cell that would be read as a formula is kept as text (RELIABILITY §3 D). */
export function ageingCsv(items: readonly ShelfLine[], { now, locale }: { readonly now: Instant; readonly locale: Locale }): string {
  const words = texts[locale].shelf;
  const rows = items.map((item) => [
    words.kind[item.kind],
    displayPlate(item.plate),
    item.owner,
    item.number,
    item.reference,
    item.place,
    item.shelvedAt.slice(0, 10),
    String(shelfDays(item.shelvedAt, now)),
  ]);
  return `\uFEFF${[words.fileHeads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
