import { assertNever } from '../base/assert-never.ts';

/*
 * DOMAIN §4.4 names the checks but no figures. Those below are our own, set so that the plain cases fall clearly on either side; scans
 * from real offices should confirm them.
 */

/** 20 MB, the limit of the upload step (issue 2, item 6). */
export const MAX_SCAN_BYTES = 20_000_000;
/** One file may hold all originals of a forced transfer (DOMAIN §4.3), some of several pages; 50 leaves room for all. */
export const MAX_SCAN_PAGES = 50;
/** At 150 dpi a letter of 6-point print is about 9 pixels high, little enough for a chassis number (DOMAIN §4.4, "unreadable scan"). */
const MIN_SCAN_DPI = 150;
/** More than half of the page: a small booklet laid on A4 glass passes, an invoice with a logo does not (DOMAIN §4.4). */
const MIN_COVERED_SHARE = 0.5;
/** 0.2 % of the page: about one printed line on A4; dust on the glass is less (DOMAIN §4.4, "blank page"). */
const MIN_INK_SHARE = 0.002;
/** 2 %: more than the colour fringes of black print, and the blue paper of a logbook (DOMAIN §3.3) is most of the page. */
const MIN_COLOUR_SHARE = 0.02;

export const SCAN_PROBLEM_CODES = [
  'scan.empty',
  'scan.too-large',
  'scan.not-a-pdf',
  'scan.encrypted',
  'scan.unreadable',
  'scan.no-pages',
  'scan.too-many-pages',
  'scan.blank-page',
  'scan.grey',
  'scan.low-resolution',
  'scan.not-a-scan',
  'scan.active-content',
] as const;
export type ScanProblemCode = (typeof SCAN_PROBLEM_CODES)[number];

export type UnreadableCause = 'damaged' | 'truncated' | 'too-slow' | 'too-much-memory';
export type ActiveContent = 'javascript' | 'launch' | 'embedded-file';

/**
 * Why a scan is refused. `measured` and `limit` share one unit, given by the code: bytes (too-large), pages (too-many-pages),
 * dpi (low-resolution), share of the page from 0 to 1 (blank-page: ink; grey: colour; not-a-scan: covered by an image).
 */
export type ScanProblem = Readonly<{
  code: ScanProblemCode;
  /** Counted from 1; null where the problem is the whole file's. */
  page: number | null;
  measured: number | null;
  limit: number | null;
  detail: UnreadableCause | ActiveContent | null;
}>;

export type ScanReport = Readonly<{
  ok: boolean;
  problems: readonly ScanProblem[];
  pages: number;
  bytes: number;
  /** SHA-256 of the file, 64 hex digits. */
  sha256: string;
  /** The coarsest place of any page, in image pixels for an inch of paper; null where no page could be measured. */
  minDpi: number | null;
  /** Coloured share (0 to 1) of the most colourful page. */
  colourShare: number;
}>;

/** What one page shows. The shares go from 0 to 1; `dpi` is null on a page without an image. */
export type MeasuredPage = Readonly<{
  coveredShare: number;
  dpi: number | null;
  inkShare: number;
  colourShare: number;
  /** Something is drawn on the page, be it text, lines or an image. */
  drawn: boolean;
}>;

export type ScanContents =
  | Readonly<{ kind: 'not-a-pdf' | 'encrypted' }>
  | Readonly<{ kind: 'unreadable'; cause: UnreadableCause }>
  | Readonly<{
      kind: 'read';
      pageCount: number;
      /** Empty where there are more pages than anybody would measure. */
      pages: readonly MeasuredPage[];
      activeContent: readonly ActiveContent[];
    }>;

export type MeasuredScan = Readonly<{ bytes: number; sha256: string; contents: ScanContents }>;

export function scanReport(scan: MeasuredScan): ScanReport {
  const { bytes, sha256, contents } = scan;
  const problems = scanProblems(scan);
  const pages = contents.kind === 'read' ? contents.pages : [];
  const dpis = pages.flatMap(({ dpi }) => (dpi === null ? [] : [dpi]));
  return {
    ok: problems.length === 0,
    problems,
    pages: contents.kind === 'read' ? contents.pageCount : 0,
    bytes,
    sha256,
    minDpi: dpis.length === 0 ? null : Math.min(...dpis),
    colourShare: mostColour(pages),
  };
}

/** The pre-submit checks of DOMAIN §4.4, decided from measurements alone. */
export function scanProblems({ bytes, contents }: MeasuredScan): readonly ScanProblem[] {
  if (bytes === 0) return [problem('scan.empty')];
  if (bytes > MAX_SCAN_BYTES) return [problem('scan.too-large', { measured: bytes, limit: MAX_SCAN_BYTES })];
  switch (contents.kind) {
    case 'not-a-pdf':
      return [problem('scan.not-a-pdf')];
    case 'encrypted':
      return [problem('scan.encrypted')];
    case 'unreadable':
      return [problem('scan.unreadable', { detail: contents.cause })];
    case 'read':
      return [...activeContentProblems(contents.activeContent), ...pageProblems(contents.pageCount, contents.pages)];
    default:
      return assertNever(contents);
  }
}

function activeContentProblems(found: readonly ActiveContent[]): readonly ScanProblem[] {
  return found.map((detail) => problem('scan.active-content', { detail }));
}

function pageProblems(pageCount: number, pages: readonly MeasuredPage[]): readonly ScanProblem[] {
  if (pageCount === 0) return [problem('scan.no-pages')];
  if (pageCount > MAX_SCAN_PAGES) return [problem('scan.too-many-pages', { measured: pageCount, limit: MAX_SCAN_PAGES })];
  const found = pages.flatMap((page, index) => problemsOfPage(page, index + 1));
  return [...found, ...colourProblem(pages)];
}

function problemsOfPage(page: MeasuredPage, number: number): readonly ScanProblem[] {
  const { coveredShare, dpi, inkShare, drawn } = page;
  const isScan = coveredShare >= MIN_COVERED_SHARE;
  if (!drawn || (isScan && inkShare < MIN_INK_SHARE)) {
    return [problem('scan.blank-page', { page: number, measured: inkShare, limit: MIN_INK_SHARE })];
  }
  if (!isScan) return [problem('scan.not-a-scan', { page: number, measured: coveredShare, limit: MIN_COVERED_SHARE })];
  if (dpi !== null && dpi < MIN_SCAN_DPI) {
    return [problem('scan.low-resolution', { page: number, measured: dpi, limit: MIN_SCAN_DPI })];
  }
  return [];
}

/**
 * Colour is asked of the file, not of each page: a logbook and its discharge letter come in one PDF (DOMAIN §4.3), and a
 * letter typed in black has no colour even on a colour scanner. Without a scanned, written page there is nothing to judge.
 */
function colourProblem(pages: readonly MeasuredPage[]): readonly ScanProblem[] {
  const scanned = pages.filter((page) => page.coveredShare >= MIN_COVERED_SHARE && page.inkShare >= MIN_INK_SHARE);
  const measured = mostColour(scanned);
  if (scanned.length === 0 || measured >= MIN_COLOUR_SHARE) return [];
  return [problem('scan.grey', { measured, limit: MIN_COLOUR_SHARE })];
}

function mostColour(pages: readonly MeasuredPage[]): number {
  return Math.max(0, ...pages.map(({ colourShare }) => colourShare));
}

function problem(code: ScanProblemCode, facts: Partial<Omit<ScanProblem, 'code'>> = {}): ScanProblem {
  return { code, page: null, measured: null, limit: null, detail: null, ...facts };
}
