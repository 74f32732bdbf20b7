import { isDay, type Day } from '#shared/base/instant.ts';
import type { TableCell } from '#shared/domain/table-file.ts';

export const blankCell: TableCell = { text: '', kind: 'blank' };

/** As spreadsheets show a long number and then save it: the exponent has its sign and two digits. */
const scientific = /^[+-]?\d+(?:[.,]\d+)?e[+-]\d{2,3}$/iu;
/** `="00123"`: how programs keep a spreadsheet from reading digits as a number. */
const keptAsText = /^="([^"]*)"$/u;
/** Only what begins so can be one of the others; most texts do not, and are not looked at again. */
const mayBeMore = /^[\d+\-=]/u;
/** Longer text is no date; looking at it with patterns would only take time. */
const longestDate = 20;

/** A cell that the file holds as text. */
export function textCell(raw: string): TableCell {
  const written = raw.trim();
  if (written === '') return blankCell;
  if (!mayBeMore.test(written)) return { text: written, kind: 'text' };
  const kept = keptAsText.exec(written)?.[1]?.trim();
  if (kept !== undefined) return kept === '' ? blankCell : { text: kept, kind: 'text', written };
  if (written.length <= longestDate) {
    if (scientific.test(written)) return { text: written, kind: 'text', doubt: 'scientific' };
    const date = readDate(written);
    if (date === 'ambiguous') return { text: written, kind: 'text', doubt: 'ambiguous-date' };
    if (date !== undefined) return date === written ? { text: date, kind: 'date' } : { text: date, kind: 'date', written };
  }
  return { text: written, kind: 'text' };
}

/** The same for a file without formulas: one that stands there as text was never computed, and an apostrophe says that it is none. */
export function csvCell(raw: string): TableCell {
  const written = raw.trim();
  if (/^'+[=+\-@\t\r]/u.test(written)) return { text: written.slice(1), kind: 'text', written };
  const cell = textCell(written);
  return cell.kind === 'text' && cell.written === undefined && cell.text.startsWith('=')
    ? { ...cell, doubt: 'formula-not-computed' }
    : cell;
}

const numbersOnly = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})$/u;
const withMonthName = /^(\d{1,2})[ /-]([a-z]{3})[a-z]*[ /-](\d{4})$/iu;
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

type Reading = Day | 'ambiguous' | undefined;

/** Only what can be meant in one way is a day; with a year of two digits nothing can. */
function readDate(text: string): Reading {
  const named = withMonthName.exec(text);
  if (named !== null) {
    const [, day = '', name = '', year = ''] = named;
    return dayFrom(year, String(monthNames.indexOf(name.toLowerCase()) + 1), day);
  }
  const parts = numbersOnly.exec(text);
  if (parts === null) return undefined;
  const [, first = '', , middle = '', last = ''] = parts;
  if (first.length === 4) return last.length <= 2 ? dayFrom(first, middle, last) : undefined;
  if (first.length > 2 || last.length === 1 || last.length === 3) return undefined;
  return last.length === 2 ? 'ambiguous' : eitherOrder(first, middle, last);
}

function eitherOrder(first: string, middle: string, year: string): Reading {
  const dayFirst = dayFrom(year, middle, first);
  const monthFirst = dayFrom(year, first, middle);
  if (dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst) return dayFirst ?? monthFirst;
  return 'ambiguous';
}

function dayFrom(year: string, month: string, day: string): Day | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
