import { describe, expect, it } from 'vitest';
import { totalQueue } from './total-queue.ts';

const ok = (id: string) => ({ id, outcome: 'ok' as const });

describe('the queue out of which comes what went in', () => {
  it('holds in any order, and bears a maybe either way', () => {
    const maybe = { id: 'c', outcome: 'maybe' as const };
    expect(totalQueue({ enqueued: [ok('a'), ok('b'), maybe], dequeued: ['b', 'a'] })).toEqual([]);
    expect(totalQueue({ enqueued: [ok('a'), maybe], dequeued: ['c', 'a'] })).toEqual([]);
  });

  it('names what never came out', () => {
    expect(totalQueue({ enqueued: [ok('a'), ok('b')], dequeued: ['a'] })).toEqual([{ fault: 'lost', id: 'b' }]);
  });

  it('names what came out twice, a maybe too', () => {
    const maybe = { id: 'b', outcome: 'maybe' as const };
    expect(totalQueue({ enqueued: [ok('a'), maybe], dequeued: ['a', 'a', 'b', 'b'] })).toEqual([
      { fault: 'twice', id: 'a' },
      { fault: 'twice', id: 'b' },
    ]);
  });

  it('names what never went in', () => {
    const failed = { id: 'b', outcome: 'failed' as const };
    expect(totalQueue({ enqueued: [failed], dequeued: ['x', 'b'] })).toEqual([
      { fault: 'strange', id: 'x' },
      { fault: 'strange', id: 'b' },
    ]);
  });
});
