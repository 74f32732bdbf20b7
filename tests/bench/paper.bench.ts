import { join } from 'node:path';
import pdfmake from 'pdfmake';
import { definitionOf } from '#core/paper/definition.ts';
import { layoutOf } from '#core/paper/layouts/layout.ts';
import type { LayoutDocument } from '#core/paper/layouts/layout-document.ts';
import { openPaperPrinter, type PaperPrinter } from '#core/paper/printer.ts';
import { sampleLogbook, sampleReceipt } from '#core/paper/samples.ts';
import { tableLayouts } from '#core/paper/table-layouts.ts';
import { paperWords } from '#core/paper/words.ts';
import { median, type BenchLine } from './bench-line.ts';

const root = join(import.meta.dirname, '../..');
const rounds = 5;
const papersPerRound = 20;
const certificates = 200;

/** PDF part of PERFORMANCE.md: papers through the printer and its worker, beside pdfmake as its manual says, one by one. */
export async function run(): Promise<BenchLine[]> {
  const plain = plainPdfmake();
  const printer = openPrinter(1);
  const pair = openPrinter(2);
  try {
    await warmUp(printer, pair, plain);
    const receipt = await receiptRates(printer, plain);
    const certificate = await certificateRates(pair, plain);
    return [
      line('receipts, warm, one worker', receipt, 'at least 3 times'),
      {
        ...line('one receipt, warm', receipt, 'at most 20 ms'),
        value: 1_000 / receipt.ours,
        unit: 'ms',
        anchorValue: 1_000 / receipt.plain,
      },
      line('A4 certificates, two workers', certificate, 'at least 3 times'),
      {
        ...line(`${certificates} A4 certificates, two workers`, certificate, 'at most 2.5 s'),
        value: certificates / certificate.ours,
        unit: 's',
        anchorValue: certificates / certificate.plain,
      },
    ];
  } finally {
    await Promise.all([printer.close(), pair.close()]);
  }
}

interface Rates {
  readonly ours: number;
  readonly plain: number;
}

type PrintPlain = (layout: LayoutDocument) => Promise<unknown>;

/** pdfmake and the full TTF files it ships, a new document each: what one gets by following its manual. */
function plainPdfmake(): PrintPlain {
  const file = (cut: string): string => join(root, `node_modules/pdfmake/fonts/Roboto/Roboto-${cut}.ttf`);
  const roboto = { normal: file('Regular'), bold: file('Medium') };
  pdfmake.setFonts({ Inter: roboto, InterCode: roboto });
  pdfmake.setTableLayouts(tableLayouts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return (layout) => pdfmake.createPdf(definitionOf(layout)).getBuffer();
}

function openPrinter(workers: number): PaperPrinter {
  return openPaperPrinter({
    workerUrl: new URL('../../core/paper/pdf-worker.ts', import.meta.url),
    fontsDir: join(root, 'resources/fonts'),
    workers,
  });
}

/** Papers of one round differ as real ones do: the same words, other numbers. */
function receiptOf(count: number): typeof sampleReceipt {
  const receiptNumber = `R-NRB01-2A-${String(count).padStart(6, '0')}`;
  return { ...sampleReceipt, receiptNumber, qr: `KAUNTA1:receipt:${receiptNumber}`, payerName: `Kamau Njoroge ${count}` };
}

function logbookOf(count: number): typeof sampleLogbook {
  const logbookNumber = `EL-2026-${String(count).padStart(7, '0')}`;
  return { ...sampleLogbook, logbookNumber, qr: `KAUNTA1:elogbook:${logbookNumber}` };
}

/** The engine compiles what runs often: papers get faster for about a hundred of them, on both sides alike. */
async function warmUp(printer: PaperPrinter, pair: PaperPrinter, plain: PrintPlain): Promise<void> {
  const papers = 5 * papersPerRound;
  await oneByOne(papers, (count) => printer.render('receipt-a4', receiptOf(count), 'en'));
  await Promise.all(Array.from({ length: 2 * papers }, (_, count) => pair.render('elogbook-copy', logbookOf(count), 'en')));
  await oneByOne(papers, (count) => plain(layoutOf('receipt-a4', receiptOf(count), paperWords.en)));
  await oneByOne(papers, (count) => plain(layoutOf('elogbook-copy', logbookOf(count), paperWords.en)));
}

async function oneByOne(papers: number, print: (count: number) => Promise<unknown>): Promise<void> {
  for (let count = 0; count < papers; count += 1) await print(count);
}

interface Side {
  readonly papers: number;
  readonly print: (papers: number) => Promise<unknown>;
}

function receiptRates(printer: PaperPrinter, plain: PrintPlain): Promise<Rates> {
  const ours = (count: number): Promise<unknown> => printer.render('receipt-a4', receiptOf(count), 'en');
  const anchor = (count: number): Promise<unknown> => plain(layoutOf('receipt-a4', receiptOf(count), paperWords.en));
  return takingTurns(
    { papers: papersPerRound, print: (papers) => oneByOne(papers, ours) },
    { papers: papersPerRound, print: (papers) => oneByOne(papers, anchor) },
  );
}

function certificateRates(pair: PaperPrinter, plain: PrintPlain): Promise<Rates> {
  const ours = (count: number): Promise<unknown> => pair.render('elogbook-copy', logbookOf(count), 'en');
  const anchor = (count: number): Promise<unknown> => plain(layoutOf('elogbook-copy', logbookOf(count), paperWords.en));
  return takingTurns(
    { papers: certificates, print: (papers) => Promise.all(Array.from({ length: papers }, (_, count) => ours(count))) },
    { papers: papersPerRound, print: (papers) => oneByOne(papers, anchor) },
  );
}

/** Rounds of ours and of the anchor alternate, so that a busy moment of the machine meets both. Gives medians in papers a second. */
async function takingTurns(ours: Side, plain: Side): Promise<Rates> {
  const oursMs: number[] = [];
  const plainMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    oursMs.push(await timeMs(() => ours.print(ours.papers)));
    plainMs.push(await timeMs(() => plain.print(plain.papers)));
  }
  return { ours: (ours.papers * 1_000) / median(oursMs), plain: (plain.papers * 1_000) / median(plainMs) };
}

async function timeMs(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}

function line(name: string, { ours, plain }: Rates, aim: string): BenchLine {
  return { name, value: ours, unit: 'papers/s', anchor: 'pdfmake as its manual says', anchorValue: plain, ratio: ours / plain, aim };
}
