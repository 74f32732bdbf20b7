/** Papers that an application may ask for as a PDF scan (DOMAIN §4.3, §5.1, §7). */
export const scanKinds = [
  'logbook',
  'financier-letter',
  'mission-letter',
  'incorporation-certificate',
  'delegate-letter',
  'police-abstract',
  'affidavit',
  'tape-lift-report',
  'damaged-logbook',
  'medical-form',
] as const;
export type ScanKind = (typeof scanKinds)[number];

/** Only a logbook must be in colour: the register turns a photocopy of it away (DOMAIN §4.4); a letter may be black on white. */
export function mustBeColour(kind: ScanKind): boolean {
  return kind === 'logbook' || kind === 'damaged-logbook';
}
