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
  const encoding = encodingOf(bytes);
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    const slice = bytes.subarray(at, at + sliceBytes);
    const end = at + slice.length;
    yield { text: decodeSlice(decoder, slice, end < bytes.length), share: end / bytes.length };
  }
}

function decodeSlice(decoder: TextDecoder, slice: Buffer, stream: boolean): string {
  try {
    return decoder.decode(slice, { stream });
  } catch {
    throw new TroubleFound({ code: 'encoding', detail: decoder.encoding });
  }
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
