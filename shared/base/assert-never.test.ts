import { expect, it } from 'vitest';
import { assertNever } from './assert-never.ts';

it('a value outside its closed set is a bug and names itself', () => {
  expect(() => assertNever('sold' as never)).toThrow('"sold"');
});
