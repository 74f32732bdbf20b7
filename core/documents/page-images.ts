import { ImageKind, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Matrix, PlacedImage } from './page-raster.ts';

type DecodedImage = Readonly<{ width: number; height: number; kind?: number | undefined; data: Uint8Array }>;
type OperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const BLACK = 0x000000;
const WHITE = 0xffffff;
const DRAWING = new Set<number>([
  OPS.constructPath,
  OPS.shadingFill,
  OPS.showText,
  OPS.showSpacedText,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
]);

export function drawsSomething({ fnArray }: OperatorList): boolean {
  return fnArray.some((operator) => DRAWING.has(operator));
}

/** The images of a page with the place of each, in the order in which they are painted. Throws where one does not decode. */
export async function* placedImages(page: PDFPageProxy, { fnArray, argsArray }: OperatorList): AsyncGenerator<PlacedImage> {
  const saved: Matrix[] = [];
  let toPage = IDENTITY;
  for (const [index, operator] of fnArray.entries()) {
    const operands: readonly unknown[] = argsArray[index] ?? [];
    switch (operator) {
      case OPS.save:
        saved.push(toPage);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        toPage = saved.pop() ?? IDENTITY;
        break;
      case OPS.transform:
        toPage = product(toPage, matrixOf(operands));
        break;
      case OPS.paintFormXObjectBegin:
        saved.push(toPage);
        toPage = product(toPage, matrixOf(operands[0]));
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        yield placed(await decodedImage(page, operands[0]), toPage);
        break;
    }
  }
}

/** An operand is the image itself, the id under which the library keeps it, or (for a stencil) an object that holds the id as `data`. */
async function decodedImage(page: PDFPageProxy, operand: unknown): Promise<DecodedImage> {
  if (typeof operand === 'string') return decodedImage(page, await kept(page, operand));
  if (typeof operand !== 'object' || operand === null || !('data' in operand)) throw new Error('an image does not decode');
  if (typeof operand.data !== 'string') return operand as DecodedImage;
  return decodedImage(page, operand.data);
}

function kept(page: PDFPageProxy, id: string): Promise<unknown> {
  const shared = id.startsWith('g_');
  return new Promise((resolve, reject) => (shared ? page.commonObjs : page.objs).get(id, resolve, reject));
}

function placed(image: DecodedImage, toPage: Matrix): PlacedImage {
  // What is missing of an image would be measured as black; a bomb says it is huge and brings little.
  if (image.data.length < bytesOf(image)) throw new Error('an image is shorter than its size');
  return { toPage, pixelsWide: image.width, pixelsHigh: image.height, colourAt: colourReader(image) };
}

function bytesOf({ width, height, kind }: DecodedImage): number {
  switch (kind) {
    case ImageKind.RGB_24BPP:
      return width * height * 3;
    case ImageKind.RGBA_32BPP:
      return width * height * 4;
    default:
      return bitmapRowBytes(width) * height;
  }
}

function bitmapRowBytes(width: number): number {
  return (width + 7) >> 3;
}

function colourReader({ data, width, kind }: DecodedImage): PlacedImage['colourAt'] {
  const bytesPerRow = bitmapRowBytes(width);
  const bit = (column: number, row: number): number => ((data[row * bytesPerRow + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1;
  const rgb = (at: number): number => ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
  switch (kind) {
    case ImageKind.RGB_24BPP:
      return (column, row) => rgb((row * width + column) * 3);
    case ImageKind.RGBA_32BPP:
      return (column, row) => {
        const at = (row * width + column) * 4;
        return (data[at + 3] ?? 0) < 128 ? null : rgb(at);
      };
    case ImageKind.GRAYSCALE_1BPP:
      return (column, row) => (bit(column, row) === 1 ? WHITE : BLACK);
    default:
      // A stencil has no kind: its 0 bits are painted with the current colour, which for a bilevel scan is black.
      return (column, row) => (bit(column, row) === 1 ? null : BLACK);
  }
}

function matrixOf(operand: unknown): Matrix {
  if (operand === null || operand === undefined) return IDENTITY;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operand as readonly number[];
  return [a, b, c, d, e, f];
}

/** The matrix that applies `inner` first and `outer` after it. */
function product([a, b, c, d, e, f]: Matrix, [u, v, w, x, y, z]: Matrix): Matrix {
  return [a * u + c * v, b * u + d * v, a * w + c * x, b * w + d * x, a * y + c * z + e, b * y + d * z + f];
}
