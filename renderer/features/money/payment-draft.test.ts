import { expect, test } from 'vitest';
import { toDay } from '#shared/base/instant.ts';
import { readPayment } from './payment-draft.ts';

const today = toDay('2026-11-22');

test('an M-Pesa code is dated by its first letters', () => {
  expect(readPayment({ method: 'mpesa', code: 'ukm7ab12cd', amount: '2,250' }, today)).toEqual({
    codeFault: null,
    codeWarnings: [],
    codeDay: '2026-11-22',
    amountCents: 225_000,
  });
});

test('cash needs no code, every other way does', () => {
  const faults = (['cash', 'card', 'bank-slip', 'mpesa'] as const).map(
    (method) => readPayment({ method, code: ' ', amount: '1' }, today).codeFault?.code,
  );
  expect(faults).toEqual([undefined, 'missing', 'missing', 'missing']);
});

test('an amount that is no amount is not read as zero', () => {
  expect(readPayment({ method: 'cash', code: '', amount: 'two thousand' }, today).amountCents).toBeUndefined();
});
