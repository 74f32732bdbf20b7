import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chassisKey, chassisKind, checkChassis, normaliseChassis } from './chassis.ts';

function read(text: string) {
  const decision = checkChassis(text);
  return decision.ok ? decision.value : decision.problem;
}

describe('chassis numbers', () => {
  it('a VIN has 17 characters, a frame number a dash or another length', () => {
    expect(read('md2a11cz5 kca 12345')).toEqual({ chassis: 'MD2A11CZ5KCA12345', kind: 'vin', warnings: [] });
    expect(read('nze121–1234567')).toEqual({ chassis: 'NZE121-1234567', kind: 'frame-number', warnings: [] });
    expect(chassisKind('NZE1211-123456789')).toBe('frame-number');
  });

  it('an I, O or Q in a VIN is a look-alike, with the VIN it should be', () => {
    expect(read('MD2A11CZ5KCAO2I45')).toMatchObject({
      kind: 'vin',
      warnings: [{ code: 'chassis.letter-not-in-vin', facts: { letter: 'O', position: 13, suggestion: 'MD2A11CZ5KCA02145' } }],
    });
  });

  it('an I, O or Q in a frame number is asked about', () => {
    expect(read('NZE121-12O4567')).toMatchObject({
      warnings: [{ code: 'chassis.look-alike', facts: { letter: 'O', position: 10, suggestion: 'NZE121-1204567' } }],
    });
  });

  it('16 or 18 characters without a dash may be a VIN typed wrong', () => {
    expect(read('MD2A11CZ5KCA1234')).toMatchObject({
      warnings: [{ code: 'chassis.near-vin-length', facts: { length: 16, vinLength: 17 } }],
    });
    expect(read('MD2A11CZ5KCA123456')).toMatchObject({ warnings: [{ code: 'chassis.near-vin-length', facts: { length: 18 } }] });
  });

  it('the check digit of North America is not asked for', () => {
    expect(read('MD2A11CZ0KCA12345')).toMatchObject({ warnings: [] });
    expect(read('MD2A11CZXKCA12345')).toMatchObject({ warnings: [] });
  });

  it('too short, too long and stray signs are refused', () => {
    expect(read('AB12')).toEqual({ code: 'chassis.length', facts: { length: 4, minLength: 6, maxLength: 20 } });
    expect(read('A'.repeat(21))).toMatchObject({ code: 'chassis.length', facts: { length: 21 } });
    expect(read('MD2A/1CZ5KCA12345')).toEqual({ code: 'chassis.character', facts: { character: '/', position: 5 } });
  });

  it('one frame read twice has one key', () => {
    expect(chassisKey('NZE121-1204567')).toBe(chassisKey('nze121 12O4S67'));
    expect(chassisKey('NZE121-1204567')).not.toBe(chassisKey('NZE121-1204568'));
  });

  it('normalising twice is normalising once', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normaliseChassis(normaliseChassis(text)) === normaliseChassis(text)));
  });
});
