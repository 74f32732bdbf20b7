import { accept, decline, type Decision, type Problem } from '../base/decision.ts';
import { digitLike, foldLookAlikes } from './look-alike.ts';

/** A VIN has 17 letters and digits (ISO 3779); used Japanese imports bear a shorter frame number with a dash, `NZE121-1234567` (DOMAIN §2.3). */
export type ChassisKind = 'vin' | 'frame-number';

/** Reasons to look at the metal again; none refuses, because the frame may really bear it (DOMAIN §2.3, frame rule M). */
export type ChassisWarningCode =
  /** A VIN never has `letter` (I, O or Q) at `position`; `suggestion` is the VIN with the digits they look like. */
  | 'chassis.letter-not-in-vin'
  /** A frame number seldom has `letter` at `position`; it may be the digit of `suggestion`. */
  | 'chassis.look-alike'
  /** `length` characters and no dash: perhaps a VIN with one character too many or too few. */
  | 'chassis.near-vin-length';

export type ChassisProblemCode =
  /** `length` characters, fewer than `minLength` or more than `maxLength`. */
  | 'chassis.length'
  /** `character` at `position` is neither letter, digit nor dash. */
  | 'chassis.character';

export interface ChassisReading {
  readonly chassis: string;
  readonly kind: ChassisKind;
  readonly warnings: readonly Problem<ChassisWarningCode>[];
}

const vinLength = 17;
const minLength = 6;
const maxLength = 20;

/** Upper case, no spaces; the dash belongs to a frame number and stays, as a plain one. */
export function normaliseChassis(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/\p{Pd}/gu, '-');
}

/** What a number of 17 characters without a dash is, and what every other is. */
export function chassisKind(text: string): ChassisKind {
  return /^[A-Z0-9]{17}$/u.test(normaliseChassis(text)) ? 'vin' : 'frame-number';
}

/** The check digit (position 9) is a rule of North America only and is not enforced. */
export function checkChassis(text: string): Decision<ChassisReading, ChassisProblemCode> {
  const chassis = normaliseChassis(text);
  const stray = /[^A-Z0-9-]/u.exec(chassis);
  if (stray) return decline('chassis.character', { character: stray[0], position: stray.index + 1 });
  if (chassis.length < minLength || chassis.length > maxLength) {
    return decline('chassis.length', { length: chassis.length, minLength, maxLength });
  }
  const kind = chassisKind(chassis);
  return accept({ chassis, kind, warnings: [...lookAlikeWarnings(chassis, kind), ...lengthWarnings(chassis)] });
}

/** Two numbers with one key may be one frame read twice: look-alikes are folded and the dash is left out. For comparing only. */
export function chassisKey(text: string): string {
  return foldLookAlikes(normaliseChassis(text).replaceAll('-', ''));
}

function lookAlikeWarnings(chassis: string, kind: ChassisKind): readonly Problem<ChassisWarningCode>[] {
  const found = /[IOQ]/u.exec(chassis);
  if (!found) return [];
  const suggestion = chassis.replace(/[IOQ]/gu, (letter) => digitLike(letter) ?? letter);
  const code = kind === 'vin' ? 'chassis.letter-not-in-vin' : 'chassis.look-alike';
  return [{ code, facts: { letter: found[0], position: found.index + 1, suggestion } }];
}

function lengthWarnings(chassis: string): readonly Problem<ChassisWarningCode>[] {
  const near = Math.abs(chassis.length - vinLength) === 1 && !chassis.includes('-');
  return near ? [{ code: 'chassis.near-vin-length', facts: { length: chassis.length, vinLength } }] : [];
}
