import { isUtf8 } from 'node:buffer';
import { TroubleFound } from './trouble.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const sliceBytes = 65_536;
const sampleBytes = 4096;

/** Text of a file in slices of at most 64 KiB, with the share of the file that each one ends at. */
export interface DecodedSlice {
  readonly text: string;
  readonly share: number;
}

export function* decode(bytes: Buffer): Generator<DecodedSlice> {
  const decodeNext = decoderOf(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    const slice = bytes.subarray(at, at + sliceBytes);
    const end = at + slice.length;
    yield { text: decodeNext(slice, end < bytes.length), share: end / bytes.length };
  }
}

type DecodeNext = (slice: Buffer, hasMore: boolean) => string;

function decoderOf(encoding: Encoding): DecodeNext {
  if (encoding === 'windows-1252') return decodeWindows1252;
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (slice, hasMore) => {
    try {
      return decoder.decode(slice, { stream: hasMore });
    } catch {
      throw new TroubleFound({ code: 'encoding', detail: encoding });
    }
  };
}

/** Signs of the bytes from 80 to 9F (WHATWG Encoding); the five that have none stay control signs. */
const windowsSigns = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** By hand, because Node from 22.13 on reads these bytes as Latin-1 (nodejs/node issue 60888). */
function decodeWindows1252(slice: Buffer): string {
  return slice.toString('latin1').replaceAll(/[\u0080-\u009f]/gu, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** By its mark, else by what its bytes can be; Windows-1252 is what spreadsheets here write when they do not write UTF-8. */
function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return unmarkedUtf16(bytes) ?? (hasMark || isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** Latin letters in two bytes have a zero in every second place, and hardly one in the others. */
function unmarkedUtf16(bytes: Buffer): Encoding | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  const zeros: [even: number, odd: number] = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : undefined;
}
