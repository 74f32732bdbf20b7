import { addDays, toDay, type Day } from '#shared/base/instant.ts';
import type { TableCell } from '#shared/domain/table-file.ts';
import type { NumberStyle } from './styles.ts';

/** A spreadsheet keeps 15 digits of a number and writes zeros for the others. */
const keptDigits = 15;
const wholeNumber = /^-?\d{1,15}$/u;
/** 31 December 9999 in days from 1900. */
const lastSerial = 2_958_465;
const daysFrom1900To1904 = 1462;

export interface NumberFacts {
  readonly style: NumberStyle | undefined;
  readonly isFrom1904: boolean;
}

/** A number as the file holds it, said as the spreadsheet shows it. */
export function numberCell(raw: string, { style, isFrom1904 }: NumberFacts): TableCell {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return { text: raw.slice(0, 40), kind: 'number', doubt: 'spreadsheet-error' };
  switch (style?.kind) {
    case 'date':
      return dateCell(value, { raw, isFrom1904 });
    case 'scientific':
      return { text: digitsOf(raw, value), kind: 'number', doubt: 'scientific' };
    case 'padded':
      return { text: digitsOf(raw, value).padStart(style.digits, '0'), kind: 'number' };
    default:
      return plainNumber(raw, value);
  }
}

function plainNumber(raw: string, value: number): TableCell {
  const text = digitsOf(raw, value);
  const hasLostDigits = Number.isInteger(value) && text.replace('-', '').length > keptDigits;
  return hasLostDigits ? { text, kind: 'number', doubt: 'digits-lost' } : { text, kind: 'number' };
}

function digitsOf(raw: string, value: number): string {
  if (wholeNumber.test(raw)) return raw;
  // A file of a thousand digits cannot have meant them.
  if (Number.isInteger(value)) return Math.abs(value) < 1e30 ? BigInt(value).toString() : String(value);
  return String(Number(value.toPrecision(keptDigits)));
}

function dateCell(value: number, { raw, isFrom1904 }: { readonly raw: string; readonly isFrom1904: boolean }): TableCell {
  const day = dayOfSerial(Math.floor(value), isFrom1904);
  return day === undefined ? { text: digitsOf(raw, value), kind: 'number', doubt: 'no-such-day' } : { text: day, kind: 'date' };
}

/** Days from 1900 count a 29 February 1900 (60) that never was; before it they are one day less far on. */
function dayOfSerial(serial: number, isFrom1904: boolean): Day | undefined {
  const from1900 = isFrom1904 ? serial + daysFrom1900To1904 : serial;
  if (from1900 < 1 || from1900 === 60 || from1900 > lastSerial) return undefined;
  return addDays(toDay('1899-12-30'), from1900 < 60 ? from1900 + 1 : from1900);
}
