import { accept, decline, type Decision, type Problem } from '../base/decision.ts';
import { daysBetween, isDay, type Day } from '../base/instant.ts';
import { compact } from './typed-text.ts';

export type MpesaCodeProblemCode =
  /** `length` characters instead of `expectedLength`. */
  | 'mpesa-code.length'
  /** `character` at `position` is neither letter nor digit. */
  | 'mpesa-code.character';

/** Reasons to look at the message again. The date rule has one source (DOMAIN §2.2, M), so it warns and never refuses. */
export type MpesaCodeWarningCode =
  /** The first three characters are no date. */
  | 'mpesa-code.date-unreadable'
  /** The code is of `day`, which is not here yet. */
  | 'mpesa-code.date-future'
  /** The code is of `day`, `ageDays` ago, more than `limitDays`. */
  | 'mpesa-code.date-old';

export interface MpesaCode {
  readonly code: string;
  /** The day the money moved, by the first three characters. */
  readonly day: Day | undefined;
  readonly warnings: readonly Problem<MpesaCodeWarningCode>[];
}

const mpesaCodeLength = 10;
/** A payment older than this is asked about; the counter's own choice, no rule of the portal. */
const oldAfterDays = 30;

export function normaliseMpesaCode(text: string): string {
  return compact(text);
}

/** A receipt code of M-Pesa: ten letters and digits, of which the first three are year, month and day. */
export function checkMpesaCode(text: string, today: Day, limitDays: number = oldAfterDays): Decision<MpesaCode, MpesaCodeProblemCode> {
  const code = normaliseMpesaCode(text);
  const stray = /[^A-Z0-9]/u.exec(code);
  if (stray) return decline('mpesa-code.character', { character: stray[0], position: stray.index + 1 });
  if (code.length !== mpesaCodeLength) return decline('mpesa-code.length', { length: code.length, expectedLength: mpesaCodeLength });
  const day = dayOfMpesaCode(code, today);
  return accept({ code, day, warnings: warningsOf(day, today, limitDays) });
}

function warningsOf(day: Day | undefined, today: Day, limitDays: number): MpesaCode['warnings'] {
  if (day === undefined) return [{ code: 'mpesa-code.date-unreadable', facts: {} }];
  const ageDays = daysBetween(day, today);
  if (ageDays < 0) return [{ code: 'mpesa-code.date-future', facts: { day } }];
  return ageDays > limitDays ? [{ code: 'mpesa-code.date-old', facts: { day, ageDays, limitDays } }] : [];
}

/** Year: R is 2023, U is 2026, one letter a year, so a letter comes round every 26 years. Month: A to L. Day: 1 to 9, then A (10) to V (31). */
function dayOfMpesaCode(code: string, today: Day): Day | undefined {
  const match = /^([A-Z])([A-L])([1-9A-V])/u.exec(code);
  if (!match) return undefined;
  const [, year = '', month = '', dayOfMonth = ''] = match;
  const text = [
    String(yearNear(Number(today.slice(0, 4)), year)).padStart(4, '0'),
    String(letterIndex(month) + 1).padStart(2, '0'),
    String(/\d/u.test(dayOfMonth) ? Number(dayOfMonth) : letterIndex(dayOfMonth) + 10).padStart(2, '0'),
  ].join('-');
  return isDay(text) ? text : undefined;
}

const lettersInRound = 26;
const yearOfLetterA = 2006;

/** The year of that letter between 24 years ago and next year, so that a code from a clock that runs ahead is still dated. */
function yearNear(thisYear: number, letter: string): number {
  const yearsAhead = (((yearOfLetterA + letterIndex(letter) - thisYear - 1) % lettersInRound) + lettersInRound) % lettersInRound;
  return thisYear + 1 + yearsAhead - (yearsAhead === 0 ? 0 : lettersInRound);
}

function letterIndex(letter: string): number {
  return letter.charCodeAt(0) - 'A'.charCodeAt(0);
}
