import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Four bytes a pixel, as both readers take them. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** From its package: it would ask the network for it. */
async function prepareReader(): Promise<void> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  await prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer }, fireImmediately: true });
}

let reader: Promise<void> | undefined;

/** What a reader that Kaunta does not use finds in a picture. */
export async function codeIn(pixels: Pixels): Promise<string | undefined> {
  await (reader ??= prepareReader());
  const [found] = await readBarcodes({ ...pixels, colorSpace: 'srgb' } as ImageData, { formats: ['QRCode'], tryHarder: true });
  return found?.text;
}

/** The first page as a grey picture, at the dots of a printer or a scanner. */
export async function pictureOf(pdf: Uint8Array, dotsPerInch: number): Promise<Pixels> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-code-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, 'paper.pdf'), pdf);
  const args = ['-r', String(dotsPerInch), '-f', '1', '-l', '1', '-gray', '-singlefile', 'paper.pdf', 'page'];
  execFileSync('pdftoppm', args, { cwd: folder });
  return pixelsOf(await readFile(path.join(folder, 'page.pgm')));
}

/** PGM `P5`: three numbers in text, then a byte a pixel; the readers want four. */
function pixelsOf(pgm: Buffer): Pixels {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(pgm.subarray(0, 64).toString('latin1'));
  if (!head) throw new Error('Not a PGM');
  const [width, height, grey] = [Number(head[1]), Number(head[2]), pgm.subarray(head[0].length)];
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) data.fill(grey[at] ?? 255, at * 4, at * 4 + 3).fill(255, at * 4 + 3, at * 4 + 4);
  return { width, height, data };
}
