import type { Content } from 'pdfmake/interfaces.js';
import type { PaperWords } from '#shared/text/en/paper.ts';
import type { TestPageData } from '../paper.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { bulletList, paperHead, sheetNotes } from './parts.ts';
import { centred, rollPaper, rule } from './roll.ts';
import { code, colour, heading } from './style.ts';

const pointsPerMm = 72 / 25.4;
const a4Pt = { width: 595.28, height: 841.89 };
/** Most office printers reach this far out; a frame that is cut shows one that does not, or a page that was scaled. */
const edgeMm = 5;

const letters = 'Kaunta 0123456789 I1l O0 ÀÉÎ ñũ ’–·';
const sizesPt = [7, 9, 12, 16, 22] as const;

/** Shows what a page printer does with a page: its edges, its scale, its letters and a code to read. */
export function testPageA4(data: TestPageData, words: PaperWords): LayoutDocument {
  const { testPage } = words;
  return a4Paper(data, words, {
    title: `${words.title.testPage} ${data.printerName}`,
    content: [
      frameAtEdges(),
      paperHead(data, { title: words.title.testPage, number: data.printerName, underline: data.address }),
      ...sheetNotes(data, words),
      heading(testPage.lookFor),
      bulletList([testPage.frame(edgeMm), testPage.ruler, testPage.letters, testPage.code]),
      heading('100 mm'),
      ruler(),
      heading(testPage.sizes),
      ...sizesPt.map((fontSize): Content => ({ text: `${fontSize} pt  ${letters}`, fontSize })),
      { ...code(letters, 12), margin: [0, 6, 0, 0] },
    ],
  });
}

/** The same for a roll: how many letters a line holds, how large they are, and a code to read. */
export function testPage80mm(data: TestPageData, words: PaperWords): LayoutDocument {
  const { testPage } = words;
  return rollPaper(data, words, {
    title: words.title.testPage,
    number: data.printerName,
    underline: data.address,
    content: [
      rule(),
      ...[testPage.rollWidth, testPage.letters, testPage.code].map(centred),
      rule(),
      ...[9, 12, 17, 21].map((fontSize): Content => ({ text: 'Kaunta 0O 1Il', fontSize, bold: fontSize > 9, alignment: 'center' })),
      { text: letters, alignment: 'center' },
      rule(),
    ],
  });
}

function frameAtEdges(): Content {
  const edge = edgeMm * pointsPerMm;
  const frame = { x: 0, y: 0, w: a4Pt.width - 2 * edge, h: a4Pt.height - 2 * edge };
  return { canvas: [{ type: 'rect', ...frame, lineWidth: 0.6, lineColor: colour.quiet }], absolutePosition: { x: edge, y: edge } };
}

/** A mark each 10 mm. */
function ruler(): Content {
  const marks = Array.from({ length: 11 }, (_, centimetre) => centimetre * 10 * pointsPerMm);
  return {
    canvas: [
      { type: 'line', x1: 0, y1: 10, x2: 100 * pointsPerMm, y2: 10, lineWidth: 0.8 },
      ...marks.map((x) => ({ type: 'line' as const, x1: x, y1: 2, x2: x, y2: 18, lineWidth: 0.8 })),
    ],
  };
}
