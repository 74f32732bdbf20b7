import { expect, test } from 'vitest';
import {
  type MeasuredPage,
  type MeasuredScan,
  MAX_SCAN_BYTES,
  MAX_SCAN_PAGES,
  SCAN_PROBLEM_CODES,
  type ScanContents,
  scanProblems,
  scanReport,
} from '#shared/domain/scan.ts';

const goodPage: MeasuredPage = { coveredShare: 1, dpi: 300, inkShare: 0.05, colourShare: 0.8, drawn: true };

function scanOf(contents: ScanContents, bytes = 1000): MeasuredScan {
  return { bytes, sha256: '0'.repeat(64), contents };
}

function scanWith(...pages: readonly Partial<MeasuredPage>[]): MeasuredScan {
  return scanOf({ kind: 'read', pageCount: pages.length, pages: pages.map((page) => ({ ...goodPage, ...page })), activeContent: [] });
}

function codesOf(scan: MeasuredScan): readonly string[] {
  return scanProblems(scan).map(({ code }) => code);
}

test('a scan on every limit is accepted, and one step beyond it refused', () => {
  expect(codesOf(scanWith({ dpi: 150, coveredShare: 0.5, inkShare: 0.002, colourShare: 0.02 }))).toEqual([]);
  expect(codesOf(scanWith({ dpi: 149 }))).toEqual(['scan.low-resolution']);
  expect(codesOf(scanWith({ coveredShare: 0.499 }))).toEqual(['scan.not-a-scan']);
  expect(codesOf(scanWith({ inkShare: 0.0019 }))).toEqual(['scan.blank-page']);
  expect(codesOf(scanWith({ colourShare: 0.019 }))).toEqual(['scan.grey']);
  expect(codesOf({ ...scanWith({}), bytes: MAX_SCAN_BYTES })).toEqual([]);
  expect(codesOf({ ...scanWith({}), bytes: MAX_SCAN_BYTES + 1 })).toEqual(['scan.too-large']);
});

test('a page count on the limit is accepted, one more is refused with both numbers', () => {
  const pages = Array.from({ length: MAX_SCAN_PAGES }, () => ({}));
  expect(codesOf(scanWith(...pages))).toEqual([]);
  const tooMany = scanOf({ kind: 'read', pageCount: 51, pages: [], activeContent: [] });
  expect(scanProblems(tooMany)).toEqual([{ code: 'scan.too-many-pages', page: null, measured: 51, limit: 50, detail: null }]);
});

test('each bad page is named by its number, with what was measured and the limit', () => {
  expect(scanProblems(scanWith({}, { dpi: 72 }, { inkShare: 0 }))).toEqual([
    { code: 'scan.low-resolution', page: 2, measured: 72, limit: 150, detail: null },
    { code: 'scan.blank-page', page: 3, measured: 0, limit: 0.002, detail: null },
  ]);
});

test('a black letter beside a colour logbook is no grey scan', () => {
  expect(codesOf(scanWith({ colourShare: 0.9 }, { colourShare: 0 }))).toEqual([]);
});

test('a blank page has no say about colour', () => {
  expect(codesOf(scanWith({ colourShare: 0 }, { colourShare: 1, inkShare: 0 }))).toEqual(['scan.blank-page', 'scan.grey']);
});

test('a page with nothing on it is blank, a page with words and no image is not a scan', () => {
  const bare = { coveredShare: 0, dpi: null, inkShare: 0, colourShare: 0 };
  expect(codesOf(scanWith({ ...bare, drawn: false }))).toEqual(['scan.blank-page']);
  expect(codesOf(scanWith({ ...bare, drawn: true }))).toEqual(['scan.not-a-scan']);
});

test('the report tells the coarsest page and the most colourful one', () => {
  expect(scanReport(scanWith({ dpi: 300, colourShare: 0.1 }, { dpi: 200, colourShare: 0.7 }))).toEqual({
    ok: true,
    problems: [],
    pages: 2,
    bytes: 1000,
    sha256: '0'.repeat(64),
    minDpi: 200,
    colourShare: 0.7,
  });
});

test('every problem code can be reached', () => {
  const scans = [
    scanOf({ kind: 'not-a-pdf' }, 0),
    scanOf({ kind: 'not-a-pdf' }, MAX_SCAN_BYTES + 1),
    scanOf({ kind: 'not-a-pdf' }),
    scanOf({ kind: 'encrypted' }),
    scanOf({ kind: 'unreadable', cause: 'truncated' }),
    scanWith(),
    scanOf({ kind: 'read', pageCount: 51, pages: [], activeContent: ['launch'] }),
    scanWith({ inkShare: 0 }, { coveredShare: 0.1 }, { dpi: 10, colourShare: 0 }),
    scanWith({ colourShare: 0 }),
  ];
  expect(new Set(scans.flatMap(codesOf))).toEqual(new Set(SCAN_PROBLEM_CODES));
});
