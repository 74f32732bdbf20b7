/** A desk that takes files: a branch of the register or its desk in a Huduma Centre (DOMAIN §8.2; no list of them was found). */
export interface Office {
  /** Three letters of the place and a number, such as `NRB01`; invented, see the reference file. */
  readonly code: string;
  readonly name: string;
  readonly kind: 'branch' | 'huduma-desk';
  readonly countyCode: string;
  /** False where no published list names this office under this code. */
  readonly sourced: boolean;
}

/** Where an owner may choose to collect logbooks and plates (DOMAIN §4.6). */
export interface CollectionPoint {
  readonly officeCode: string;
  readonly collects: readonly ('logbook' | 'plates')[];
}

/** One of the 47 counties; the code stands on county plates, `47 CG 456A` (DOMAIN §2.2). */
export interface County {
  readonly code: string;
  readonly name: string;
}
