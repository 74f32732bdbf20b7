import { displayPhone } from './phone.ts';
import { compact } from './typed-text.ts';

/** The hidden character of a masked number. Lists and logs show no whole number of a person (Data Protection Act s.25; DOMAIN §9). */
const hidden = '•';

/** Hides all but the last characters; a number so short that the rest would give it away is hidden whole. */
function hideAllBut(text: string, shown: number): string {
  const characters = [...text];
  const visibleFrom = characters.length >= 2 * shown ? characters.length - shown : characters.length;
  return characters.map((character, index) => (index < visibleFrom ? hidden : character)).join('');
}

/** `•••••678`. */
export function maskIdentityNumber(text: string): string {
  return hideAllBut(compact(text), 3);
}

/** `A•••••••31M`: the first letter, which says person or organisation, and the end. */
export function maskKraPin(text: string): string {
  const pin = compact(text);
  return pin.length < 8 ? hideAllBut(pin, 3) : `${pin.slice(0, 1)}${hideAllBut(pin.slice(1), 3)}`;
}

/** `07•• ••• 678`; a text that is no Kenyan number is masked like an identity number. */
export function maskPhone(text: string): string {
  const shown = displayPhone(text);
  const match = /^(0\d)\d{2} \d{3} (\d{3})$/u.exec(shown);
  return match ? `${match[1]}•• ••• ${match[2]}` : hideAllBut(shown, 3);
}
