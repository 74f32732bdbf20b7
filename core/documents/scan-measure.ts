import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { AnnotationMode, getDocument, PasswordException, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ActiveContent, MAX_SCAN_PAGES, type MeasuredPage, type ScanContents } from '#shared/domain/scan.ts';
import { activeContentOf } from './active-content.ts';
import { drawsSomething, placedImages } from './page-images.ts';
import { PageRaster } from './page-raster.ts';

/** A PDF ends in %%EOF, with at most this much after it (ISO 32000-1, annex H.3, note 18); without it the end is missing. */
const END_MARK_WITHIN_BYTES = 1024;

const libraryFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Opens the file and measures every page; the content decides what the file is, never its name. `onPage` is called after each page. */
export async function measureScan(file: Buffer, onPage: () => void): Promise<ScanContents> {
  // A header that comes later than the first byte is how one file passes for two kinds.
  if (file.toString('latin1', 0, 5) !== '%PDF-') return { kind: 'not-a-pdf' };
  if (!file.subarray(-END_MARK_WITHIN_BYTES).includes('%%EOF')) return { kind: 'unreadable', cause: 'truncated' };
  try {
    return await measureOpened(file, onPage);
  } catch (error) {
    if (error instanceof PasswordException) return { kind: 'encrypted' };
    return { kind: 'unreadable', cause: 'damaged' };
  }
}

async function measureOpened(file: Buffer, onPage: () => void): Promise<ScanContents> {
  const document = await open(file);
  if (await isEncrypted(document)) return { kind: 'encrypted' };
  const pageCount = document.numPages;
  const activeContent = await allActiveContent(document, file);
  const pages: MeasuredPage[] = [];
  for (let number = 1; number <= pageCount && pageCount <= MAX_SCAN_PAGES; number += 1) {
    pages.push(await measurePage(await document.getPage(number)));
    onPage();
  }
  return { kind: 'read', pageCount, pages, activeContent };
}

function open(file: Buffer): Promise<PDFDocumentProxy> {
  return getDocument({
    // The library takes its bytes for itself, and they are read once more for active content.
    data: new Uint8Array(file),
    wasmUrl: join(libraryFolder, 'wasm') + sep,
    // No maxImageSize: the library would leave an image over it out, and the page would pass for an empty one. The host watches the
    // memory instead, which also sees a small image whose data unpack to a large one.
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
  }).promise;
}

/** True too for a file that opens without a password but forbids printing or copying: the registrar must be able to do both. */
async function isEncrypted(document: PDFDocumentProxy): Promise<boolean> {
  const { info } = await document.getMetadata();
  return 'EncryptFilterName' in info && info.EncryptFilterName !== null;
}

async function allActiveContent(document: PDFDocumentProxy, file: Buffer): Promise<readonly ActiveContent[]> {
  const found = new Set(activeContentOf(file));
  if ((await document.getJSActions()) !== null) found.add('javascript');
  if ((await document.getAttachments()) !== null) found.add('embedded-file');
  return [...found];
}

async function measurePage(page: PDFPageProxy): Promise<MeasuredPage> {
  const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view.map((edge) => Number(edge) * page.userUnit);
  const raster = new PageRaster({ left, bottom, width: right - left, height: top - bottom });
  for await (const image of placedImages(page, operators)) raster.paint(image);
  page.cleanup();
  return { ...raster.measure(), drawn: drawsSomething(operators) };
}
