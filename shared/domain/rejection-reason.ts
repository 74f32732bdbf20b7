/** What a reason points at, so that the screen can lead the clerk to it. */
export type RejectionTarget =
  | { readonly kind: 'document'; readonly document: 'logbook' }
  | { readonly kind: 'field'; readonly field: 'buyer' | 'buyer-id-number' };

/**
 * Why the register turns transfers down: its own list of October 2024 (DOMAIN §4.4, H). The registrar picks from it, and the same
 * slips are caught at the counter before money is taken.
 */
export const rejectionReasons = [
  'logbook-of-another-vehicle',
  'logbook-unreadable',
  'logbook-not-colour-scan',
  'logbook-is-another-paper',
  'buyer-details-wrong',
  'seller-typed-as-buyer',
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
};

export function isRejectionReason(text: string): text is RejectionReason {
  return rejectionReasons.some((reason) => reason === text);
}

export function rejectionTarget(reason: RejectionReason): RejectionTarget {
  return targets[reason];
}
