/**
 * The classes of registration marks (DOMAIN §2.1, confidence there per row). A class cannot be derived from the string (a
 * parastatal plate reads like a private one), so records keep it apart; the patterns only say which classes a string may be.
 */
export const plateClasses = [
  'private',
  'legacy',
  'motorcycle',
  'three-wheeler',
  'tractor',
  'heavy-machinery',
  'trailer',
  'national-government',
  'county-government',
  'governor',
  'diplomatic',
  'international-organisation',
  'parastatal',
  'dealer',
  'garage',
  'freight-station',
  'tow-truck',
  'military',
  'state-officer',
  'customised',
] as const;
export type PlateClass = (typeof plateClasses)[number];

/** The mark of each class without spaces; its groups are the parts that a space keeps apart on paper. The letters I and O are not used. */
const patterns: Readonly<Record<PlateClass, RegExp>> = {
  // KAF and KDF belong to the armed forces and were skipped in the civil series.
  private: /^(K(?!AF|DF)[A-HJ-NP-Z]{2})(\d{3}[A-HJ-NP-Z])$/u,
  legacy: /^(K(?!AF|DF)[A-HJ-NP-Z]{2})(\d{1,3})$/u,
  motorcycle: /^(KM[A-HJ-NP-Z]{2})(\d{3}[A-HJ-NP-Z])$/u,
  'three-wheeler': /^(KTW[A-HJ-NP-Z])(\d{3}[A-HJ-NP-Z])$/u,
  tractor: /^(KTC[A-HJ-NP-Z])(\d{3}[A-HJ-NP-Z])$/u,
  'heavy-machinery': /^(KHM[A-HJ-NP-Z])(\d{3}[A-HJ-NP-Z])$/u,
  trailer: /^(Z[A-HJ-NP-Z]?)(\d{4})$/u,
  'national-government': /^(GK[A-Z]?)(\d{3}[A-Z])$/u,
  'county-government': /^(\d{2})(CG)(\d{3}[A-Z])$/u,
  governor: /^(GVN)(\d{3}A?)$/u,
  diplomatic: /^(\d{1,3})(CD)(\d{1,3})(K?)$/u,
  'international-organisation': /^(\d{0,3})(UN)(\d{1,3})(K?)$/u,
  parastatal: /^(K(?!AF|DF)[A-HJ-NP-Z]{2})(\d{3}[A-HJ-NP-Z])$/u,
  dealer: /^(KD)(\d{3,4}[A-Z]?)$/u,
  garage: /^(KG)(\d{3,4}[A-Z]?)$/u,
  'freight-station': /^(KC)(\d{3,4}[A-Z]?)$/u,
  'tow-truck': /^(KT)(\d{3,4}[A-Z]?)$/u,
  // Only the prefixes are known; what follows is read loosely so that none slips into a civil series.
  military: /^(KAF|KDF|KA|KN)(\d{1,5}[A-Z]?)$/u,
  'state-officer': /^(CJ|SNA|SSN)(\d{1,3})$/u,
  // The length is not sourced. A space in the name is not kept: marks are compared without.
  customised: /^([A-Z]*)([A-Z0-9]*)$/u,
};
const customisedMaxLength = 8;

/** The parts of a normalised mark as one class writes it, or undefined where the class has no such mark. */
export function plateParts(plate: string, plateClass: PlateClass): readonly string[] | undefined {
  if (plateClass === 'customised' && (plate === '' || plate.length > customisedMaxLength)) return undefined;
  return patterns[plateClass]
    .exec(plate)
    ?.slice(1)
    .filter((part) => part !== '');
}

/** Every class whose pattern fits a normalised mark, likeliest first; `customised` is last and fits nearly everything. */
export function classesThatFit(plate: string): readonly PlateClass[] {
  return plateClasses.filter((plateClass) => plateParts(plate, plateClass) !== undefined);
}
