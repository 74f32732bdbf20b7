/** What a reason points at, so that the screen can lead the clerk to it. */
export type RejectionTarget =
  | { readonly kind: 'document'; readonly document: 'logbook' | 'paper' }
  | { readonly kind: 'field'; readonly field: 'buyer' | 'buyer-id-number' | 'owner' | 'driver' | 'school' };

/**
 * Why the register turns an application down; each service offers its own of these. For transfers they are the register's list of
 * October 2024 (DOMAIN §4.4, H), caught at the counter too before money is taken; for other services no list is published, and the
 * same slips are said of their papers.
 */
export const rejectionReasons = [
  'logbook-of-another-vehicle',
  'logbook-unreadable',
  'logbook-not-colour-scan',
  'logbook-is-another-paper',
  'buyer-details-wrong',
  'seller-typed-as-buyer',
  'paper-of-another-vehicle',
  'paper-unreadable',
  'paper-is-another-paper',
  'owner-details-wrong',
  'driver-details-wrong',
  'school-unknown',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

const targets: Readonly<Record<RejectionReason, RejectionTarget>> = {
  'logbook-of-another-vehicle': { kind: 'document', document: 'logbook' },
  'logbook-unreadable': { kind: 'document', document: 'logbook' },
  'logbook-not-colour-scan': { kind: 'document', document: 'logbook' },
  // An invoice, a blank page, a newspaper cutting.
  'logbook-is-another-paper': { kind: 'document', document: 'logbook' },
  'buyer-details-wrong': { kind: 'field', field: 'buyer' },
  'seller-typed-as-buyer': { kind: 'field', field: 'buyer-id-number' },
  'paper-of-another-vehicle': { kind: 'document', document: 'paper' },
  'paper-unreadable': { kind: 'document', document: 'paper' },
  'paper-is-another-paper': { kind: 'document', document: 'paper' },
  'owner-details-wrong': { kind: 'field', field: 'owner' },
  'driver-details-wrong': { kind: 'field', field: 'driver' },
  'school-unknown': { kind: 'field', field: 'school' },
};

export function isRejectionReason(text: string): text is RejectionReason {
  return rejectionReasons.some((reason) => reason === text);
}

export function rejectionTarget(reason: RejectionReason): RejectionTarget {
  return targets[reason];
}
