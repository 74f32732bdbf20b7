import type { Content } from 'pdfmake/interfaces.js';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printInstant } from '../dates.ts';
import type { PaperFrame } from '../paper.ts';
import type { LayoutDocument } from './layout-document.ts';
import { shortCodeLine } from './parts.ts';
import { code, factValue, type Fact } from './style.ts';

/** Width between the margins of an 80 mm roll, whose head prints 72 mm. */
const innerWidthPt = 204;
const qrSidePt = 87;

interface RollBody {
  readonly title: string;
  readonly number: string;
  readonly underline: string;
  readonly content: Content[];
}

/** What every paper on a roll has around its content: black only, because a thermal head has no colour and turns grey into dust. */
export function rollPaper(data: PaperFrame, words: PaperWords, body: RollBody): LayoutDocument {
  return {
    title: `${body.title} ${body.number}`,
    language: words.language,
    madeAt: data.madeAt,
    paper: '80mm',
    band: null,
    watermark: null,
    foot: null,
    content: [
      ...practiceBand(data, words),
      { text: data.office.name, bold: true, fontSize: 11, alignment: 'center', margin: [0, 6, 0, 0] },
      { text: `${data.office.code} · PC ${data.deviceNo}`, fontSize: 8, alignment: 'center' },
      { text: body.title, bold: true, fontSize: 17, alignment: 'center', margin: [0, 7, 0, 0] },
      { ...code(body.number, 11.5), alignment: 'center' },
      { text: body.underline, alignment: 'center', margin: [0, 2, 0, 0] },
      ...sheetBoxes(data, words),
      ...body.content,
      ...qrBlock(data.qr),
      { text: words.foot.keep, bold: true, alignment: 'center', margin: [0, 9, 0, 0] },
      centred(words.foot.notConnected),
      centred(words.foot.madeAt(data.office.code, data.deviceNo, printInstant(data.madeAt, words))),
      ...practiceBand(data, words),
    ],
  };
}

function practiceBand(data: PaperFrame, words: PaperWords): Content[] {
  return data.practice ? [framed(words.mark.practice, [words.mark.practiceSentence], 15)] : [];
}

function sheetBoxes(data: PaperFrame, words: PaperWords): Content[] {
  const boxes: Content[] = [];
  if (data.void) boxes.push(framed(words.mark.void, [words.mark.voidSentence(printInstant(data.void.at, words), data.void.reason)]));
  if (data.reprint) boxes.push(framed(words.mark.reprint(data.reprint.number), [words.mark.reprintSentence(data.reprint.reason)]));
  return boxes;
}

/** A word in a frame with its sentences: the state of the paper. */
export function framed(word: string, sentences: readonly string[], fontSize = 13): Content {
  const stack: Content[] = [{ text: word, bold: true, fontSize, alignment: 'center' }, ...sentences.map(centred)];
  return { layout: 'frame', table: { widths: ['*'], body: [[{ stack }]] }, margin: [0, 8, 0, 0] };
}

export function centred(text: string): Content {
  return { text, fontSize: 8, alignment: 'center', margin: [0, 3, 0, 0] };
}

export function rule(): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: innerWidthPt, y2: 0, lineWidth: 0.8, dash: { length: 2.5, space: 2 } }],
    margin: [0, 7, 0, 6],
  };
}

/** The registration mark, large enough to read at arm's length, and what the vehicle is. */
export function rollVehicle(plate: string | null, line: string | null): Content[] {
  if (plate === null) return [];
  return [
    { text: plate, bold: true, fontSize: 21, alignment: 'center', margin: [0, 9, 0, 0] },
    { text: line ?? '', alignment: 'center' },
  ];
}

export function factLine(fact: Fact): Content {
  return {
    columns: [
      { width: 76, text: fact.label, fontSize: 8, margin: [0, 1, 0, 0] },
      { ...factValue(fact, 9), width: '*', alignment: 'right' },
    ],
    columnGap: 6,
    margin: [0, 0, 0, 3],
  };
}

function qrBlock(payload: string | null): Content[] {
  if (payload === null) return [];
  return [{ qr: payload, fit: qrSidePt, alignment: 'center', margin: [0, 11, 0, 0] }, shortCodeLine(payload, 'center')];
}
