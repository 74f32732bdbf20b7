import type { Day } from '../base/instant.ts';
import type { Standing } from './application.ts';

/** Papers that bear a signed code. The place in this list is what the code holds: new kinds go to its end, none is ever taken out. */
export const paperCodeKinds = [
  'receipt',
  'application',
  'conflict-slip',
  'logbook-copy',
  'void-form',
  'series-report',
  'sheet-report',
  'collection-slip',
  'test-slip',
  'day-list',
  'competence-certificate',
  'result-slip',
  'shelf-report',
  'interim-licence',
  'batch-cover',
  'unit-slips',
  'school-slip',
  'trade-register',
] as const;
export type PaperCodeKind = (typeof paperCodeKinds)[number];

/** What a paper's code signs. A kind that has no such fact says null: nobody may leave one open by forgetting it. */
export interface PaperFacts {
  readonly kind: PaperCodeKind;
  /** The number people read on the paper: of the receipt, the application, the logbook. */
  readonly number: string;
  /** As printed, in capitals without spaces. */
  readonly plate: string | null;
  /** Whose paper it is, through `signedName`. */
  readonly name: string | null;
  readonly amountCents: number | null;
  readonly day: Day | null;
  readonly standing: Standing | null;
  /** Of a logbook, which copy; of any other paper, which reprint. The first print of another paper is null. */
  readonly copy: number | null;
  /** Serial of the numbered office sheet that it was printed on. */
  readonly sheet: string | null;
}

/** A fact's name, in the order in which people compare them. */
export const paperFactNames = [
  'number',
  'plate',
  'name',
  'amountCents',
  'day',
  'standing',
  'copy',
  'sheet',
] as const satisfies readonly (keyof PaperFacts)[];
export type PaperFactName = (typeof paperFactNames)[number];

const longestFirstName = 16;
const mostInitials = 4;
const mostNameBytes = 32;

/**
 * A name as a code holds it, `KAMAU N. W.`: enough to see that another name was put on the paper, and no list of names for whoever
 * photographs it.
 */
export function signedName(name: string): string {
  const [first = '', ...rest] = name.trim().toUpperCase().split(/\s+/u);
  const initials = rest.slice(0, mostInitials).map((word) => `${[...word][0] ?? ''}.`);
  return cutToBytes([[...first].slice(0, longestFirstName).join(''), ...initials].join(' '));
}

function cutToBytes(text: string): string {
  let bytes = 0;
  const kept = [...text].filter((character) => (bytes += utf8Length(character)) <= mostNameBytes);
  return kept.join('').trimEnd();
}

function utf8Length(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** A plate as a code holds it. */
export function signedPlate(plate: string): string {
  return plate.toUpperCase().replaceAll(/\s/gu, '');
}
