import { parse } from 'csv-parse/sync';
import { readTable, writeTable } from '#core/table-file/service.ts';
import { median, quantile, type BenchLine } from './bench-line.ts';
import { plainXlsx } from './plain-xlsx.ts';
import { lineOf } from './turns.ts';
import { memoryChannel } from './worker-memory.ts';

/** A batch, and what is a year of a dealer; rounds of each. */
const sizes = [
  { rows: 10_000, rounds: 5 },
  { rows: 100_000, rounds: 1 },
] as const;
const columns = [
  'Chassis',
  'Engine',
  'Make',
  'Model',
  'Colour',
  'Year',
  'CC',
  'Customs entry',
  'Invoice',
  'Owner',
  'ID',
  'PIN',
  'Phone',
  'Date',
  'Counter',
];
const lagEveryMs = 5;
const bytesPerMb = 1_000_000;

/** Tables of dealers through the worker, beside the same library parsing the whole file in one go, without worker, head, days or doubts. */
export async function run(): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const format of ['csv', 'xlsx'] as const) for (const size of sizes) lines.push(...(await linesOf(format, size)));
  return lines;
}

function rowOf(at: number): string[] {
  const number = String(at).padStart(6, '0');
  return [
    `MD2A11AY8RWE${number}`,
    `DUEWRE${number}`,
    'Bajaj',
    'Boxer 150',
    'Red',
    '2026',
    '150',
    `26NBICD${number}`,
    `INV-${number}`,
    `Wanjiru Kamau ${at}`,
    `3${number}1`,
    `A00${number}X`,
    `+254712${number}`,
    '25/03/2026',
    'NRB01',
  ];
}

interface Measure {
  readonly seconds: number;
  readonly memoryMb: number;
  readonly lagsMs: readonly number[];
}

async function linesOf(format: 'csv' | 'xlsx', { rows, rounds }: (typeof sizes)[number]): Promise<BenchLine[]> {
  const bytes = await writeTable({
    columns: columns.map((heading) => ({ heading })),
    rows: Array.from({ length: rows }, (_, at) => rowOf(at)),
    format,
  });
  const ours: Measure[] = [];
  const plainSeconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await measure(() => readInWorker(bytes, rows)));
    plainSeconds.push((await measure(() => readPlainly(bytes, { format, rows }))).seconds);
  }
  const name = `${rows.toLocaleString('en-GB')} rows of ${columns.length} columns as ${format.toUpperCase()} (${(bytes.length / bytesPerMb).toFixed(1)} MB)`;
  const alone = { anchor: '', anchorValue: Number.NaN, ratio: Number.NaN };
  const isDaily = rows === 10_000;
  return [
    lineOf(
      {
        name: `${name}: read whole`,
        unit: 's',
        anchor: format === 'csv' ? 'csv-parse/sync at once' : 'yauzl and sax at once',
        aim: isDaily ? 'at most 5 s' : '',
      },
      { ours: ours.map(({ seconds }) => seconds), anchor: plainSeconds },
    ),
    {
      name: 'memory of the worker, at most',
      value: Math.max(...ours.map(({ memoryMb }) => memoryMb)),
      unit: 'MB',
      aim: 'at most 300 MB',
      ...alone,
    },
    {
      name: 'host lag meanwhile, p99',
      value: quantile(
        ours.flatMap(({ lagsMs }) => lagsMs),
        0.99,
      ),
      unit: 'ms',
      aim: 'at most 50 ms',
      ...alone,
    },
    {
      name: 'host lag meanwhile, longest of a round (median)',
      value: median(ours.map(({ lagsMs }) => Math.max(...lagsMs))),
      unit: 'ms',
      aim: '',
      ...alone,
    },
  ];
}

async function readInWorker(bytes: Uint8Array, expected: number): Promise<void> {
  let count = 0;
  const workerUrl = new URL('../../tests/bench/watched-table-worker.child.ts', import.meta.url);
  for await (const part of readTable({ name: 'units', bytes }, { workerUrl })) if (part.kind === 'rows') count += part.rows.length;
  if (count !== expected) throw new Error(`${count} rows were read`);
}

async function readPlainly(bytes: Uint8Array, { format, rows }: { readonly format: 'csv' | 'xlsx'; readonly rows: number }): Promise<void> {
  const table = format === 'csv' ? parse(Buffer.from(bytes), { bom: true }) : await plainXlsx(Buffer.from(bytes));
  if (table.length !== rows + 1) throw new Error(`${table.length} rows were parsed`);
}

/** A timer's delay is what a screen would wait. */
async function measure(act: () => Promise<void>): Promise<Measure> {
  const lagsMs: number[] = [];
  let mostBytes = 0;
  const told = new BroadcastChannel(memoryChannel);
  told.onmessage = ({ data }) => (mostBytes = Math.max(mostBytes, Number(data)));
  let due = performance.now() + lagEveryMs;
  const lag = setInterval(() => {
    lagsMs.push(Math.max(0, performance.now() - due));
    due = performance.now() + lagEveryMs;
  }, lagEveryMs);
  const start = performance.now();
  await act();
  const seconds = (performance.now() - start) / 1000;
  clearInterval(lag);
  told.close();
  return { seconds, memoryMb: mostBytes / bytesPerMb, lagsMs };
}
