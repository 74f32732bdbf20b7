/** Numbers from 0 up to a bound, the same for the same seed. */
export type Chance = (below: number) => number;

/** Marsaglia's xorshift of 32 bits: enough to scatter faults. */
export function chanceOf(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

/** Bytes and marks on which readers of text, XML and zip stumble. */
const traps = [
  '\0',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\xff\xfe',
  '\xfe\xff',
  '\xef\xbb\xbf',
  '=',
  '<',
  '>',
  '&',
  '&#0;',
  '&a;',
  ']]>',
  '<!DOCTYPE a>',
  '<c r="XFD1048576">',
  'r="-1"',
  '1e999',
  'PK\x03\x04',
  'PK\x01\x02',
  '\xff\xff\xff\xff',
];

type Change = (bytes: Buffer, chance: Chance) => Buffer;

const changes: readonly Change[] = [
  (bytes, chance) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[chance(copy.length)] = chance(256);
    return copy;
  },
  (bytes, chance) => cut(bytes, { from: chance(bytes.length + 1), length: chance(64), put: '' }),
  (bytes, chance) => cut(bytes, { from: chance(bytes.length + 1), length: chance(8), put: traps[chance(traps.length)] ?? '' }),
  (bytes, chance) => cut(bytes, { from: chance(bytes.length + 1), length: 0, put: piece(bytes, chance) }),
  (bytes, chance) => cut(bytes, { from: chance(bytes.length + 1), length: 200, put: piece(bytes, chance).repeat(chance(200)) }),
  (bytes, chance) => bytes.subarray(0, chance(bytes.length + 1)),
];

/** One to four faults, as a bad line, a bad disk or a bad person makes them. */
export function mutated(bytes: Buffer, chance: Chance): Buffer {
  let result = bytes;
  for (let left = chance(4) + 1; left > 0; left -= 1) result = changes[chance(changes.length)]?.(result, chance) ?? result;
  return result;
}

function piece(bytes: Buffer, chance: Chance): string {
  const from = chance(bytes.length + 1);
  return bytes.subarray(from, from + chance(200)).toString('latin1');
}

function cut(bytes: Buffer, { from, length, put }: { readonly from: number; readonly length: number; readonly put: string }): Buffer {
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(put, 'latin1'), bytes.subarray(from + length)]);
}
