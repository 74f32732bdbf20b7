import { expect, test } from 'vitest';
import { readVehicleNumber } from './vehicle-number.ts';

test.each([
  ['kmfp 324b', 'KMFP324B'],
  ['KDK-236T', 'KDK236T'],
  ['nze121-1234567', 'NZE121-1234567'],
  ['MD2A21BY0KWA12345', 'MD2A21BY0KWA12345'],
  ['Mariga 17', 'MARIGA17'],
])('%s is asked for as %s', (typed, text) => {
  expect(readVehicleNumber(typed)).toEqual({ ok: true, text });
});

test('a plate with the letter O is asked about before anything is looked up', () => {
  expect(readVehicleNumber('KMFO 324B')).toMatchObject({ ok: false, problem: { code: 'plate.letter-i-or-o' } });
});

test('nothing typed is not looked up', () => {
  expect(readVehicleNumber('  ')).toMatchObject({ ok: false, problem: { code: 'plate.empty' } });
});
