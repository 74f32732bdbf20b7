/**
 * Who takes part in an application of any service: the sides of a sale (ownership forms: seed 003, DOMAIN §4.1), and the registered
 * owner who asks for something of their own vehicle, the driver who asks for something of their own licence, the dealer who brings
 * new motorcycles, and the driving school that brings a list of candidates.
 */
export const partyRoles = [
  'seller',
  'buyer',
  'second-owner',
  'financier',
  'mission',
  'company',
  'owner',
  'driver',
  'dealer',
  'school',
] as const;
export type PartyRole = (typeof partyRoles)[number];

/**
 * One party as typed. For an organisation (financier, mission, company) `organisation` and `kraPin` are the body's own, and the
 * personal fields are those of the person sent to transact for it. An empty string is a field not yet filled.
 */
export interface Party {
  readonly idKind: string;
  readonly idNumber: string;
  readonly name: string;
  readonly kraPin: string;
  readonly phone: string;
  readonly postalAddress: string;
  readonly organisation: string;
  /** Company or certificate number, or a mission's accreditation number. */
  readonly organisationNumber: string;
}

export const ownConfirmationMethods = ['code', 'signature', 'typed-name'] as const;
/** What a party does themselves; a driving school stands by the candidates of its list, who are not at the counter. */
export type OwnConfirmationMethod = (typeof ownConfirmationMethods)[number];

export const confirmationMethods = [...ownConfirmationMethods, 'by-list'] as const;
/**
 * How a party confirmed for themselves: a one-time code sent to their own phone (needs the line), a signature drawn on screen, or
 * their full name typed by themselves with the clerk as witness, for those who cannot use the pad. `by-list`: their driving school's word.
 */
export type ConfirmationMethod = (typeof confirmationMethods)[number];
