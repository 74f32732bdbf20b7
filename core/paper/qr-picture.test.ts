import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { sampleCode } from './samples.ts';
import { qrPicture } from './qr-picture.ts';

/** From its package: it would ask the network for it. */
beforeAll(async () => {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  await prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer }, fireImmediately: true });
});

function pngOf(picture: string): Buffer {
  return Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64');
}

async function textIn(picture: string): Promise<readonly string[]> {
  const codes = await readBarcodes(pngOf(picture), { formats: ['QRCode'], tryHarder: true });
  return codes.map(({ text }) => text);
}

test('another reader finds in the picture what was put in', async () => {
  expect(await textIn(qrPicture(sampleCode))).toEqual([sampleCode]);
});

test('a signed code of any length up to the longest is read back', async () => {
  const sign = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: sign, minLength: 1, maxLength: 450 }), async (text) => {
      expect(await textIn(qrPicture(`KAUNTA1:${text}`))).toEqual([`KAUNTA1:${text}`]);
    }),
    { numRuns: 15 },
  );
});

test('the longest signed code has 69 modules, 0.44 mm each on the 30 mm that a paper keeps', () => {
  expect(pngOf(qrPicture(`KAUNTA1:${'A'.repeat(450)}`)).readUInt32BE(16)).toBe(69 * 4);
});
