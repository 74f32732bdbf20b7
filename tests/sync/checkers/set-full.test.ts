import { describe, expect, it } from 'vitest';
import { setFull } from './set-full.ts';

const ok = (id: string) => ({ id, outcome: 'ok' as const });
const read = (...ids: string[]) => new Set(ids);

describe('the set that must stay full', () => {
  it('holds where all that was acknowledged is there, and bears a maybe either way', () => {
    const maybe = { id: 'c', outcome: 'maybe' as const };
    expect(setFull({ written: [ok('a'), ok('b'), maybe], reads: [read('a'), read('a', 'b')] })).toEqual([]);
    expect(setFull({ written: [ok('a'), maybe], reads: [read('a', 'c')] })).toEqual([]);
  });

  it('names what was acknowledged and is gone', () => {
    expect(setFull({ written: [ok('a'), ok('b')], reads: [read('a')] })).toEqual([{ fault: 'lost', id: 'b' }]);
    expect(setFull({ written: [ok('a')], reads: [] })).toEqual([{ fault: 'lost', id: 'a' }]);
  });

  it('names what was seen and then was not, also when it came back', () => {
    expect(setFull({ written: [ok('a')], reads: [read('a'), read(), read('a')] })).toEqual([{ fault: 'vanished', id: 'a' }]);
  });

  it('names what nobody wrote, and what its writer was told had failed', () => {
    const failed = { id: 'b', outcome: 'failed' as const };
    expect(setFull({ written: [failed], reads: [read('b', 'x')] })).toEqual([
      { fault: 'strange', id: 'b' },
      { fault: 'strange', id: 'x' },
    ]);
  });
});
