import { hash, randomBytes } from 'node:crypto';

/** Crockford's base32: no I, L, O or U, so that nothing on paper reads two ways. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const dataSigns = 24;
/** 256 bits, five a sign. */
const secretSigns = 52;
const checkSigns = 4;
const groupSigns = 4;

/** A new code to print: 120 random bits and 20 bits that find a slip of the pen, in seven groups of four. */
export function newRecoveryCode(): string {
  // 32 divides 256, so each sign is as likely as any other.
  return printed([...randomBytes(dataSigns)].map((byte) => alphabet[byte % alphabet.length]).join(''));
}

/** The code without what people add or mix up; undefined where it cannot be one. */
export function readRecoveryCode(typed: string): string | undefined {
  return checked(typed, dataSigns);
}

/** The office's secret itself in such signs, fourteen groups of four: what the hub keeps, for the day on which nothing else is left. */
export function secretCode(secret: Buffer): string {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const data = (bits.match(/.{1,5}/gu) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
  return printed(data);
}

export function readSecretCode(typed: string): Buffer | undefined {
  const data = checked(typed, secretSigns);
  if (data === undefined) return undefined;
  const bits = [...data].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

function printed(data: string): string {
  return (`${data}${checkOf(data)}`.match(new RegExp(`.{${groupSigns}}`, 'gu')) ?? []).join('-');
}

function checked(typed: string, length: number): string | undefined {
  const signs = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
  const data = signs.slice(0, length);
  return signs.length === length + checkSigns && signs.slice(length) === checkOf(data) ? data : undefined;
}

function checkOf(data: string): string {
  const bytes = hash('sha256', `kaunta recovery code ${data}`, 'buffer');
  return [...bytes.subarray(0, checkSigns)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
