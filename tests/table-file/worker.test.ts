import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readTable, TableFailure, writeTable, type ReadTableOptions, type TableFile } from '#core/table-file/service.ts';
import type { TableFault, TableProgress, TableRow } from '#shared/domain/table-file.ts';
import { texts } from '#shared/text/text.ts';
import { trials } from '../support/tier.ts';

const workerUrl = new URL('../../core/table-file/table-worker.ts', import.meta.url);
const illWorkerUrl = new URL('ill-worker.child.ts', import.meta.url);
const builtWorkerUrl = new URL('../../out/main/table-worker.js', import.meta.url);
const columns = ['Chassis', 'Engine', 'Colour'].map((heading) => ({ heading }));

function tableOf(rows: number, format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  return writeTable({ columns, rows: Array.from({ length: rows }, (_, at) => [`MD2A${at}`, `E${at}`, 'Red']), format });
}

async function rowsOf(file: TableFile, options: Partial<ReadTableOptions> = {}): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const part of readTable(file, { workerUrl, ...options })) if (part.kind === 'rows') rows.push(...part.rows);
  return rows;
}

async function faultOf(file: TableFile, options: Partial<ReadTableOptions> = {}): Promise<TableFault> {
  const error: unknown = await rowsOf(file, options).catch((reason: unknown) => reason);
  if (error instanceof TableFailure) return error.fault;
  throw new Error('The table was read, or failed in another way', { cause: error });
}

describe.each(['csv', 'xlsx'] as const)('a table of 10,000 rows as %s', (format) => {
  test('comes whole, in its order, with progress that only rises to the end', async () => {
    const said: TableProgress[] = [];
    const rows = await rowsOf({ name: 'units', bytes: await tableOf(10_000, format) }, { onProgress: (progress) => said.push(progress) });
    expect(rows.map(({ cells }) => cells[1]?.text)).toEqual(Array.from({ length: 10_000 }, (_, at) => `E${at}`));
    expect(said).toEqual(said.toSorted((a, b) => a.rows - b.rows || a.share - b.share));
    expect(said.at(-1)).toEqual({ rows: 10_000, share: 1 });
  });

  test('is read the same by the built worker of both hosts', async () => {
    const file = { name: 'units', bytes: await tableOf(600, format) };
    expect(await rowsOf(file, { workerUrl: builtWorkerUrl })).toEqual(await rowsOf(file));
  });

  test('stops wherever it is cancelled and gives nothing more', async () => {
    const bytes = await tableOf(5_000, format);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 150 }), async (afterMs) => {
        const reason = new Error('cancelled');
        const cancel = new AbortController();
        const timer = setTimeout(() => cancel.abort(reason), afterMs);
        const read = await rowsOf({ name: 'units', bytes }, { signal: cancel.signal }).catch((error: unknown) => error);
        clearTimeout(timer);
        expect(Array.isArray(read) ? read.length : read).toBe(Array.isArray(read) ? 5_000 : reason);
      }),
      { numRuns: trials(8, 200) },
    );
  });

  test('is read from a folder as well', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-table-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = path.join(folder, 'units');
    await writeFile(file, await tableOf(3, format));
    expect(await rowsOf({ name: 'units', path: file })).toHaveLength(3);
    expect(await faultOf({ name: 'gone.csv', path: path.join(folder, 'gone') })).toEqual({ code: 'unreadable', file: 'gone.csv' });
    expect(await faultOf({ name: 'folder', path: folder })).toMatchObject({ code: 'unreadable' });
    expect(await faultOf({ name: 'units', path: file }, { limits: { fileBytes: 20 } })).toMatchObject({
      code: 'file-too-large',
      limit: 20,
    });
  });
});

describe('a reader that dies takes nothing along', () => {
  const ill = (way: string, options: Partial<ReadTableOptions> = {}): Promise<TableFault> =>
    faultOf({ name: 'units.xlsx', bytes: Buffer.from(way) }, { workerUrl: illWorkerUrl, ...options });

  test('whatever way it ends', async () => {
    expect(await ill('spins', { silenceMs: 300 })).toEqual({ code: 'too-slow', file: 'units.xlsx' });
    expect(await ill('eats memory', { heapMb: 32 })).toEqual({ code: 'too-much-memory', file: 'units.xlsx' });
    expect(await ill('throws')).toEqual({ code: 'reader-died', file: 'units.xlsx' });
    expect(await ill('leaves')).toEqual({ code: 'reader-died', file: 'units.xlsx' });
  });

  test('one that cannot start is a fault of the program, not of the file', async () => {
    await expect(rowsOf({ name: 'units', bytes: Buffer.from('never starts') }, { workerUrl: illWorkerUrl })).rejects.toThrow(
      'a broken installation',
    );
  });

  test('a spinning one is stopped by cancelling', async () => {
    const cancel = new AbortController();
    const reading = rowsOf({ name: 'units', bytes: Buffer.from('spins') }, { workerUrl: illWorkerUrl, signal: cancel.signal });
    setTimeout(() => cancel.abort(new Error('cancelled')), 200);
    await expect(reading).rejects.toThrow('cancelled');
  });

  test('one cancelled before it began is never started', async () => {
    await expect(
      rowsOf({ name: 'units', bytes: Buffer.from('spins') }, { signal: AbortSignal.abort(new Error('before')) }),
    ).rejects.toThrow('before');
  });
});

test('whoever reads slowly is not taken for a slow file', async () => {
  const parts = readTable({ name: 'units', bytes: await tableOf(1_000, 'csv') }, { workerUrl, silenceMs: 1_500 });
  let count = 0;
  for await (const _part of parts) {
    count += 1;
    if (count === 1) await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
  expect(count).toBe(5);
});

test('a fault names file, place and reason in both languages', async () => {
  const fault = await faultOf({ name: 'Kamau Motors.csv', bytes: Buffer.from('Chassis,Engine\nA,"B\n') });
  expect(fault).toEqual({ code: 'quotes', file: 'Kamau Motors.csv', row: 2 });
  expect(texts.en.tableFile.fault(fault)).toMatch(/^Kamau Motors\.csv, row 2: .*quotation mark.*/u);
  expect(texts.sw.tableFile.fault(fault)).toMatch(/^Kamau Motors\.csv, .*2: /u);
  expect(texts.en.tableFile.fault({ code: 'cell-too-long', file: 'f', sheet: 'S', row: 3, column: 27, limit: 32_767 })).toContain(
    'f, sheet “S”, row 3, column AB: ',
  );
});
