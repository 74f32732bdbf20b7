import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeQR } from 'qr/decode.js';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { layoutOf } from '#core/paper/layouts/layout.ts';
import type { PaperKind } from '#core/paper/paper.ts';
import { openPress } from '#core/paper/press.ts';
import { textOfPages } from '#core/paper/pdf-text.ts';
import { sampleApplication, sampleConflict, sampleLogbook, sampleReceipt } from '#core/paper/samples.ts';
import { paperWords } from '#core/paper/words.ts';
import { shortCodeOf } from '#core/paper-seal/short-code.ts';
import { openPaperPc, paperHub } from '../support/paper-hub.ts';
import { root } from '../support/test-host.ts';
import { codeOf, receiptFacts } from './sealed.ts';

/** From its package: it would ask the network for it. */
beforeAll(async () => {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  await prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer }, fireImmediately: true });
});

const papers = {
  'receipt-a4': sampleReceipt,
  'receipt-80mm': sampleReceipt,
  'application-summary': sampleApplication,
  'conflict-slip-a4': sampleConflict,
  'conflict-slip-80mm': sampleConflict,
  'elogbook-copy': sampleLogbook,
} satisfies Partial<Record<PaperKind, object>>;

/** Dots an inch of a thermal head, and of an office scanner's usual setting. */
const resolutions = [203, 300];

/** The first page as a grey picture. */
async function pictureOf(pdf: Uint8Array, dotsPerInch: number): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-code-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, 'paper.pdf'), pdf);
  const args = ['-r', String(dotsPerInch), '-f', '1', '-l', '1', '-gray', '-singlefile', 'paper.pdf', 'page'];
  execFileSync('pdftoppm', args, { cwd: folder });
  return readFile(path.join(folder, 'page.pgm'));
}

/** PGM `P5`: three numbers in text, then a byte a pixel; the readers want four. */
function pixelsOf(pgm: Buffer): { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> } {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(pgm.subarray(0, 64).toString('latin1'));
  if (!head) throw new Error('Not a PGM');
  const [width, height, grey] = [Number(head[1]), Number(head[2]), pgm.subarray(head[0].length)];
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) data.fill(grey[at] ?? 255, at * 4, at * 4 + 3).fill(255, at * 4 + 3, at * 4 + 4);
  return { width, height, data };
}

it.each(Object.entries(papers))(
  '%s: what another reader finds in its printed picture is its code, and is VALID on a second PC; so is what our reader finds',
  async (kind, data) => {
    const hub = paperHub();
    const printer = await openPaperPc(hub, { officeCode: 'KSM01', deviceNo: 120 });
    const checker = await openPaperPc(hub);
    const qr = codeOf(printer, {
      ...receiptFacts,
      number: 'R-KSM01-120AB-999999',
      name: 'MWANGANGIANYAMBU N. W. K. M.',
      amountCents: 9_999_999_00,
    });
    const press = await openPress(path.join(root, 'resources/fonts'));
    const pdf = await press.print(layoutOf(kind as PaperKind, { ...data, qr } as never, paperWords.en));
    expect((await textOfPages(pdf))[0]).toContain(shortCodeOf(qr));
    for (const dotsPerInch of resolutions) {
      const pixels = pixelsOf(await pictureOf(pdf, dotsPerInch));
      const [found] = await readBarcodes({ ...pixels, colorSpace: 'srgb' } as ImageData, { formats: ['QRCode'], tryHarder: true });
      expect(found?.text).toBe(qr);
      expect(decodeQR(pixels, { timeLimit: 5_000, effort: 8 })).toBe(qr);
    }
    expect((await checker.check(qr)).verdict).toBe('valid');
  },
);
