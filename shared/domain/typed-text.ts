/** A number or mark as typed or pasted, in upper case without spaces, dashes and the invisible characters that pasting brings along. */
export function compact(text: string): string {
  return text.toUpperCase().replace(/[\s\p{Pd}\p{Cf}]/gu, '');
}
