/** RFC 9285: bytes as the 45 characters that a QR code packs tightest. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const valueOf: ReadonlyMap<string, number> = new Map(Array.from(alphabet, (character, value) => [character, value]));

export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = [bytes[at], bytes[at + 1]];
    text += low === undefined ? digits(high, 2) : digits(high * 256 + low, 3);
  }
  return text;
}

/** Undefined where the text is not what `toBase45` would have written. */
export function fromBase45(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const group = text.slice(at, at + 3);
    const value = numberOf(group);
    if (value === undefined || group.length === 1 || value > (group.length === 3 ? 0xffff : 0xff)) return undefined;
    if (group.length === 3) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** Least significant first. */
function digits(value: number, length: number): string {
  return Array.from({ length }, (_, place) => alphabet[Math.floor(value / 45 ** place) % 45]).join('');
}

function numberOf(group: string): number | undefined {
  let value = 0;
  for (const [place, character] of [...group].entries()) {
    const digit = valueOf.get(character);
    if (digit === undefined) return undefined;
    value += digit * 45 ** place;
  }
  return value;
}
