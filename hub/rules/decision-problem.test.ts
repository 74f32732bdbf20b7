import { describe, expect, it } from 'vitest';
import { decisionProblem, mayDecide, type DecisionFacts } from './decision-problem.ts';

const registrar = { id: 'r', name: 'Registrar', roles: ['registrar'] } as const;
const facts: DecisionFacts = {
  actor: registrar,
  outcome: 'approved',
  reasons: [],
  application: { state: 'in-review', clerkId: 'c', paymentState: 'matched' },
};

describe('a decision', () => {
  it('stands: by a registrar, on another’s work, in review, paid', () => {
    expect(decisionProblem(facts)).toBeUndefined();
  });

  it.each([
    ['own work', { application: { ...facts.application, clerkId: 'r' } }, 'registrar.own-work'],
    ['decided already', { application: { ...facts.application, state: 'approved' } }, 'registrar.already-decided'],
    ['cancelled', { application: { ...facts.application, state: 'cancelled' } }, 'registrar.already-decided'],
    ['returned without a reason', { outcome: 'returned' }, 'registrar.reason-missing'],
    ['refused without a reason', { outcome: 'refused' }, 'registrar.reason-missing'],
    ['money not found', { application: { ...facts.application, paymentState: 'not-found' } }, 'payment.not-found'],
    ['a wrong amount', { application: { ...facts.application, paymentState: 'wrong-amount' } }, 'payment.wrong-amount'],
  ] as const)('does not stand: %s', (_title, change, code) => {
    expect(decisionProblem({ ...facts, ...change })?.code).toBe(code);
  });

  it('may be returned whatever became of the money', () => {
    const unpaid = { ...facts.application, paymentState: 'not-found' } as const;
    expect(decisionProblem({ ...facts, outcome: 'returned', reasons: ['logbook-unreadable'], application: unpaid })).toBeUndefined();
  });

  it('is a registrar’s, at a registrar’s office', () => {
    expect([
      mayDecide(registrar, true),
      mayDecide(registrar, false),
      mayDecide({ ...registrar, roles: ['supervisor', 'admin'] }, true),
    ]).toEqual([true, false, false]);
  });
});
