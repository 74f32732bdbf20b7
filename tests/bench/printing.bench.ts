import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { instantOf } from '#shared/base/instant.ts';
import { networkAddress } from '#shared/domain/print-job.ts';
import { findIdentity } from '#core/office/identity.ts';
import { insertPrinter, putSetPaper } from '#core/printing/printer-store.ts';
import { openPrinting } from '#core/printing/printing.ts';
import { readReference } from '#core/reference.ts';
import { openReceiptSink, type ReceiptSink, type SinkMood } from '#tests/printing/receipt-sink.ts';
import { median, quantile, type BenchLine } from './bench-line.ts';
import { copyJournal, makeOfficeFile, openBenchOffice, procedureOf, type BenchOffice } from './bench-office.ts';
import { prepareApplications, type WaitingApplication } from './waiting-applications.ts';

const receipts = 40;
/** The engine compiles what runs often; these do not count. */
const warmUps = 5;
/** As a counter does: one customer after another. */
const restMs = 20;

/** FEATURES C7: from the key that takes the money to the first byte of its receipt at the printer's socket, in process, as an office runs. */
export async function run(): Promise<BenchLine[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaunta-bench-printing-'));
  try {
    return [...(await measure(path.join(folder, 'ready.db'), 'ready')), ...(await measure(path.join(folder, 'silent.db'), 'silent'))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const printers: Readonly<Record<'ready' | 'silent', string>> = {
  ready: 'a printer that says how it stands',
  silent: 'a printer that never answers',
};

async function measure(file: string, mood: Extract<SinkMood, 'ready' | 'silent'>): Promise<BenchLine[]> {
  const database = { path: file, key: randomBytes(32) };
  await makeOfficeFile(database);
  const office = openBenchOffice(database);
  await copyJournal(office, database);
  const sink = await openReceiptSink(mood);
  setReceiptPrinter(office, sink);
  const waiting = await prepareApplications(office, receipts + warmUps);
  const printing = openPrintingOf(office);
  const taken: number[] = [];
  for (const one of waiting) taken.push(await payAndPrint({ office, sink, wake: () => printing.runner.wake(), one }));
  const bare = await bareConnections(sink);
  await printing.close();
  await sink.close();
  office.close();
  const own = taken.slice(warmUps);
  const line = (name: string, share: number, aim: string): BenchLine => ({
    name: `receipt at the socket of ${printers[mood]}, ${name}`,
    value: quantile(own, share),
    unit: 'ms',
    anchor: 'connecting and sending the same bytes',
    anchorValue: median(bare),
    ratio: quantile(own, share) / median(bare),
    aim,
  });
  return [line('p50', 0.5, 'at most 1000 ms'), line('p99', 0.99, 'at most 1000 ms')];
}

function setReceiptPrinter({ storage }: BenchOffice, { address }: ReceiptSink): void {
  const printer = { id: newId(), name: 'Roll', way: 'network', address, width: '80mm', opensDrawer: true } as const;
  storage.transact((db) => {
    insertPrinter(db, printer, instantOf(Date.now()));
    putSetPaper(db, { use: 'receipt', printerId: printer.id, locale: 'en' });
  });
}

function openPrintingOf({ storage }: BenchOffice) {
  const identity = findIdentity(storage.reader);
  if (!identity) throw new Error('Not the file of an office');
  const press = { render: () => Promise.reject(new Error('A roll needs no PDF')) };
  return openPrinting({
    storage,
    now: Date.now,
    announce: () => undefined,
    log: ({ facts }) => console.error(facts),
    maker: { reference: readReference('resources'), office: () => identity, press },
  });
}

interface Payment {
  readonly office: BenchOffice;
  readonly sink: ReceiptSink;
  readonly wake: () => void;
  readonly one: WaitingApplication;
}

async function payAndPrint({ office, sink, wake, one }: Payment): Promise<number> {
  await pause(restMs);
  const before = sink.jobs().length;
  const startedAt = performance.now();
  await procedureOf(office, 'applications.submit').throughRouter(one);
  wake();
  while (sink.jobs().length === before) await pause(1);
  const tookMs = sink.firstByteAtMs() - startedAt;
  // The next customer comes once this job has left the printer's lane.
  while (office.storage.reader.get(`SELECT 1 FROM print_job WHERE state IN ('queued', 'sent')`) !== undefined) await pause(5);
  return tookMs;
}

async function bareConnections(sink: ReceiptSink): Promise<number[]> {
  const [bytes = Buffer.alloc(0)] = sink.jobs();
  const place = networkAddress(sink.address);
  const taken: number[] = [];
  for (let count = 0; count < receipts && place; count += 1) {
    const before = sink.jobs().length;
    const startedAt = performance.now();
    const socket = connect(place);
    await once(socket, 'connect');
    socket.end(bytes);
    while (sink.jobs().length === before) await pause(1);
    taken.push(sink.firstByteAtMs() - startedAt);
    socket.destroy();
  }
  return taken;
}
