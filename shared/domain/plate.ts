import { accept, decline, type Decision } from '../base/decision.ts';
import { classesThatFit, plateParts, type PlateClass } from './plate-class.ts';
import { compact } from './typed-text.ts';

export { plateClasses, type PlateClass } from './plate-class.ts';

/** The one form in which marks are stored and compared: upper case, no spaces, no dashes (DOMAIN §2.1). */
export function normalisePlate(text: string): string {
  return compact(text);
}

/** The classes a mark may belong to, likeliest first; `customised` only where no series fits. */
export function plateReadings(text: string): readonly PlateClass[] {
  const classes = classesThatFit(normalisePlate(text));
  return classes.length > 1 ? classes.filter((plateClass) => plateClass !== 'customised') : classes;
}

/** The mark as people write it: `KMFP 324B`, `47 CG 456A`, `99 CD 19 K`. A text that is no mark comes back normalised. */
export function displayPlate(text: string, plateClass?: PlateClass): string {
  const plate = normalisePlate(text);
  const reading = plateClass ?? plateReadings(plate)[0];
  return (reading && plateParts(plate, reading)?.join(' ')) ?? plate;
}

export type PlateProblemCode =
  /** Nothing was typed. */
  | 'plate.empty'
  /** `character` at `position` is neither letter nor digit. */
  | 'plate.character'
  /** `letter` at `position` is never used in a mark; `suggestions` are marks that look like it, parted by commas. */
  | 'plate.letter-i-or-o'
  /** The `series` is the armed forces' own. */
  | 'plate.military-series'
  /** No series fits; `mayBeCustomised` is 1 where it could be a chosen name, which the clerk must say. */
  | 'plate.unknown'
  /** The mark cannot be of the class that was chosen; `readings` are those it can be of, parted by commas. */
  | 'plate.class-differs';

/** A mark that fits: normalised, with the classes it may belong to, likeliest first (only the chosen one, where one was chosen). */
export interface PlateReading {
  readonly plate: string;
  readonly classes: readonly PlateClass[];
}

/**
 * Whether a typed mark can be one. Without a class, a chosen name is not taken for a mark: it would swallow every slip. A
 * motorcycle registered before 2009 bears a `private` mark.
 */
export function checkPlate(text: string, plateClass?: PlateClass): Decision<PlateReading, PlateProblemCode> {
  const plate = normalisePlate(text);
  if (plate === '') return decline('plate.empty');
  const stray = /[^A-Z0-9]/u.exec(plate);
  if (stray) return decline('plate.character', { character: stray[0], position: stray.index + 1 });
  const readings = plateReadings(plate);
  if (plateClass !== undefined && plateParts(plate, plateClass)) return accept({ plate, classes: [plateClass] });
  const [series] = plateParts(plate, 'military') ?? [];
  if (series !== undefined) return decline('plate.military-series', { series });
  if (isSeriesMark(plate)) {
    if (plateClass === undefined) return accept({ plate, classes: readings });
    return decline('plate.class-differs', { plateClass, readings: readings.join(', ') });
  }
  return notAMark(plate, readings);
}

function notAMark(plate: string, readings: readonly PlateClass[]): Decision<PlateReading, PlateProblemCode> {
  const unused = /[IO]/u.exec(plate);
  const suggestions = plateSuggestions(plate);
  if (!unused || suggestions.length === 0) return decline('plate.unknown', { mayBeCustomised: readings.includes('customised') ? 1 : 0 });
  return decline('plate.letter-i-or-o', {
    letter: unused[0],
    position: unused.index + 1,
    suggestions: suggestions.map((suggestion) => displayPlate(suggestion)).join(', '),
  });
}

/** What an I or O may have been: the digit first, then the letters that look like it and are used in marks. */
const readingsOfUnused: Readonly<Record<string, string>> = { I: '1JL', O: '0QD' };
/** Four unused letters in one mark are no slip any more. */
const maxTrials = 81;

/** Marks of a series that look like a normalised text with the unused letters I or O in it. */
function plateSuggestions(plate: string): readonly string[] {
  const trials = [...plate].reduce<readonly string[]>(
    (starts, character) => {
      const readings = [...(readingsOfUnused[character] ?? character)];
      return starts.flatMap((start) => readings.map((reading) => start + reading)).slice(0, maxTrials);
    },
    [''],
  );
  return trials.filter(isSeriesMark);
}

/** A mark of a civil series, not a chosen name and not the armed forces'. */
function isSeriesMark(plate: string): boolean {
  const likeliest = plateReadings(plate)[0];
  return likeliest !== undefined && likeliest !== 'customised' && likeliest !== 'military';
}
