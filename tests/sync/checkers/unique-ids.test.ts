import { describe, expect, it } from 'vitest';
import { uniqueIds } from './unique-ids.ts';

describe('numbers that stand for one thing', () => {
  it('hold where each number is of one act, however often it is seen', () => {
    const one = { id: 'R-NRB01-1A-000001', to: 'act 1' };
    expect(uniqueIds([one, one, { id: 'R-NRB01-1B-000001', to: 'act 2' }])).toEqual([]);
  });

  it('name a number that two acts have', () => {
    const id = 'R-NRB01-1A-000001';
    expect(
      uniqueIds([
        { id, to: 'act 1' },
        { id: 'R-KSM01-1A-000001', to: 'act 3' },
        { id, to: 'act 2' },
      ]),
    ).toEqual([{ fault: 'given-twice', id, to: ['act 1', 'act 2'] }]);
  });
});
