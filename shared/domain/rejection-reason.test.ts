import { expect, it } from 'vitest';
import { isRejectionReason, rejectionReasons, rejectionTarget } from './rejection-reason.ts';

it('every reason points at the paper or the field that is wrong', () => {
  expect(Object.fromEntries(rejectionReasons.map((reason) => [reason, Object.values(rejectionTarget(reason)).join(' ')]))).toEqual({
    'logbook-of-another-vehicle': 'document logbook',
    'logbook-unreadable': 'document logbook',
    'logbook-not-colour-scan': 'document logbook',
    'logbook-is-another-paper': 'document logbook',
    'buyer-details-wrong': 'field buyer',
    'seller-typed-as-buyer': 'field buyer-id-number',
    'paper-of-another-vehicle': 'document paper',
    'paper-unreadable': 'document paper',
    'paper-is-another-paper': 'document paper',
    'owner-details-wrong': 'field owner',
    'driver-details-wrong': 'field driver',
    'school-unknown': 'field school',
  });
});

it('a reason outside the list is none', () => {
  expect(rejectionReasons.every(isRejectionReason)).toBe(true);
  expect(isRejectionReason('broker-unpaid')).toBe(false);
});
