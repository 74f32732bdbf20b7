import type { Content } from 'pdfmake/interfaces.js';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printDate, printDay } from '../dates.ts';
import type { ShelfReportData } from '../shelf-paper.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { paperHead, sheetNotes } from './parts.ts';
import { callout, code, heading, tone } from './style.ts';
import { right, rowTable, signatures } from './table.ts';

/** What waits on the shelf: how many of each age, then each thing with its place, the longest first. */
export function shelfReport(data: ShelfReportData, words: PaperWords): LayoutDocument {
  const { shelf } = words;
  const { total, items } = data;
  const oldest = items[0];
  return a4Paper(data, words, {
    title: `${shelf.title} ${data.day}`,
    content: [
      paperHead(data, { title: shelf.title, number: `${data.office.code} · PC ${data.deviceNo}`, underline: printDay(data.day, words) }),
      ...sheetNotes(data, words),
      callout(shelf.total(total), [oldest === undefined ? shelf.empty : shelf.oldest(oldest.days)], total === 0 ? tone.green : tone.grey),
      heading(shelf.byAge),
      rowTable(
        [
          { title: shelf.age, width: '*' },
          { title: shelf.count, width: 60, isRight: true },
        ],
        [
          ...data.bands.map(({ band, count }): Content[] => [band, right(count)]),
          [
            { text: words.label.total, bold: true },
            { ...right(total), bold: true },
          ],
        ],
      ),
      ...(items.length === 0 ? [] : [heading(shelf.items(items.length, total)), itemTable(data, words)]),
      signatures([words.office.clerkSign, words.office.supervisorSign]),
    ],
  });
}

/** Narrow columns hold their longest entry, in either language; the owner has what is left. */
function itemTable({ items }: ShelfReportData, words: PaperWords): Content {
  const { shelf } = words;
  return rowTable(
    [
      { title: shelf.place, width: 62 },
      { title: shelf.plate, width: 58 },
      { title: shelf.kind, width: 98 },
      { title: shelf.owner, width: '*' },
      { title: shelf.since, width: 62 },
      { title: shelf.days, width: 26, isRight: true },
    ],
    items.map(({ place, plate, kind, owner, number, since, days }): Content[] => [
      code(place, 9),
      code(plate, 9),
      number === '' ? kind : { stack: [kind, code(number, 9)] },
      owner,
      { text: printDate(since, words), noWrap: true },
      right(days),
    ]),
  );
}
