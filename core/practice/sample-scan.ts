import { type PicturePage, picturePdf } from '#core/documents/image-pdf.ts';

type SampleVehicle = Readonly<{ plate: string; chassis: string }>;
export type Paper = Readonly<{ widthMm: number; heightMm: number }>;
type Page = SampleVehicle & Paper & Readonly<{ dpi: number }>;
type Rgb = readonly [number, number, number];

export const A4: Paper = { widthMm: 210, heightMm: 297 };
/** Fine enough to read and to pass the checks, and under 1 MB. */
const PRACTICE_DPI = 200;

const MM_PER_INCH = 25.4;
const GLASS: Rgb = [246, 246, 243];
/** Paper logbooks are printed on blue paper (DOMAIN §3.3). */
const PAPER: Rgb = [205, 223, 241];
const WAVE: Rgb = [190, 211, 234];
const NAVY: Rgb = [23, 58, 112];
const AMBER: Rgb = [222, 158, 52];
const RED: Rgb = [186, 44, 52];
const FAINT_RED: Rgb = [224, 178, 190];
const WHITE: Rgb = [252, 252, 250];
const INK: Rgb = [34, 36, 44];

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
const GLYPH_STEP = 5.6 / 6;

/**
 * The scan of a paper logbook that a trainee may attach in the practice office. It says on its face what it is, and bears no mark of any
 * authority (DESIGN §7): it must never pass for a document.
 */
export function practiceLogbookScan(vehicle: SampleVehicle): Buffer {
  return picturePdf([logbookPage({ ...vehicle, ...A4, dpi: PRACTICE_DPI })]);
}

/** The layout is that of A4; other paper shows it enlarged or reduced to its width. */
export function logbookPage(page: Page): PicturePage {
  const sheet = new Sheet(page, page.widthMm / A4.widthMm);
  drawPaper(sheet);
  drawHead(sheet, page);
  drawFields(sheet, page);
  drawFoot(sheet);
  return sheet.picture();
}

function drawPaper(sheet: Sheet): void {
  sheet.fill({ x: 4, y: 4, wide: 199, high: 286 }, (x, y) => (Math.sin(x * 0.9 + 3 * Math.sin(y * 0.11)) > 0.8 ? WAVE : PAPER));
  sheet.fill({ x: 203, y: 6, wide: 1.2, high: 285 }, () => [196, 200, 206]);
  sheet.fill({ x: 6, y: 290, wide: 198.2, high: 1.2 }, () => [196, 200, 206]);
  sheet.write('PRACTICE', { x: 28, y: 205, high: 22, pen: 2.6, ink: FAINT_RED, rise: 0.4 });
}

function drawHead(sheet: Sheet, { plate }: SampleVehicle): void {
  sheet.fill({ x: 4, y: 4, wide: 199, high: 30 }, () => NAVY);
  sheet.fill({ x: 4, y: 34, wide: 199, high: 3 }, () => AMBER);
  sheet.write('VEHICLE LOGBOOK', { x: 14, y: 12, high: 8, pen: 1.1, ink: WHITE });
  sheet.write('PRACTICE COPY - NOT A DOCUMENT', { x: 14, y: 25, high: 3.6, pen: 0.5, ink: WHITE });
  sheet.fill({ x: 109, y: 47, wide: 86, high: 25 }, () => INK);
  sheet.fill({ x: 110, y: 48, wide: 84, high: 23 }, () => WHITE);
  sheet.write(plate, { x: 115, y: 54, high: Math.min(12, 74 / (plate.length * GLYPH_STEP)), pen: 1.7, ink: INK });
  sheet.write('REGISTRATION NO.', { x: 14, y: 50, high: 3.4, pen: 0.4, ink: NAVY });
  sheet.write(plate, { x: 14, y: 58, high: 8, pen: 1, ink: INK });
}

function drawFields(sheet: Sheet, { chassis }: SampleVehicle): void {
  const fields = [
    ['CHASSIS / FRAME NO.', chassis],
    [
      'ENGINE NO.',
      `PX${chassis
        .replaceAll(/[^0-9]/g, '')
        .slice(-6)
        .padStart(6, '0')}`,
    ],
    ['MAKE AND MODEL', 'MAZOEZI 150'],
    ['BODY / COLOUR', 'AS IN THE REGISTER'],
    ['FUEL / RATING', 'PETROL / 150 CC'],
    ['OWNER', 'MWANAFUNZI WA MAZOEZI'],
  ] as const;
  for (const [index, [label, value]] of fields.entries()) {
    const y = 86 + index * 22;
    sheet.fill({ x: 14, y: y + 16, wide: 181, high: 0.4 }, () => NAVY);
    sheet.write(label, { x: 14, y, high: 3.2, pen: 0.4, ink: NAVY });
    sheet.write(value, { x: 14, y: y + 6.5, high: 5.6, pen: 0.75, ink: INK });
  }
}

function drawFoot(sheet: Sheet): void {
  const turn = Array.from({ length: 49 }, (_, step) => (step / 48) * 2 * Math.PI);
  for (const radius of [22, 16]) {
    sheet.draw(
      turn.map((angle) => [164 + radius * Math.cos(angle), 252 + radius * Math.sin(angle)]),
      0.9,
      RED,
    );
  }
  sheet.write('PRACTICE', { x: 151.5, y: 247, high: 3.4, pen: 0.6, ink: RED });
  sheet.write('OFFICE', { x: 154.7, y: 253.5, high: 3.4, pen: 0.6, ink: RED });
  sheet.write('SIGNED FOR TRAINING ONLY', { x: 14, y: 262, high: 3.2, pen: 0.4, ink: NAVY });
  const squiggle = Array.from({ length: 60 }, (_, step) => [16 + step, 250 + 5 * Math.sin(step * 0.55) * Math.cos(step * 0.13)] as const);
  sheet.draw(squiggle, 0.7, NAVY);
  for (let bar = 0; bar < 60; bar += 1) {
    sheet.fill({ x: 14 + bar * 1.1, y: 272, wide: 0.3 + ((bar * 7) % 5) * 0.14, high: 10 }, () => INK);
  }
}

type Point = readonly [number, number];
type Box = Readonly<{ x: number; y: number; wide: number; high: number }>;
type Writing = Readonly<{ x: number; y: number; high: number; pen: number; ink: Rgb; rise?: number | undefined }>;

/** A sheet on the scanner's glass, measured in millimetres from its top left corner. */
class Sheet {
  readonly #paper: Paper;
  readonly #pixelsWide: number;
  readonly #pixelsHigh: number;
  readonly #pixelsPerMm: number;
  readonly #pixels: Uint8Array;

  constructor({ widthMm, heightMm, dpi }: Page, enlarged: number) {
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
