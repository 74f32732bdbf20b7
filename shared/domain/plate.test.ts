import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlate, displayPlate, normalisePlate, plateClasses, plateReadings, type PlateClass } from './plate.ts';

const seriesLetter = fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ');
const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`, 'u'));
const civilMark = fc.oneof(
  fc
    .tuple(fc.constantFrom('KM', 'KTW', 'KTC', 'KHM', 'KB', 'KD'), seriesLetter, seriesLetter, digits(3), seriesLetter)
    .map(
      ([prefix, one, other, number, last]) =>
        `${(prefix + one + other).slice(0, prefix === 'KB' || prefix === 'KD' ? 3 : 4)} ${number}${last}`,
    )
    .filter((mark) => !/^K(?:AF|DF)/u.test(mark)),
  fc
    .tuple(fc.constantFrom('GK', 'GKB', 'GVN', '47 CG', 'KG', 'ZC'), digits(3))
    .map(([prefix, number]) => (prefix === 'ZC' ? `ZC ${number}1` : `${prefix} ${number}A`)),
  fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 })).map(([mission, number]) => `${mission} CD ${number} K`),
);

function problemOf(text: string, plateClass?: PlateClass) {
  const decision = checkPlate(text, plateClass);
  return decision.ok ? 'fits' : decision.problem;
}

describe('marks of every class', () => {
  it.each<[string, PlateClass, string]>([
    ['kcw314f', 'private', 'KCW 314F'],
    ['KDK-236T', 'private', 'KDK 236T'],
    ['KEA 001A', 'private', 'KEA 001A'],
    ['KAA 001', 'legacy', 'KAA 001'],
    ['KZZ999', 'legacy', 'KZZ 999'],
    ['kmfp 324b', 'motorcycle', 'KMFP 324B'],
    ['KMFU845G', 'motorcycle', 'KMFU 845G'],
    ['KMFS  201V', 'motorcycle', 'KMFS 201V'],
    ['KTWA 012B', 'three-wheeler', 'KTWA 012B'],
    ['KTCA 100A', 'tractor', 'KTCA 100A'],
    ['KHMA 100A', 'heavy-machinery', 'KHMA 100A'],
    ['zc1234', 'trailer', 'ZC 1234'],
    ['Z 4321', 'trailer', 'Z 4321'],
    ['gk123a', 'national-government', 'GK 123A'],
    ['GKB 123A', 'national-government', 'GKB 123A'],
    ['47cg456a', 'county-government', '47 CG 456A'],
    ['GVN001A', 'governor', 'GVN 001A'],
    ['99cd19k', 'diplomatic', '99 CD 19 K'],
    ['29 CD 1', 'diplomatic', '29 CD 1'],
    ['12UN34K', 'international-organisation', '12 UN 34 K'],
    ['UN 34', 'international-organisation', 'UN 34'],
    ['KD 123A', 'dealer', 'KD 123A'],
    ['KG1234', 'garage', 'KG 1234'],
    ['KC 100', 'freight-station', 'KC 100'],
    ['KT100B', 'tow-truck', 'KT 100B'],
    ['CJ 1', 'state-officer', 'CJ 1'],
    ['SNA-1', 'state-officer', 'SNA 1'],
    ['SSN001', 'state-officer', 'SSN 001'],
  ])('%s is read as %s and written %s', (typed, plateClass, written) => {
    expect(checkPlate(typed)).toMatchObject({ ok: true, value: { plate: normalisePlate(typed) } });
    expect(plateReadings(typed)[0]).toBe(plateClass);
    expect(displayPlate(typed)).toBe(written);
  });

  it('a parastatal mark reads like a private one, so the class is kept apart from the string', () => {
    expect(plateReadings('KDK 236T')).toEqual(['private', 'parastatal']);
    expect(checkPlate('KDK 236T', 'parastatal')).toMatchObject({ ok: true, value: { classes: ['parastatal'] } });
  });

  it('a chosen name is a mark only where the clerk says so', () => {
    expect(problemOf('MARIGA 17')).toEqual({ code: 'plate.unknown', facts: { mayBeCustomised: 1 } });
    expect(checkPlate('mariga 17', 'customised')).toMatchObject({ ok: true, value: { plate: 'MARIGA17' } });
    expect(displayPlate('MARIGA17', 'customised')).toBe('MARIGA 17');
  });

  it('a mark that cannot be of the chosen class names those it can be of', () => {
    expect(problemOf('KDK 236T', 'motorcycle')).toEqual({
      code: 'plate.class-differs',
      facts: { plateClass: 'motorcycle', readings: 'private, parastatal' },
    });
  });
});

describe('slips in a mark', () => {
  it.each([
    ['KDO 123A', 'O', 3, 'KD 0123A, KDQ 123A, KDD 123A'],
    ['KMFO 123A', 'O', 4, 'KMFQ 123A, KMFD 123A'],
    ['KDK 2O6T', 'O', 5, 'KDK 206T'],
    ['KDK I36T', 'I', 4, 'KDK 136T'],
    ['KIA 123B', 'I', 2, 'KJA 123B, KLA 123B'],
    ['47 CG 4I6A', 'I', 6, '47 CG 416A'],
    ['ZC 1O34', 'O', 4, 'ZC 1034'],
  ])('%s has the letter %s at %i, which no mark has, and may be %s', (typed, letter, position, suggestions) => {
    expect(problemOf(typed)).toEqual({ code: 'plate.letter-i-or-o', facts: { letter, position, suggestions } });
  });

  it.each([
    ['KAF 123A', 'KAF'],
    ['KDF 123A', 'KDF'],
    ['KAF 123', 'KAF'],
    ['KA 1234', 'KA'],
    ['KN 12', 'KN'],
  ])('%s belongs to the armed forces', (typed, series) => {
    expect(problemOf(typed)).toEqual({ code: 'plate.military-series', facts: { series } });
    expect(problemOf(typed, 'military')).toBe('fits');
    expect(plateReadings(typed)).toEqual(['military']);
  });

  it('nothing, a stray sign and a text that fits no series each have their own reason', () => {
    expect(problemOf(' - ')).toEqual({ code: 'plate.empty', facts: {} });
    expect(problemOf('KDK_236T')).toEqual({ code: 'plate.character', facts: { character: '_', position: 4 } });
    expect(problemOf('KDK 236')).toBe('fits');
    expect(problemOf('KDK 2366T')).toEqual({ code: 'plate.unknown', facts: { mayBeCustomised: 1 } });
    expect(problemOf('KDKK 2366T')).toEqual({ code: 'plate.unknown', facts: { mayBeCustomised: 0 } });
  });
});

describe('any text', () => {
  it('normalising twice is normalising once', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normalisePlate(normalisePlate(text)) === normalisePlate(text)));
  });

  it('a mark as written reads back to the same mark', () => {
    fc.assert(
      fc.property(civilMark, (mark) => {
        expect(displayPlate(mark)).toBe(mark);
        expect(normalisePlate(displayPlate(mark))).toBe(normalisePlate(mark));
        expect(checkPlate(mark).ok).toBe(true);
      }),
    );
  });

  it('whatever is typed gets an answer, and what fits is normalised and of a known class', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.option(fc.constantFrom(...plateClasses), { nil: undefined }), (text, plateClass) => {
        const decision = checkPlate(text, plateClass);
        if (!decision.ok) return;
        expect(decision.value.plate).toMatch(/^[A-Z0-9]{1,9}$/u);
        expect(decision.value.classes.length).toBeGreaterThan(0);
      }),
    );
  });

  it('every suggestion for an I or O is itself a mark', () => {
    fc.assert(
      fc.property(civilMark, fc.nat(12), fc.constantFrom('I', 'O'), (mark, at, letter) => {
        const plate = normalisePlate(mark);
        const decision = checkPlate(plate.slice(0, at) + letter + plate.slice(at + 1));
        if (decision.ok || decision.problem.code !== 'plate.letter-i-or-o') return;
        const suggestions = String(decision.problem.facts['suggestions']).split(', ');
        expect(suggestions.every((suggestion) => checkPlate(suggestion).ok)).toBe(true);
      }),
    );
  });
});
