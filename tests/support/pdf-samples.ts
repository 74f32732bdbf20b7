import { deflateSync } from 'node:zlib';
import pdfmake from 'pdfmake';
import { pdfFile, pdfStream, type PicturePage, picturePdf } from '#core/documents/image-pdf.ts';
import { A4, type PaperSize } from '#core/practice/drawn-sheet.ts';
import { logbookPage } from '#core/practice/sample-scan.ts';

/** A quarter of A4, for tests that open many scans. */
export const A6: PaperSize = { widthMm: 105, heightMm: 148 };
const SAMPLE_CHASSIS = 'MD2A11CY8JW000417';

type ScanOptions = Readonly<{
  dpi?: number | undefined;
  pages?: number | undefined;
  plate?: string | undefined;
  paper?: PaperSize | undefined;
}>;

export function colourScan({ pages = 1, ...options }: ScanOptions = {}): Buffer {
  return picturePdf(Array.from({ length: pages }, () => pageOf(options)));
}

export function lowResolutionScan(options: ScanOptions = {}): Buffer {
  return colourScan({ dpi: 100, ...options });
}

/** A photocopy: the same page, every pixel a grey. */
export function greyScan(options: ScanOptions = {}): Buffer {
  const page = pageOf(options);
  const pixels = page.pixels.map((_, at, all) => all[at - (at % 3)] ?? 0);
  return picturePdf([{ ...page, pixels }]);
}

/** Blue logbook paper with nothing on it. */
export function blankScan(options: ScanOptions = {}): Buffer {
  const page = pageOf(options);
  return picturePdf([{ ...page, pixels: page.pixels.map((_, at) => [205, 223, 241][at % 3] ?? 0) }]);
}

/** As most scanners send it. The encoder knows only 8 × 8 blocks of one colour, which is enough to see paper, bands and plate. */
export function jpegScan({ grey = false, ...options }: ScanOptions & Readonly<{ grey?: boolean | undefined }> = {}): Buffer {
  const page = pageOf(options);
  const colours = grey ? '/DeviceGray' : '/DeviceRGB';
  return imagePage(page, [{ ...page, entries: `/ColorSpace${colours}/BitsPerComponent 8/Filter/DCTDecode`, data: flatJpeg(page, grey) }]);
}

/** As large scanners send it: each page in several images, one below the other. */
export function stripScan({ strips = 5, ...options }: ScanOptions & Readonly<{ strips?: number | undefined }> = {}): Buffer {
  const page = pageOf(options);
  const rows = Math.ceil(page.pixelsHigh / strips);
  const images = Array.from({ length: strips }, (_, index) => {
    const pixels = page.pixels.subarray(index * rows * page.pixelsWide * 3, (index + 1) * rows * page.pixelsWide * 3);
    const pixelsHigh = pixels.length / 3 / page.pixelsWide;
    return {
      pixelsWide: page.pixelsWide,
      pixelsHigh,
      entries: '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode',
      data: deflateSync(pixels),
    };
  });
  return imagePage(page, images);
}

/** As some programs wrap a scan: the image stands in a form, half its size, that the page paints at twice its own. */
export function formScan(options: ScanOptions = {}): Buffer {
  const page = pageOf(options);
  const [width, height] = [(page.widthMm * 72) / 25.4, (page.heightMm * 72) / 25.4];
  const form = `/Type/XObject/Subtype/Form/BBox[0 0 ${width} ${height}]/Matrix[0.5 0 0 0.5 0 0]/Resources<</XObject<</I 6 0 R>>>>`;
  return pdfFile([
    CATALOG,
    PAGES,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>`,
    pdfStream('', Buffer.from('q 2 0 0 2 0 0 cm /F Do Q')),
    pdfStream(form, Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /I Do Q`)),
    imageObject({ ...page, entries: '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode', data: deflateSync(page.pixels) }),
  ]);
}

/** Black and white, one bit a pixel: as an image, or as a stencil through which black is painted. */
export function bilevelScan({ stencil = false, ...options }: ScanOptions & Readonly<{ stencil?: boolean | undefined }> = {}): Buffer {
  const page = pageOf(options);
  const bytesPerRow = Math.ceil(page.pixelsWide / 8);
  const bits = new Uint8Array(bytesPerRow * page.pixelsHigh);
  for (let pixel = 0; pixel < page.pixelsWide * page.pixelsHigh; pixel += 1) {
    const column = pixel % page.pixelsWide;
    const at = Math.floor(pixel / page.pixelsWide) * bytesPerRow + (column >> 3);
    if ((page.pixels[pixel * 3] ?? 0) > 128) bits[at] = (bits[at] ?? 0) | (0x80 >> (column & 7));
  }
  const kind = stencil ? '/ImageMask true/BitsPerComponent 1' : '/ColorSpace/DeviceGray/BitsPerComponent 1';
  return imagePage(page, [{ ...page, entries: `${kind}/Filter/FlateDecode`, data: deflateSync(bits) }]);
}

/** An invoice as a program writes it: words, and no picture. */
export function textPdf(): Buffer {
  return onePage({ content: 'BT /F 14 Tf 60 760 Td (Invoice 417: transfer fee 1,660) Tj ET' });
}

export function emptyPagePdf(): Buffer {
  return onePage({ content: '' });
}

export function noPagesPdf(): Buffer {
  return pdfFile(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 0/Kids[]>>']);
}

export function javascriptPdf(): Buffer {
  return onePage({ content: '', catalogEntries: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' });
}

/** The same, with the action's name spelled in hex and packed out of sight into an object stream. */
export function hiddenJavascriptPdf(): Buffer {
  const packed = deflateSync(Buffer.from('9 0 <</S/J#61vaScript/JS(app.alert\\(1\\))>>'));
  return objectStreamPdf(packed);
}

/** `packed` is the compressed content of a stream of objects. */
export function objectStreamPdf(packed: Uint8Array): Buffer {
  return onePage({ content: '', objects: [pdfStream('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', packed)] });
}

export function launchPdf(): Buffer {
  return onePage({ content: '', catalogEntries: '/OpenAction<</S/Launch/F(cmd.exe)>>' });
}

export function embeddedFilePdf(): Buffer {
  const names = '/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F 6 0 R>>>>]>>>>';
  return onePage({ content: '', catalogEntries: names, objects: [pdfStream('/Type/EmbeddedFile', Buffer.from('MZ'))] });
}

/** Opens only with a password. */
export function encryptedPdf(): Promise<Buffer> {
  return lockedPdf({ userPassword: 'siri' });
}

/** Opens for everybody but forbids printing. */
export function ownerLockedPdf(): Promise<Buffer> {
  return lockedPdf({ ownerPassword: 'siri', permissions: {} });
}

/** Not a PDF, whatever its name says. */
export function notAPdf(): Buffer {
  return Buffer.from('This is a letter that somebody renamed to logbook.pdf.\n');
}

export function truncated(pdf: Buffer, share = 0.6): Buffer {
  return pdf.subarray(0, Math.floor(pdf.length * share));
}

/** Its table of objects names itself as the one before it. */
export function xrefLoopPdf(): Buffer {
  const head = '%PDF-1.7\n';
  return Buffer.from(
    `${head}xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 9 0 R/Prev ${head.length}>>\nstartxref\n${head.length}\n%%EOF\n`,
  );
}

/** An image that says it is 40,000 × 40,000, in 100 kB. */
export function imageBombPdf(): Buffer {
  const entries = '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode';
  return imagePage(A4, [{ pixelsWide: 40_000, pixelsHigh: 40_000, entries, data: deflateSync(Buffer.alloc(1e8)) }]);
}

/** The page says the image is small; the JPEG itself says 40,000 × 40,000, and a decoder that believes it wants 10 GB. */
export function jpegBombPdf(): Buffer {
  const jpeg = flatJpeg({ pixels: new Uint8Array(64 * 3), pixelsWide: 8, pixelsHigh: 8 }, false);
  const size = jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 5;
  jpeg.writeUInt16BE(40_000, size);
  jpeg.writeUInt16BE(40_000, size + 2);
  const entries = '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode';
  return imagePage(A4, [{ pixelsWide: 100, pixelsHigh: 100, entries, data: jpeg }]);
}

/** A page description of a few kB that unpacks to 400 MB of spaces. */
export function contentBombPdf(): Buffer {
  const twice = deflateSync(deflateSync(Buffer.alloc(4e8, ' ')));
  return pdfFile([CATALOG, PAGES, PAGE, pdfStream('/Filter[/FlateDecode/FlateDecode]', twice)]);
}

function pageOf({ dpi = 200, plate = 'KMFP 324B', paper = A4 }: ScanOptions): PicturePage {
  return logbookPage({ ...paper, dpi, plate, chassis: SAMPLE_CHASSIS });
}

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const PAGES = '<</Type/Pages/Count 1/Kids[3 0 R]>>';
const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>';

type OnePage = Readonly<{ content: string; catalogEntries?: string | undefined; objects?: readonly Buffer[] | undefined }>;

/** Objects 1 to 5 are the page and its font; those in `objects` follow from 6. */
function onePage({ content, catalogEntries = '', objects = [] }: OnePage): Buffer {
  return pdfFile([
    CATALOG.replace('/Catalog', `/Catalog${catalogEntries}`),
    PAGES,
    PAGE.replace('/Page/', '/Page/Resources<</Font<</F 5 0 R>>>>/'),
    pdfStream('', Buffer.from(content)),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...objects,
  ]);
}

type Size = Pick<PicturePage, 'pixelsWide' | 'pixelsHigh'>;
type Image = Size & Readonly<{ entries: string; data: Uint8Array }>;

/** Fills a page with the images, one below the other, each as high as its share of the rows. */
function imagePage({ widthMm, heightMm }: PaperSize, images: readonly Image[]): Buffer {
  const [width, height] = [(widthMm * 72) / 25.4, (heightMm * 72) / 25.4];
  const allRows = images.reduce((rows, { pixelsHigh }) => rows + pixelsHigh, 0);
  let bottom = height;
  const paints = images.map(({ pixelsHigh }, index) => {
    const high = (height * pixelsHigh) / allRows;
    bottom -= high;
    return `q ${width} 0 0 ${high} 0 ${bottom.toFixed(6)} cm /I${index} Do Q`;
  });
  const names = images.map((_, index) => `/I${index} ${5 + index} 0 R`).join('');
  return pdfFile([
    CATALOG,
    PAGES,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R/Resources<</XObject<<${names}>>>>>>`,
    pdfStream('', Buffer.from(paints.join('\n'))),
    ...images.map(imageObject),
  ]);
}

function imageObject({ pixelsWide, pixelsHigh, entries, data }: Image): Buffer {
  return pdfStream(`/Type/XObject/Subtype/Image/Width ${pixelsWide}/Height ${pixelsHigh}${entries}`, data);
}

async function lockedPdf(locks: Readonly<{ userPassword?: string; ownerPassword?: string; permissions?: object }>): Promise<Buffer> {
  pdfmake.setFonts({ Helvetica: { normal: 'Helvetica' } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === 'Helvetica');
  return pdfmake.createPdf({ content: 'Logbook', defaultStyle: { font: 'Helvetica' }, ...locks }).getBuffer();
}

/** Baseline JPEG (ITU T.81) in its smallest form: no subsampling, and of each 8 × 8 block only the average, taken at its middle. */
function flatJpeg({ pixels, pixelsWide, pixelsHigh }: Size & Readonly<{ pixels: Uint8Array }>, grey: boolean): Buffer {
  const components = grey ? [1] : [1, 2, 3];
  const bits: string[] = [];
  const before = [0, 0, 0];
  for (let row = 0; row < pixelsHigh; row += 8) {
    for (let column = 0; column < pixelsWide; column += 8) {
      const at = (Math.min(row + 4, pixelsHigh - 1) * pixelsWide + Math.min(column + 4, pixelsWide - 1)) * 3;
      const levels = jpegLevels(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
      for (const index of components.keys()) {
        const level = levels[index] ?? 0;
        bits.push(jpegStep(level - (before[index] ?? 0)));
        before[index] = level;
      }
    }
  }
  const frame = [
    8,
    pixelsHigh >> 8,
    pixelsHigh & 255,
    pixelsWide >> 8,
    pixelsWide & 255,
    components.length,
    ...components.flatMap((id) => [id, 0x11, 0]),
  ];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
    jpegSegment(0xc0, frame),
    jpegSegment(0xc4, [0x00, 0, 0, 0, 12, ...Array.from({ length: 12 }, () => 0), ...Array.from({ length: 12 }, (_, size) => size)]),
    jpegSegment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    jpegSegment(0xda, [components.length, ...components.flatMap((id) => [id, 0]), 0, 63, 0]),
    jpegBytes(bits.join('')),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function jpegLevels(red: number, green: number, blue: number): readonly number[] {
  const y = 0.299 * red + 0.587 * green + 0.114 * blue;
  return [y - 128, (blue - y) * 0.564, (red - y) * 0.713].map(Math.round);
}

/** The size of the step in four bits, the step itself, and one bit that ends the block. */
function jpegStep(step: number): string {
  const size = step === 0 ? 0 : Math.floor(Math.log2(Math.abs(step))) + 1;
  const value = step < 0 ? step + 2 ** size - 1 : step;
  return size.toString(2).padStart(4, '0') + (size === 0 ? '' : value.toString(2).padStart(size, '0')) + '0';
}

function jpegSegment(marker: number, body: readonly number[]): Buffer {
  return Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]);
}

function jpegBytes(bits: string): Buffer {
  const bytes = (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '1'), 2));
  return Buffer.from(bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte])));
}
