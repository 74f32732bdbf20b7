import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { sampleBatchReceipt } from './counter-samples.ts';
import type { PaperJob } from './job.ts';
import type { PaperDataByKind, PaperKind } from './paper.ts';
import { openPaperPrinter, type PaperPrinter } from './printer.ts';
import { sampleLogbook, sampleReceipt } from './samples.ts';
import { textOfPages } from './pdf-text.ts';

const workerUrl = new URL('./pdf-worker.ts', import.meta.url);
const fontsDir = join(import.meta.dirname, '../../resources/fonts');
let printer: PaperPrinter | undefined;

afterEach(async () => printer?.close());

function open(
  options: { readonly workers?: number; readonly workerUrl?: URL; readonly fontsDir?: string; readonly timeoutMs?: number } = {},
): PaperPrinter {
  printer = openPaperPrinter({ workerUrl, fontsDir, ...options });
  return printer;
}

function jobOf<Kind extends PaperKind>(kind: Kind, data: PaperDataByKind[Kind]): PaperJob<Kind> {
  return { kind, data, locale: 'en' };
}

function numberOf(index: number): string {
  return `R-TEST-${index}`;
}

test('the same data give the same bytes, whatever was printed before', async () => {
  const { render } = open();
  const first = await render('receipt-a4', sampleReceipt, 'en');
  await render('elogbook-copy', sampleLogbook, 'sw');
  expect(Buffer.from(await render('receipt-a4', sampleReceipt, 'en')).equals(first)).toBe(true);
});

test('a Swahili paper has Swahili words and no English ones', async () => {
  const [page] = await textOfPages(await open().render('receipt-a4', sampleReceipt, 'sw'));
  expect(page).toContain('Risiti');
  expect(page).toContain('YA MUDA');
  expect(page).not.toMatch(/Receipt|PROVISIONAL|Paid by/u);
});

test('two workers answer every job of a pile with its own paper', async () => {
  const { render } = open({ workers: 2 });
  const numbers = Array.from({ length: 12 }, (_, index) => `R-NRB01-2A-${String(index).padStart(6, '0')}`);
  const papers = await Promise.all(numbers.map((receiptNumber) => render('receipt-80mm', { ...sampleReceipt, receiptNumber }, 'en')));
  const texts = await Promise.all(papers.map(textOfPages));
  expect(texts.map(([page], index) => page?.includes(String(numbers[index])))).toEqual(numbers.map(() => true));
});

test('a batch comes out in its order, and a paper of it that cannot be made is its own failure', async () => {
  const { renderBatch } = open({ workers: 2 });
  const jobs = Array.from({ length: 12 }, (_, index) =>
    // Every third is a page of many units, so that the workers end out of order.
    index % 3 === 0
      ? jobOf('batch-receipt', { ...sampleBatchReceipt, receiptNumber: numberOf(index) })
      : jobOf('receipt-80mm', { ...sampleReceipt, receiptNumber: numberOf(index), totalCents: index === 7 ? 0.5 : 225_000 }),
  );
  const seen: string[] = [];
  for await (const paper of renderBatch(jobs)) {
    const text = paper.kind === 'printed' ? (await textOfPages(paper.pdf))[0] : '';
    seen.push(paper.kind === 'printed' ? (/R-TEST-\d+/u.exec(text ?? '')?.[0] ?? '') : 'failed');
  }
  expect(seen).toEqual(jobs.map((_, index) => (index === 7 ? 'failed' : numberOf(index))));
});

test('a paper for the counter goes ahead of all of a batch that is not yet under way', async () => {
  const { render, renderBatch } = open({ workers: 1 });
  const ended: string[] = [];
  const batch = renderBatch(Array.from({ length: 3 }, () => jobOf('receipt-a4', sampleReceipt)));
  const drained = (async () => {
    for await (const _paper of batch) ended.push('batch');
  })();
  await render('receipt-a4', sampleReceipt, 'en').then(() => ended.push('counter'));
  await drained;
  expect(ended).toEqual(['batch', 'counter', 'batch', 'batch']);
});

test('a paper that cannot be made is refused by itself, and the next one is printed', async () => {
  const { render } = open();
  const broken = render('receipt-a4', { ...sampleReceipt, totalCents: 0.5 }, 'en');
  const next = render('receipt-a4', sampleReceipt, 'en');
  await expect(broken).rejects.toMatchObject({ reason: 'not-printable' });
  expect(await textOfPages(await next)).toHaveLength(1);
});

test('a job after a worker crash still renders, and only the job in hand is lost', async () => {
  const { render } = open({ workerUrl: await crashingWorker() });
  const lost = render('receipt-a4', { ...sampleReceipt, receiptNumber: 'CRASH' }, 'en');
  const kept = render('receipt-a4', sampleReceipt, 'en');
  await expect(lost).rejects.toMatchObject({ reason: 'worker-crashed' });
  expect((await textOfPages(await kept))[0]).toContain(sampleReceipt.receiptNumber);
});

test('a worker that hangs is replaced, and the next job is printed', async () => {
  const { render } = open({ workerUrl: await crashingWorker(), timeoutMs: 4_000 });
  const lost = render('receipt-a4', { ...sampleReceipt, receiptNumber: 'HANG' }, 'en');
  const kept = render('receipt-a4', sampleReceipt, 'en');
  await expect(lost).rejects.toMatchObject({ reason: 'timed-out' });
  expect(await textOfPages(await kept)).toHaveLength(1);
});

test('without fonts every job is refused and none hangs', async () => {
  const { render } = open({ fontsDir: join(tmpdir(), 'no-such-fonts') });
  await expect(render('receipt-a4', sampleReceipt, 'en')).rejects.toMatchObject({ reason: 'worker-crashed' });
  await expect(render('receipt-a4', sampleReceipt, 'en')).rejects.toMatchObject({ reason: 'worker-crashed' });
});

test('closing refuses what still waits and what comes later', async () => {
  const opened = open();
  const waiting = [opened.render('receipt-a4', sampleReceipt, 'en'), opened.render('receipt-a4', sampleReceipt, 'en')];
  const refused = Promise.all(waiting.map(async (job) => expect(job).rejects.toMatchObject({ reason: 'closed' })));
  await opened.close();
  await refused;
  await expect(opened.render('receipt-a4', sampleReceipt, 'en')).rejects.toMatchObject({ reason: 'closed' });
});

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** The real worker behind a door that ends the thread, or never opens again, when a marked receipt comes by. */
async function crashingWorker(): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'));
  folders.push(folder);
  const file = join(folder, 'crashing-worker.mjs');
  const source = `
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ data }) => {
      if (data.receiptNumber === 'CRASH') process.exit(1);
      while (data.receiptNumber === 'HANG');
    });
    await import(${JSON.stringify(workerUrl.href)});
  `;
  await writeFile(file, source);
  return pathToFileURL(file);
}
