import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Sheet } from './driver.ts';
import { windowsDriver, type PdfToPrinter } from './windows.ts';

const sheet: Sheet = { title: 'R-NRB01-2A-000123', fileName: 'R-NRB01-2A-000123.pdf', width: 'a4', bytes: Buffer.from('%PDF-1.7 a page') };

/** Stands where pdf-to-printer would: the real one throws anywhere but on Windows. */
function double(print: PdfToPrinter['print'] = () => Promise.resolve()) {
  const taken: { file: string; content: string; options: unknown }[] = [];
  const program: PdfToPrinter = {
    getPrinters: () => Promise.resolve([{ deviceId: 'HP', name: 'HP LaserJet (Room 4)', paperSizes: ['A4'] }]),
    print: async (file, options) => {
      taken.push({ file, content: await readFile(file, 'utf8'), options });
      return print(file, options);
    },
  };
  return { taken, driver: windowsDriver(() => Promise.resolve(program)) };
}

const job = (address: string) => ({
  address,
  sheet,
  onQueued: () => undefined,
  onTrouble: () => undefined,
  signal: new AbortController().signal,
  isEnding: () => false,
});

it('a page goes to the named printer without a dialog, at its own size, and its file is gone after', async () => {
  const { taken, driver } = double();
  expect(await driver.send(job('HP LaserJet (Room 4)'))).toEqual({ kind: 'taken' });
  expect(taken.map(({ content, options }) => [content, options])).toEqual([
    ['%PDF-1.7 a page', { printer: 'HP LaserJet (Room 4)', silent: true, copies: 1, paperSize: 'A4', scale: 'noscale' }],
  ]);
  await expect(readFile(taken[0]?.file ?? '')).rejects.toThrow('ENOENT');
});

it.each(['Gone', '-print-dialog', ''])('a printer called %j that Windows does not know gets nothing', async (name) => {
  const { taken, driver } = double();
  expect(await driver.send(job(name))).toMatchObject({ kind: 'held', problem: 'unknown-queue' });
  expect(taken).toEqual([]);
});

it('what fails after it was handed over is asked about', async () => {
  const { driver } = double(() => Promise.reject(new Error('SumatraPDF ended with 1')));
  expect(await driver.send(job('HP LaserJet (Room 4)'))).toEqual({
    kind: 'unsure',
    problem: 'printer-error',
    words: 'SumatraPDF ended with 1',
  });
});

it('where pdf-to-printer does not work at all, nothing is printed and no printer is found', async () => {
  const driver = windowsDriver();
  expect(await driver.send(job('HP'))).toMatchObject({ kind: 'held', problem: 'no-service' });
  expect(await driver.discover?.()).toEqual([]);
});
