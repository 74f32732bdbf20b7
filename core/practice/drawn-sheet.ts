import type { PicturePage } from '#core/documents/image-pdf.ts';

export type PaperSize = Readonly<{ widthMm: number; heightMm: number }>;
export type Rgb = readonly [number, number, number];

export const A4: PaperSize = { widthMm: 210, heightMm: 297 };
export const INK: Rgb = [34, 36, 44];
export const NAVY: Rgb = [23, 58, 112];

const MM_PER_INCH = 25.4;
const GLASS: Rgb = [246, 246, 243];

/**
 * Each glyph is a set of pen strokes on a grid 4 wide and 6 high with y downwards: two digits a point, a space lifts the pen.
 * Drawn strokes need no font file and stay smooth at any resolution.
 */
const GLYPHS: Readonly<Record<string, string>> = {
  A: '0602204246 0444',
  B: '0006 003041423303 3344453606',
  C: '4130100105163645',
  D: '0006 003041453606',
  E: '40000646 0333',
  F: '400006 0333',
  G: '41301001051636454323',
  H: '0006 4046 0343',
  I: '2026 1030 1636',
  J: '4045361605',
  K: '0006 400346',
  L: '000646',
  M: '0600234046',
  N: '06004640',
  O: '103041453616050110',
  P: '06003041423303',
  Q: '103041453616050110 2446',
  R: '06003041423303 2346',
  S: '413010010213334445361605',
  T: '0040 2026',
  U: '000516364540',
  V: '002640',
  W: '0016233640',
  X: '0046 4006',
  Y: '002340 2326',
  Z: '00400646',
  0: '103041453616050110',
  1: '112026 1636',
  2: '01103041420646',
  3: '0110304142334445361605 2333',
  4: '36300444',
  5: '400003334445361605',
  6: '4130100105163645443303',
  7: '004016',
  8: '103041423313020110 1304051636454433',
  9: '0516364541301001021343',
  '-': '1333',
  '.': '2526',
  '/': '0640',
  ':': '2122 2526',
};

/** From one glyph to the next, for a height of 1. */
export const GLYPH_STEP = 5.6 / 6;

type Point = readonly [number, number];
type Box = Readonly<{ x: number; y: number; wide: number; high: number }>;
type Writing = Readonly<{ x: number; y: number; high: number; pen: number; ink: Rgb; rise?: number | undefined }>;

/** A sheet on the scanner's glass, measured in millimetres from its top left corner. */
export class Sheet {
  readonly #paper: PaperSize;
  readonly #pixelsWide: number;
  readonly #pixelsHigh: number;
  readonly #pixelsPerMm: number;
  readonly #pixels: Uint8Array;

  constructor({ widthMm, heightMm, dpi }: PaperSize & Readonly<{ dpi: number }>, enlarged: number) {
    this.#paper = { widthMm, heightMm };
    this.#pixelsWide = Math.round((widthMm * dpi) / MM_PER_INCH);
    this.#pixelsHigh = Math.round((heightMm * dpi) / MM_PER_INCH);
    this.#pixelsPerMm = (dpi / MM_PER_INCH) * enlarged;
    this.#pixels = Buffer.alloc(this.#pixelsWide * this.#pixelsHigh * 3, Uint8Array.from(GLASS));
  }

  picture(): PicturePage {
    return { pixels: this.#pixels, pixelsWide: this.#pixelsWide, pixelsHigh: this.#pixelsHigh, ...this.#paper };
  }

  fill(box: Box, colourAt: (xMm: number, yMm: number) => Rgb): void {
    this.#each(box, (xMm, yMm) => ({ colour: colourAt(xMm, yMm), cover: 1 }));
  }

  /** `rise` tilts the line of writing upwards, in millimetres for each millimetre. */
  write(text: string, { x, y, high, pen, ink, rise = 0 }: Writing): void {
    const unit = high / 6;
    for (const [index, char] of [...text.toUpperCase()].entries()) {
      const left = x + index * GLYPH_STEP * high;
      for (const stroke of (GLYPHS[char] ?? '').split(' ')) {
        const points = stroke.match(/\d\d/g) ?? [];
        this.draw(
          points.map((point) => this.#onLine(left + Number(point[0]) * unit, y + Number(point[1]) * unit, { x, rise })),
          pen,
          ink,
        );
      }
    }
  }

  #onLine(x: number, y: number, line: Readonly<{ x: number; rise: number }>): Point {
    return [x, y - (x - line.x) * line.rise];
  }

  draw(points: readonly Point[], penMm: number, ink: Rgb): void {
    for (const [index, to] of points.entries()) {
      const from = points[index - 1];
      if (from !== undefined) this.#drawLine(from, to, { penMm, ink });
    }
  }

  #drawLine([x1, y1]: Point, [x2, y2]: Point, { penMm, ink }: Readonly<{ penMm: number; ink: Rgb }>): void {
    const softMm = 1 / this.#pixelsPerMm;
    const reach = penMm / 2 + softMm;
    const lengthSquared = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1;
    const box = {
      x: Math.min(x1, x2) - reach,
      y: Math.min(y1, y2) - reach,
      wide: Math.abs(x2 - x1) + 2 * reach,
      high: Math.abs(y2 - y1) + 2 * reach,
    };
    this.#each(box, (x, y) => {
      const along = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / lengthSquared));
      const distance = Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
      return { colour: ink, cover: Math.min(1, Math.max(0, (penMm / 2 - distance) / softMm + 0.5)) };
    });
  }

  #each({ x, y, wide, high }: Box, brush: (xMm: number, yMm: number) => Readonly<{ colour: Rgb; cover: number }>): void {
    const scale = this.#pixelsPerMm;
    const [firstColumn, firstRow] = [Math.max(0, Math.round(x * scale)), Math.max(0, Math.round(y * scale))];
    const lastColumn = Math.min(this.#pixelsWide, Math.round((x + wide) * scale));
    const lastRow = Math.min(this.#pixelsHigh, Math.round((y + high) * scale));
    for (let row = firstRow; row < lastRow; row += 1) {
      for (let column = firstColumn; column < lastColumn; column += 1) {
        const { colour, cover } = brush((column + 0.5) / scale, (row + 0.5) / scale);
        this.#blend((row * this.#pixelsWide + column) * 3, colour, cover);
      }
    }
  }

  #blend(at: number, colour: Rgb, cover: number): void {
    if (cover === 0) return;
    for (const [part, value] of colour.entries()) {
      const below = this.#pixels[at + part] ?? 0;
      this.#pixels[at + part] = below + (value - below) * cover;
    }
  }
}
