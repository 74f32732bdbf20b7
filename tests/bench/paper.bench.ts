import { join } from 'node:path';
import type { PaperJob } from '#core/paper/job.ts';
import { layoutOf } from '#core/paper/layouts/layout.ts';
import { openPaperPrinter, type PaperPrinter } from '#core/paper/printer.ts';
import { sampleCode, sampleLogbook, sampleReceipt } from '#core/paper/samples.ts';
import { paperWords } from '#core/paper/words.ts';
import { quantile, type BenchLine } from './bench-line.ts';
import { plainPdfkit } from './plain-pdfkit.ts';
import { plainPdfmake } from './plain-pdfmake.ts';
import { lineOf, type Turns } from './turns.ts';

const root = join(import.meta.dirname, '../..');
const rounds = 5;
const batchOfEach = 200;
const anchorsOfEach = 10;

/** PDF part of PERFORMANCE.md: papers through the printer and its two workers, beside pdfmake and pdfkit as their manuals say, one by one. */
export async function run(): Promise<BenchLine[]> {
  const printer = openPaperPrinter({
    workerUrl: new URL('../../core/paper/pdf-worker.ts', import.meta.url),
    fontsDir: join(root, 'resources/fonts'),
  });
  try {
    return linesOf(await measure(printer));
  } finally {
    await printer.close();
  }
}

/** Papers of one round differ as real ones do: the same words, other numbers, and a code as long as a signed one is. */
function receiptOf(count: number): typeof sampleReceipt {
  return {
    ...sampleReceipt,
    receiptNumber: `R-NRB01-2A-${String(count).padStart(6, '0')}`,
    payerName: `Kamau Njoroge ${count}`,
    qr: codeOf(count),
  };
}

function logbookOf(count: number): typeof sampleLogbook {
  return { ...sampleLogbook, logbookNumber: `EL-2026-${String(count).padStart(7, '0')}`, qr: codeOf(count) };
}

function codeOf(count: number): string {
  return sampleCode.slice(0, -6) + String(count).padStart(6, '0');
}

const numbers = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
const receiptJob = (count: number): PaperJob => ({ kind: 'receipt-a4', data: receiptOf(count), locale: 'en' });
const logbookJob = (count: number): PaperJob => ({ kind: 'elogbook-copy', data: logbookOf(count), locale: 'en' });

interface Papers {
  readonly receipts: number[];
  readonly logbooks: number[];
}

/** Of each maker, papers a second round by round; `host` is what the main thread's timers waited too long meanwhile. */
interface Measures {
  readonly batch: number[];
  readonly certificates: number[];
  readonly single: number[];
  readonly pdfmake: Papers;
  readonly pdfkit: Papers;
  readonly hostLagMs: readonly number[];
}

/** Makers take turns, so that a busy moment of the machine meets all of them. */
async function measure(printer: PaperPrinter): Promise<Measures> {
  const pdfmake = plainPdfmake(root);
  const pdfkit = plainPdfkit(root);
  const makers = {
    ours: (count: number) => printer.render('receipt-a4', receiptOf(count), 'en'),
    pdfmakeReceipt: (count: number) => pdfmake(layoutOf('receipt-a4', receiptOf(count), paperWords.en)),
    pdfmakeLogbook: (count: number) => pdfmake(layoutOf('elogbook-copy', logbookOf(count), paperWords.en)),
    pdfkitReceipt: (count: number) => pdfkit.receipt(receiptOf(count)),
    pdfkitLogbook: (count: number) => pdfkit.logbook(logbookOf(count)),
  };
  const batch = [...numbers(batchOfEach).map(receiptJob), ...numbers(batchOfEach).map(logbookJob)];
  // The engine compiles what runs often: papers get faster for about a hundred of them, for every maker alike.
  await drain(printer, batch);
  for (const make of Object.values(makers)) await oneByOne(4 * anchorsOfEach, make);

  const measures: Measures = {
    batch: [],
    certificates: [],
    single: [],
    pdfmake: { receipts: [], logbooks: [] },
    pdfkit: { receipts: [], logbooks: [] },
    hostLagMs: [],
  };
  const lag = watchLag();
  for (let round = 0; round < rounds; round += 1) {
    lag.start();
    measures.batch.push(await rate(batch.length, () => drain(printer, batch)));
    measures.certificates.push(await rate(batchOfEach, () => drain(printer, numbers(batchOfEach).map(logbookJob))));
    lag.stop();
    measures.single.push(await rate(anchorsOfEach, () => oneByOne(anchorsOfEach, makers.ours)));
    measures.pdfmake.receipts.push(await rate(anchorsOfEach, () => oneByOne(anchorsOfEach, makers.pdfmakeReceipt)));
    measures.pdfkit.receipts.push(await rate(anchorsOfEach, () => oneByOne(anchorsOfEach, makers.pdfkitReceipt)));
    measures.pdfmake.logbooks.push(await rate(anchorsOfEach, () => oneByOne(anchorsOfEach, makers.pdfmakeLogbook)));
    measures.pdfkit.logbooks.push(await rate(anchorsOfEach, () => oneByOne(anchorsOfEach, makers.pdfkitLogbook)));
  }
  return { ...measures, hostLagMs: lag.waitsMs };
}

/** Papers a second of a pile. */
async function rate(papers: number, makeAll: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await makeAll();
  return (papers * 1_000) / (performance.now() - startedAt);
}

async function oneByOne(papers: number, make: (count: number) => Promise<unknown>): Promise<void> {
  for (let count = 0; count < papers; count += 1) await make(count);
}

async function drain(printer: PaperPrinter, jobs: readonly PaperJob[]): Promise<void> {
  for await (const paper of printer.renderBatch(jobs)) if (paper.kind === 'failed') throw paper.failure;
}

const tickMs = 5;

/** By how much a timer of the main thread comes late, as a key or a click would. */
function watchLag() {
  const waitsMs: number[] = [];
  let timer: NodeJS.Timeout | undefined;
  return {
    waitsMs,
    start: () => {
      let last = performance.now();
      timer = setInterval(() => {
        const now = performance.now();
        waitsMs.push(Math.max(0, now - last - tickMs));
        last = now;
      }, tickMs);
    },
    stop: () => clearInterval(timer),
  };
}

function linesOf({ batch, certificates, single, pdfmake, pdfkit, hostLagMs }: Measures): BenchLine[] {
  const pdfmakeMix = mixOf(pdfmake);
  const pdfkitMix = mixOf(pdfkit);
  const both = `${batchOfEach} receipts and ${batchOfEach} eLogbook copies as one batch, two workers`;
  const rates = (name: string, turns: Turns, rest: Pick<BenchLine, 'anchor' | 'aim'>): BenchLine =>
    lineOf({ name, unit: 'papers/s', ...rest }, turns);
  const manual = { pdfmake: 'pdfmake as its manual says', pdfkit: 'pdfkit, set by hand' } as const;
  return [
    rates(both, { ours: batch, anchor: pdfmakeMix }, { anchor: manual.pdfmake, aim: 'at least 3 times' }),
    rates(both, { ours: batch, anchor: pdfkitMix }, { anchor: manual.pdfkit, aim: 'at least 2 times' }),
    rates(
      'receipts, one by one, one worker',
      { ours: single, anchor: pdfmake.receipts },
      { anchor: manual.pdfmake, aim: 'at least 3 times' },
    ),
    rates('receipts, one by one, one worker', { ours: single, anchor: pdfkit.receipts }, { anchor: manual.pdfkit, aim: '' }),
    lineOf(
      { name: 'one receipt', unit: 'ms', anchor: manual.pdfmake, aim: 'at most 20 ms' },
      { ours: single.map(toMs), anchor: pdfmake.receipts.map(toMs) },
    ),
    lineOf(
      { name: `${batchOfEach} eLogbook copies, two workers`, unit: 's', anchor: manual.pdfmake, aim: 'at most 2.5 s' },
      { ours: certificates.map(toPileSeconds), anchor: pdfmake.logbooks.map(toPileSeconds) },
    ),
    ...(['p50', 'p99'] as const).map((share): BenchLine => ({
      name: `host’s timers late while batches are made, ${share}`,
      value: quantile(hostLagMs, share === 'p50' ? 0.5 : 0.99),
      unit: 'ms',
      anchor: '',
      anchorValue: Number.NaN,
      ratio: Number.NaN,
      aim: 'at most 16 ms',
    })),
  ];
}

/** Papers a second of as many receipts as copies, from the time that each takes. */
function mixOf({ receipts, logbooks }: Papers): number[] {
  return receipts.map((rateOfReceipts, round) => 2 / (1 / rateOfReceipts + 1 / (logbooks[round] ?? rateOfReceipts)));
}

function toMs(perSecond: number): number {
  return 1_000 / perSecond;
}

function toPileSeconds(perSecond: number): number {
  return batchOfEach / perSecond;
}
