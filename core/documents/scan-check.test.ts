import { hash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { practiceLogbookScan } from '#core/practice/sample-scan.ts';
import { SCAN_PROBLEM_CODES, type ScanProblemCode } from '#shared/domain/scan.ts';
import * as samples from '#tests/support/pdf-samples.ts';
import { openScanChecker } from './scan-check.ts';
import { SCAN_LIMITS } from './scan-worker-run.ts';
import { trials } from '#tests/support/tier.ts';

const workerUrl = new URL('./scan-check-worker.ts', import.meta.url);
const checker = openScanChecker({ workerUrl });
const small = { paper: samples.A6, dpi: 150 };

afterAll(() => checker.close());

describe('a colour scan is accepted', () => {
  test.each([
    ['as the practice office gives it', () => practiceLogbookScan({ plate: 'KDW 417A', chassis: 'NZE121-1234567' })],
    ['with several pages', () => samples.colourScan({ ...small, pages: 3 })],
    ['as a JPEG', () => samples.jpegScan(small)],
    ['in strips', () => samples.stripScan(small)],
  ])('%s', async (_, make) => {
    expect(await checker.check(make())).toMatchObject({ ok: true, problems: [] });
  });

  test('and the report says what it is', async () => {
    const bytes = samples.colourScan({ ...small, pages: 2 });
    const { colourShare, ...report } = await checker.check(bytes);
    expect(report).toEqual({ ok: true, problems: [], pages: 2, bytes: bytes.length, sha256: hash('sha256', bytes), minDpi: 150 });
    expect(colourShare).toBeGreaterThan(0.5);
  });
});

type Refusal = readonly [rule: string, code: ScanProblemCode, make: () => Buffer | Promise<Buffer>];

const REFUSALS: readonly Refusal[] = [
  ['an empty file', 'scan.empty', () => Buffer.alloc(0)],
  ['a file over 20 MB', 'scan.too-large', () => Buffer.concat([samples.colourScan(small), Buffer.alloc(20_000_000)])],
  ['a text file named .pdf', 'scan.not-a-pdf', samples.notAPdf],
  ['a web page that is a PDF further down', 'scan.not-a-pdf', () => Buffer.concat([Buffer.from('<html>'), samples.colourScan(small)])],
  ['a file that opens with a password only', 'scan.encrypted', samples.encryptedPdf],
  ['a file that forbids printing', 'scan.encrypted', samples.ownerLockedPdf],
  ['a file cut off', 'scan.unreadable', () => samples.truncated(samples.colourScan(small))],
  ['a header and nothing more', 'scan.unreadable', () => Buffer.from('%PDF-1.7\n%%EOF\n')],
  ['a table that names itself', 'scan.unreadable', samples.xrefLoopPdf],
  ['a file without pages', 'scan.no-pages', samples.noPagesPdf],
  ['fifty-one pages', 'scan.too-many-pages', () => samples.colourScan({ ...small, dpi: 20, pages: 51 })],
  ['an empty page', 'scan.blank-page', samples.emptyPagePdf],
  ['blue paper with nothing on it', 'scan.blank-page', () => samples.blankScan(small)],
  ['a photocopy', 'scan.grey', () => samples.greyScan(small)],
  ['a grey JPEG', 'scan.grey', () => samples.jpegScan({ ...small, grey: true })],
  ['a black and white scan', 'scan.grey', () => samples.bilevelScan(small)],
  ['a black and white scan painted through a stencil', 'scan.grey', () => samples.bilevelScan({ ...small, stencil: true })],
  ['a scan of 100 dpi', 'scan.low-resolution', () => samples.lowResolutionScan({ paper: samples.A6 })],
  ['an invoice of words', 'scan.not-a-scan', samples.textPdf],
  ['a script', 'scan.active-content', samples.javascriptPdf],
  ['a script packed out of sight', 'scan.active-content', samples.hiddenJavascriptPdf],
  ['an action that starts a program', 'scan.active-content', samples.launchPdf],
  ['a file inside the file', 'scan.active-content', samples.embeddedFilePdf],
  ['an image bomb', 'scan.unreadable', samples.imageBombPdf],
  ['a JPEG that wants 10 GB', 'scan.unreadable', samples.jpegBombPdf],
  ['a page description that unpacks to 400 MB', 'scan.unreadable', samples.contentBombPdf],
];

describe('refused with its reason:', () => {
  test.each(REFUSALS)('%s', async (_, code, make) => {
    const report = await checker.check(await make());
    expect(report.ok).toBe(false);
    expect(report.problems.map((problem) => problem.code)).toContain(code);
  });

  test('every code is seen', () => {
    expect(new Set(REFUSALS.map(([, code]) => code))).toEqual(new Set(SCAN_PROBLEM_CODES));
  });
});

describe('the host outlives its worker:', () => {
  const checkWith = async (program: string): Promise<unknown> => {
    const post = "import { parentPort } from 'node:worker_threads'; parentPort.postMessage({ kind: 'started' });";
    const hostile = new URL(`data:text/javascript,${encodeURIComponent(post + program)}`);
    const own = openScanChecker({ workerUrl: hostile, limits: { ...SCAN_LIMITS, stepMs: 2000, heapMb: 32 } });
    const { problems } = await own.check(Buffer.from('%PDF-'));
    await own.close();
    return problems.map(({ code, detail }) => [code, detail]);
  };

  test('one that never ends is ended', async () => {
    expect(await checkWith('for (;;);')).toEqual([['scan.unreadable', 'too-slow']]);
  });

  test('one that fills its heap is ended', async () => {
    expect(await checkWith('const all = []; for (;;) all.push({ all: [all.length] });')).toEqual([['scan.unreadable', 'too-much-memory']]);
  });

  test('one that fills memory with pixels is ended', async () => {
    const program =
      'const all = []; for (;;) { all.push(new Uint8Array(1e7)); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); }';
    expect(await checkWith(program)).toEqual([['scan.unreadable', 'too-much-memory']]);
  });

  test('one that dies is an answer', async () => {
    expect(await checkWith('process.exit(3);')).toEqual([['scan.unreadable', 'damaged']]);
  });

  test('one that cannot start is a fault of ours and no word about the scan', async () => {
    const own = openScanChecker({ workerUrl: new URL('./no-such-worker.ts', import.meta.url) });
    await expect(own.check(samples.colourScan(small))).rejects.toThrow('no-such-worker');
  });
});

test('a closed checker ends the check under way and takes no more', async () => {
  const own = openScanChecker({ workerUrl });
  const scan = samples.colourScan(small);
  const [underWay] = await Promise.allSettled([own.check(scan), own.close()]);
  expect(underWay).toMatchObject({ status: 'rejected', reason: { message: 'the scan checker is closed' } });
  await expect(own.check(samples.colourScan(small))).rejects.toThrow('closed');
});

test('a page inside a form with its own matrix is measured where it stands', async () => {
  const inForm = samples.formScan(small);
  expect(await checker.check(inForm)).toMatchObject({ ok: true, minDpi: 150 });
});

const MUTANTS = trials(8, 3_000);
/** Half of the edits fall on the object structure at both ends of the file, where a byte says most. */
const edit = fc.record({ near: fc.constantFrom('start', 'end', 'anywhere', 'anywhere'), at: fc.nat(), byte: fc.nat(255) });
const edits = fc.array(edit, { minLength: 1, maxLength: 20 });

function mutated(pdf: Buffer, changes: readonly { near: string; at: number; byte: number }[]): Buffer {
  const copy = Buffer.from(pdf);
  for (const { near, at, byte } of changes) {
    const position = { start: at % 600, end: copy.length - 1 - (at % 600) }[near] ?? at % copy.length;
    copy[position] = byte;
  }
  return copy;
}

test(`${MUTANTS} scans with random bytes changed each get a report`, { timeout: MUTANTS * 2_000 }, async () => {
  const seed = Number(process.env['KAUNTA_SEED'] ?? Date.now() % 2 ** 31);
  const scan = samples.colourScan(small);
  const mutants = fc.sample(edits, { numRuns: MUTANTS, seed }).map((changes) => mutated(scan, changes));
  const second = openScanChecker({ workerUrl });
  const reports = await Promise.all(mutants.map((mutant, index) => (index % 2 === 0 ? checker : second).check(mutant)));
  await second.close();
  expect(reports).toHaveLength(MUTANTS);
  for (const [index, { ok, problems }] of reports.entries()) {
    const unknown = problems.filter(({ code }) => !SCAN_PROBLEM_CODES.includes(code));
    expect({ seed, index, ok, unknown }).toEqual({ seed, index, ok: problems.length === 0, unknown: [] });
  }
});

test('an object stream that unpacks without end is refused', async () => {
  const bomb = samples.objectStreamPdf(deflateSync(Buffer.alloc(17_000_000)));
  expect((await checker.check(bomb)).problems).toMatchObject([{ code: 'scan.unreadable' }]);
});
