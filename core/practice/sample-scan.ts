import { type PicturePage, picturePdf } from '#core/documents/image-pdf.ts';
import type { ScanKind } from '#shared/domain/scan-kind.ts';
import { A4, GLYPH_STEP, INK, NAVY, Sheet, type PaperSize, type Rgb } from './drawn-sheet.ts';
import { letterPage } from './practice-letter.ts';

type SampleVehicle = Readonly<{ plate: string; chassis: string }>;
type Page = SampleVehicle & PaperSize & Readonly<{ dpi: number }>;

/** Fine enough to read and to pass the checks, and under 1 MB. */
const PRACTICE_DPI = 200;

/** Paper logbooks are printed on blue paper (DOMAIN §3.3). */
const PAPER: Rgb = [205, 223, 241];
const WAVE: Rgb = [190, 211, 234];
const AMBER: Rgb = [222, 158, 52];
const RED: Rgb = [186, 44, 52];
const FAINT_RED: Rgb = [224, 178, 190];
const WHITE: Rgb = [252, 252, 250];

/** What a trainee may attach in the practice office for a paper of that kind. */
export function practiceScan(vehicle: SampleVehicle, kind: ScanKind): Buffer {
  if (kind === 'logbook' || kind === 'damaged-logbook') return practiceLogbookScan(vehicle);
  return picturePdf([letterPage(kind, { ...vehicle, dpi: PRACTICE_DPI })]);
}

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
