import { crc32, deflateSync } from 'node:zlib';
import { encodeQR } from 'qr';

/**
 * A QR code as a PNG of one bit a pixel, in a data URL. pdfmake's own codes are a rectangle a module, each a whole number of points wide:
 * the 69 modules of a signed paper then take as long as all else on it and shrink to 24 mm. A picture takes
 * far less and fills the place it is given.
 * The quiet zone is the white paper around it, which each layout keeps.
 */
export function qrPicture(text: string): string {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border }).slice(border, -border);
  return `data:image/png;base64,${pngOf(modules.map((row) => row.slice(border, -border))).toString('base64')}`;
}

/** The least that the encoder gives; cut off again. */
const border = 1;

/** So that a printer that smooths pictures blurs an eighth of a module at most. */
const pixelsPerModule = 4;

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function pngOf(modules: readonly (readonly boolean[])[]): Buffer {
  const sidePx = modules.length * pixelsPerModule;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(sidePx, 0);
  head.writeUInt32BE(sidePx, 4);
  // One bit, grey, and the only compression, filter and order that PNG 1.2 has for it.
  head.set([1, 0, 0, 0, 0], 8);
  const rows = modules.flatMap((row) => Array<Buffer>(pixelsPerModule).fill(rowOf(row)));
  return Buffer.concat([
    pngSignature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A filter byte, then four pixels a module from the left; black is 0. */
function rowOf(row: readonly boolean[]): Buffer {
  const bytes = Buffer.alloc(1 + Math.ceil(row.length / 2), 0xff);
  bytes[0] = 0;
  for (const [place, isBlack] of row.entries()) {
    const at = 1 + (place >> 1);
    if (isBlack) bytes[at] = (bytes[at] ?? 0) & (place % 2 === 0 ? 0x0f : 0xf0);
  }
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
