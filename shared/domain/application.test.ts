import { describe, expect, it } from 'vitest';
import { applicationStates, isEditable, mayBecome, standingOf, type ApplicationState } from './application.ts';

const where = (is: (state: ApplicationState) => boolean) => applicationStates.filter(is);

describe('the life of an application', () => {
  it('is provisional from the money to the decision, and confirmed after it', () => {
    expect(where((state) => standingOf(state) === 'provisional')).toEqual(['queued', 'in-review', 'conflict', 'returned']);
    expect(where((state) => standingOf(state) === 'confirmed')).toEqual(['approved', 'ready', 'collected']);
  });

  it('may be typed in before money and when it was sent back', () => {
    expect(where(isEditable)).toEqual(['draft', 'awaiting-party', 'awaiting-payment', 'returned']);
  });

  it('goes nowhere from its ends', () => {
    const ends = where((from) => applicationStates.every((to) => !mayBecome(from, to)));
    expect(ends).toEqual(['collected', 'declined', 'cancelled', 'refused', 'expired']);
  });

  it('is paid only once everybody has confirmed, and never twice', () => {
    expect(where((from) => mayBecome(from, 'queued'))).toEqual(['awaiting-payment', 'conflict', 'returned']);
  });

  it('comes to each state from some other, and to a draft never after money', () => {
    const reached = (to: ApplicationState) => where((from) => mayBecome(from, to));
    expect(applicationStates.filter((state) => reached(state).length === 0)).toEqual([]);
    expect(reached('draft')).toEqual(['awaiting-party', 'awaiting-payment']);
  });
});
