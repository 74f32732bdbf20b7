import type { Column, Content } from 'pdfmake/interfaces.js';
import { formatAmount, formatKes } from '#shared/base/money.ts';
import type { Standing } from '#shared/domain/application.ts';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { shortCodeOf } from '../../paper-seal/short-code.ts';
import { printInstant } from '../dates.ts';
import type { PaperFeeLine, PaperFrame } from '../paper.ts';
import { callout, code, colour, small, tone, type Tone } from './style.ts';

/** 30 mm: a QR of version 3 then prints each module at 1 mm, and one of version 13, the largest that is signed, at 0.44 mm. */
const qrSidePt = 87;

export const standingTone: Readonly<Record<Standing, Tone>> = {
  open: tone.grey,
  provisional: tone.amber,
  confirmed: tone.green,
  ended: tone.grey,
};

export interface Head {
  readonly title: string;
  readonly number: string;
  readonly underline: string;
}

/** Office, title and number on the left; on the right the place kept for the QR code. */
export function paperHead(data: PaperFrame, head: Head): Content {
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: `${data.office.name} · ${data.office.code}`, bold: true, fontSize: 9, color: colour.accent },
          { text: head.title, bold: true, fontSize: 25, margin: [0, 5, 0, 0] },
          { ...code(head.number, 13), margin: [0, 1, 0, 0] },
          { text: head.underline, fontSize: 10, color: colour.quiet, margin: [0, 5, 0, 0] },
        ],
      },
      { width: qrSidePt, stack: [qrCode(data.qr, qrSidePt)] },
    ],
    columnGap: 20,
  };
}

function qrCode(payload: string | null, sidePt: number): Content {
  if (payload === null) return { ...code(' ', 8.5), margin: [0, sidePt + 3, 0, 0] };
  return { stack: [{ qr: payload, fit: sidePt, alignment: 'right' }, shortCodeLine(payload, 'right')] };
}

/** What a person types where nothing can read the code. */
export function shortCodeLine(payload: string, alignment: 'right' | 'center'): Content {
  return { ...code(shortCodeOf(payload), 8.5), alignment, margin: [0, 3, 0, 0] };
}

/** The registration mark on a plate-shaped chip, large enough to read at arm's length. */
function plateChip(plate: string): Column {
  const width = 172;
  const height = 42;
  return {
    width,
    stack: [
      { canvas: [{ type: 'rect', x: 0.8, y: 0.8, w: width - 1.6, h: height - 1.6, r: 6, lineWidth: 1.6, lineColor: colour.ink }] },
      {
        text: plate,
        bold: true,
        fontSize: plate.length > 9 ? 19 : 24,
        alignment: 'center',
        characterSpacing: 0.6,
        relativePosition: { x: 0, y: plate.length > 9 ? -32 : -35 },
      },
    ],
  };
}

/** The chip with what the vehicle is beside it. */
export function plateRow(plate: string | null, lines: readonly [string, string]): Content[] {
  if (plate === null) return [];
  const words: Content = {
    stack: [
      { text: lines[0], fontSize: 12, bold: true },
      { ...small(lines[1]), fontSize: 9, margin: [0, 3, 0, 0] },
    ],
    margin: [0, 6, 0, 0],
  };
  return [{ columns: [plateChip(plate), words], columnGap: 18, margin: [0, 18, 0, 0] }];
}

export function feeTable(lines: readonly PaperFeeLine[], totalCents: number, words: PaperWords): Content {
  return {
    layout: 'money',
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', 'auto', 90],
      body: [
        [small(words.label.item), small(words.label.schedule), { ...small('KES'), alignment: 'right' }],
        ...lines.map((line): Content[] => [
          line.label,
          { text: line.schedule, fontSize: 8.5, color: colour.quiet, margin: [0, 1, 0, 0] },
          { text: formatAmount(line.amountCents), alignment: 'right' },
        ]),
        [
          { text: words.label.total, bold: true, fontSize: 12 },
          '',
          { text: formatKes(totalCents), bold: true, fontSize: 13, alignment: 'right', noWrap: true },
        ],
      ],
    },
  };
}

/** Boxes for what happened to this sheet itself: void first, then reprint. */
export function sheetNotes(data: PaperFrame, words: PaperWords): Content[] {
  const notes: Content[] = [];
  if (data.void)
    notes.push(callout(words.mark.void, [words.mark.voidSentence(printInstant(data.void.at, words), data.void.reason)], tone.red));
  if (data.reprint)
    notes.push(callout(words.mark.reprint(data.reprint.number), [words.mark.reprintSentence(data.reprint.reason)], tone.grey));
  return notes;
}

export function bulletList(items: readonly string[]): Content {
  return { ul: items.map((text): Content => ({ text, margin: [0, 2, 0, 0] })), markerColor: colour.quiet, fontSize: 9.5 };
}
