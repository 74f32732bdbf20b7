import type { PicturePage } from '#core/documents/image-pdf.ts';
import type { ScanKind } from '#shared/domain/scan-kind.ts';
import { A4, INK, NAVY, Sheet, type Rgb } from './drawn-sheet.ts';

/** Papers that are letters: all but the book itself. */
type LetterKind = Exclude<ScanKind, 'logbook' | 'damaged-logbook'>;

const PAPER: Rgb = [252, 252, 249];
const heads: Readonly<Record<LetterKind, readonly [string, string]>> = {
  'financier-letter': ['MKOPO WA MAZOEZI LTD', 'WE AGREE TO STAND IN THE LOGBOOK'],
  'mission-letter': ['MISSION OF MAZOEZI', 'THE BEARER ACTS FOR THE MISSION'],
  'incorporation-certificate': ['CERTIFICATE OF INCORPORATION', 'MAZOEZI TRADERS LTD - CPR/2026/000000'],
  'delegate-letter': ['MAZOEZI TRADERS LTD', 'THE BEARER ACTS FOR THE COMPANY'],
  'police-abstract': ['POLICE ABSTRACT - MAZOEZI', 'REPORTED: LOSS OF A LOGBOOK'],
  affidavit: ['AFFIDAVIT', 'I SWEAR THAT THE LOGBOOK WAS LOST'],
  'tape-lift-report': ['TAPE-LIFT REPORT - MAZOEZI', 'CHASSIS AND ENGINE NUMBERS AS LIFTED'],
  'medical-form': ['EYE AND MEDICAL FORM - MAZOEZI', 'FIT TO LEARN TO DRIVE'],
};

/** A letter for trainees, made up like the practice logbook and as plainly marked. */
export function letterPage(kind: LetterKind, { plate, dpi }: Readonly<{ plate: string; dpi: number }>): PicturePage {
  const sheet = new Sheet({ ...A4, dpi }, 1);
  const [head, sentence] = heads[kind];
  sheet.fill({ x: 4, y: 4, wide: 199, high: 286 }, () => PAPER);
  sheet.write(head, { x: 20, y: 24, high: 6, pen: 0.9, ink: NAVY });
  sheet.fill({ x: 20, y: 34, wide: 170, high: 0.6 }, () => NAVY);
  sheet.write('PRACTICE COPY - NOT A DOCUMENT', { x: 20, y: 40, high: 3.4, pen: 0.5, ink: [186, 44, 52] });
  sheet.write(sentence, { x: 20, y: 70, high: 4, pen: 0.5, ink: INK });
  sheet.write(kind === 'medical-form' ? 'THE LEARNER NAMED IN THE APPLICATION' : `VEHICLE ${plate}`, {
    x: 20,
    y: 82,
    high: 4,
    pen: 0.5,
    ink: INK,
  });
  for (let row = 0; row < 6; row += 1) sheet.fill({ x: 20, y: 100 + row * 12, wide: 165 - (row % 3) * 14, high: 0.5 }, () => INK);
  const signature = Array.from({ length: 60 }, (_, step) => [22 + step, 200 + 5 * Math.sin(step * 0.5) * Math.cos(step * 0.17)] as const);
  sheet.draw(signature, 0.7, NAVY);
  sheet.write('SIGNED FOR TRAINING ONLY', { x: 20, y: 212, high: 3.2, pen: 0.4, ink: NAVY });
  return sheet.picture();
}
