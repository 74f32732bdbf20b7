import type { MeasuredPage } from '#shared/domain/scan.ts';

/** [a b c d e f] as in PDF: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The visible part of a page, in points (1/72 inch). */
type PageBox = Readonly<{ left: number; bottom: number; width: number; height: number }>;

export type PlacedImage = Readonly<{
  /** Takes the unit square, on which PDF paints every image, to the page. */
  toPage: Matrix;
  pixelsWide: number;
  pixelsHigh: number;
  /** Red, green and blue of one pixel as 0xRRGGBB; null where what lies below shows through. Row 0 is the top row. */
  colourAt: (column: number, row: number) => number | null;
}>;

/** About one cell for each millimetre of A4: enough to see ink and colour, and it makes any page cheap to measure. */
const CELLS_ON_LONG_SIDE = 256;
const A4_LONG_SIDE_POINTS = 842;
const POINTS_PER_INCH = 72;
/** Scanners leave shadows along the edges; they are not writing. */
const IGNORED_EDGE_SHARE = 0.04;
/** Of 255; wide enough to pass over paper grain and compression. */
const INK_LUMA_STEP = 32;
/** Largest minus smallest of red, green and blue, of 255; wide enough to pass over the white balance and compression of a grey page. */
const COLOUR_CHROMA = 20;
const WHITE = 0xffffff;

/**
 * A page seen from afar: a small grid of cells, each with the colour last painted there and the finest resolution of the images below it.
 * Painting into one grid makes strips, overlapping layers and turned images all count as what the eye sees.
 */
export class PageRaster {
  readonly #box: PageBox;
  readonly #columns: number;
  readonly #rows: number;
  readonly #colours: Uint32Array;
  /** 0 where no image covers the cell. */
  readonly #dpis: Float64Array;

  constructor(box: PageBox) {
    const cellsPerPoint = CELLS_ON_LONG_SIDE / Math.max(box.width, box.height);
    this.#box = box;
    this.#columns = Math.max(1, Math.round(box.width * cellsPerPoint));
    this.#rows = Math.max(1, Math.round(box.height * cellsPerPoint));
    this.#colours = new Uint32Array(this.#columns * this.#rows).fill(WHITE);
    this.#dpis = new Float64Array(this.#columns * this.#rows);
  }

  paint(image: PlacedImage): void {
    const toImage = inverse(image.toPage);
    if (toImage === null) return;
    const dpi = dpiOf(image, this.#box);
    for (let cell = 0; cell < this.#colours.length; cell += 1) {
      const [x, y] = apply(toImage, this.#centre(cell));
      if (x < 0 || x >= 1 || y < 0 || y >= 1) continue;
      const colour = image.colourAt(Math.floor(x * image.pixelsWide), Math.floor((1 - y) * image.pixelsHigh));
      this.#dpis[cell] = Math.max(this.#dpis[cell] ?? 0, dpi);
      if (colour !== null) this.#colours[cell] = colour;
    }
  }

  measure(): Omit<MeasuredPage, 'drawn'> {
    const covered = this.#cells().filter(({ dpi }) => dpi > 0);
    const coarsest = covered.reduce((least, { dpi }) => Math.min(least, dpi), Infinity);
    return {
      coveredShare: covered.length / this.#colours.length,
      dpi: covered.length === 0 ? null : Math.round(coarsest),
      inkShare: inkShare(covered.filter(({ onEdge }) => !onEdge).map(({ colour }) => luma(colour))),
      colourShare: share(covered, ({ colour }) => chroma(colour) >= COLOUR_CHROMA),
    };
  }

  #centre(cell: number): readonly [number, number] {
    const column = cell % this.#columns;
    const row = Math.floor(cell / this.#columns);
    const { left, bottom, width, height } = this.#box;
    return [left + ((column + 0.5) / this.#columns) * width, bottom + (1 - (row + 0.5) / this.#rows) * height];
  }

  #cells(): readonly Readonly<{ colour: number; dpi: number; onEdge: boolean }>[] {
    return Array.from(this.#colours, (colour, cell) => {
      const fromLeft = ((cell % this.#columns) + 0.5) / this.#columns;
      const fromTop = (Math.floor(cell / this.#columns) + 0.5) / this.#rows;
      const toEdge = Math.min(fromLeft, 1 - fromLeft, fromTop, 1 - fromTop);
      return { colour, dpi: this.#dpis[cell] ?? 0, onEdge: toEdge < IGNORED_EDGE_SHARE };
    });
  }
}

/**
 * Image pixels for an inch of paper. Phone programs that make one point of every pixel give pages a metre tall; no logbook is larger
 * than A4, so a larger page counts as A4.
 */
function dpiOf({ toPage: [a, b, c, d], pixelsWide, pixelsHigh }: PlacedImage, box: PageBox): number {
  const enlarged = Math.max(1, Math.max(box.width, box.height) / A4_LONG_SIDE_POINTS);
  const pixelsPerPoint = Math.min(pixelsWide / Math.hypot(a, b), pixelsHigh / Math.hypot(c, d));
  return pixelsPerPoint * POINTS_PER_INCH * enlarged;
}

/** Share of the lumas that stand out from the paper; the paper is the median, so tinted paper is paper too. */
function inkShare(lumas: readonly number[]): number {
  const paper = lumas.toSorted((a, b) => a - b)[Math.floor(lumas.length / 2)] ?? 0;
  return share(lumas, (value) => Math.abs(value - paper) > INK_LUMA_STEP);
}

function share<T>(all: readonly T[], isCounted: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(isCounted).length / all.length;
}

function luma(colour: number): number {
  return 0.299 * (colour >> 16) + 0.587 * ((colour >> 8) & 0xff) + 0.114 * (colour & 0xff);
}

function chroma(colour: number): number {
  const parts = [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
  return Math.max(...parts) - Math.min(...parts);
}

function apply([a, b, c, d, e, f]: Matrix, [x, y]: readonly [number, number]): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function inverse([a, b, c, d, e, f]: Matrix): Matrix | null {
  const scale = a * d - b * c;
  if (scale === 0 || !Number.isFinite(scale)) return null;
  return [d / scale, -b / scale, -c / scale, a / scale, (c * f - d * e) / scale, (b * e - a * f) / scale];
}
