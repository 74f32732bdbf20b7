import { describe, expect, it } from 'vitest';
import { moneyConserved, type Found, type Taken } from './money-conserved.ts';

const taken = (id: string, amountCents: number, outcome: Taken['outcome'] = 'ok'): Taken => ({ id, amountCents, outcome });
const found = (id: string, amountCents: number, where: Found['where'] = 'applied'): Found => ({ id, amountCents, where });

describe('money', () => {
  it('is conserved where each receipt is in one place with its amount', () => {
    const all = [found('a', 100), found('b', 200, 'waiting'), found('c', 300, 'refused')];
    expect(moneyConserved({ taken: [taken('a', 100), taken('b', 200), taken('c', 300)], found: all })).toEqual([]);
  });

  it('of an act whose end nobody knows may be there or not', () => {
    const maybe = taken('a', 100, 'maybe');
    expect(moneyConserved({ taken: [maybe], found: [] })).toEqual([]);
    expect(moneyConserved({ taken: [maybe], found: [found('a', 100)] })).toEqual([]);
  });

  it('that is missing is named', () => {
    expect(moneyConserved({ taken: [taken('a', 100)], found: [] })).toEqual([
      { fault: 'missing', id: 'a' },
      { fault: 'sum', cents: -100 },
    ]);
  });

  it('that is counted twice is named, in one place or in two', () => {
    expect(moneyConserved({ taken: [taken('a', 100)], found: [found('a', 100), found('a', 100, 'refused')] })).toEqual([
      { fault: 'twice', id: 'a' },
      { fault: 'sum', cents: 100 },
    ]);
  });

  it('that nobody took is named, and so is an amount that changed on its way', () => {
    expect(moneyConserved({ taken: [taken('a', 100)], found: [found('a', 90), found('x', 10)] })).toEqual([
      { fault: 'altered', id: 'a' },
      { fault: 'strange', id: 'x' },
    ]);
  });
});
