import { expect, test } from 'vitest';
import { toInstant } from '../base/instant.ts';
import { checkTradePlate, isLate, isRoadTime } from './trade-plate.ts';

const at = (clock: string) => toInstant(`2026-11-24T${clock}:00.000Z`);

test('a KD plate is KD with three or four figures; a garage’s, a tow truck’s or a motorcycle’s mark is none', () => {
  expect(['KD 123A', 'kd-1234', 'KD 204'].map((text) => checkTradePlate(text))).toMatchObject([
    { ok: true, value: 'KD123A' },
    { ok: true, value: 'KD1234' },
    { ok: true, value: 'KD204' },
  ]);
  for (const text of ['KG 123A', 'KT 123A', 'KMFP 324B', 'KDK 236T', 'KD 12', ''])
    expect(checkTradePlate(text)).toMatchObject({ ok: false, problem: { code: 'trade-plate.shape' } });
});

test('it is on the road from 6 in the morning to 6 in the evening in Nairobi, and late after', () => {
  expect(['02:59', '03:00', '14:59', '15:00'].map((clock) => isRoadTime(at(clock)))).toEqual([false, true, true, false]);
  const movement = { outAt: at('06:00'), back: null };
  expect([isLate(movement, at('15:00')), isLate(movement, at('15:01'))]).toEqual([false, true]);
  const back = { at: at('14:00'), by: 'Baraka', note: '' };
  expect(isLate({ ...movement, back }, at('20:00'))).toBe(false);
  expect(isLate({ ...movement, back: { ...back, at: at('16:00') } }, at('20:00'))).toBe(true);
});
