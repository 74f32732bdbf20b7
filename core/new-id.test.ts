import { afterEach, expect, it, vi } from 'vitest';
import { validate, version } from 'uuid';
import { newId } from './new-id.ts';

afterEach(() => vi.useRealTimers());

it('makes UUIDv7s, each larger than the one before, and never one twice', () => {
  const ids = Array.from({ length: 5_000 }, newId);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

it('stays in order where the clock is set back, and says the time where it goes on', () => {
  const before = newId();
  vi.useFakeTimers({ now: Date.now() - 86_400_000 });
  const [first, second] = [newId(), newId()];
  vi.setSystemTime(Date.UTC(2040, 0, 1));
  const later = newId();
  expect([before, first, second, later].toSorted()).toEqual([before, first, second, later]);
  expect(Number.parseInt(later.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2040, 0, 1));
});
