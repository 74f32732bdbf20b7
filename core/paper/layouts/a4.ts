import type { Content, Watermark } from 'pdfmake/interfaces.js';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printInstant } from '../dates.ts';
import type { PaperFrame } from '../paper.ts';
import type { LayoutDocument } from './layout-document.ts';
import { colour } from './style.ts';

interface A4Body {
  readonly title: string;
  readonly content: Content[];
  readonly preview?: boolean;
}

/** What every A4 paper has around its content: marks over each page, and the foot that says whose paper it is. */
export function a4Paper(data: PaperFrame, words: PaperWords, body: A4Body): LayoutDocument {
  const marks = marksOf(data, words, body.preview ?? false);
  return {
    title: body.title,
    language: words.language,
    madeAt: data.madeAt,
    paper: 'a4',
    content: body.content,
    band: bandOf(marks),
    watermark: watermarkOf(marks),
    foot: {
      left: `${words.foot.madeAt(data.office.code, data.deviceNo, printInstant(data.madeAt, words))}\n${words.foot.notConnected}`,
      right: words.foot.page('{page}', '{pages}'),
    },
  };
}

interface Mark {
  readonly word: string;
  readonly sentence: string;
}

function marksOf(data: PaperFrame, words: PaperWords, preview: boolean): readonly Mark[] {
  const marks: Mark[] = [];
  if (preview) marks.push({ word: words.mark.notValid, sentence: '' });
  if (data.void) marks.push({ word: words.mark.void, sentence: '' });
  if (data.practice) marks.push({ word: words.mark.practice, sentence: words.mark.practiceSentence });
  return marks;
}

function bandOf(marks: readonly Mark[]): Content | null {
  if (marks.length === 0) return null;
  const spans = marks.flatMap(({ word, sentence }): Content[] => [
    { text: `${word}   `, bold: true },
    { text: `${sentence}    `, fontSize: 8 },
  ]);
  return { text: spans, fontSize: 9, color: colour.mark, alignment: 'center', margin: [40, 17, 40, 0] };
}

/** Only the gravest mark crosses the page, so that it stays large; the band in the margin names them all. */
function watermarkOf(marks: readonly Mark[]): Watermark | null {
  const gravest = marks[0];
  if (gravest === undefined) return null;
  return { text: gravest.word, font: 'Inter', bold: true, color: colour.mark, opacity: 0.13, angle: -52 };
}
