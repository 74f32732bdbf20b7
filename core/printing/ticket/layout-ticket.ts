import type { LayoutDocument } from '../../paper/layouts/layout-document.ts';
import type { TicketLine } from './ticket.ts';

/**
 * The lines of a roll's layout, so that a receipt printer says what the 80 mm PDF says. Of pdfmake's nodes it knows those that rolls are made
 * of (roll.ts); any other is a bug and is thrown, because a line left out of a receipt would be worse.
 */
export function layoutTicket(layout: LayoutDocument): readonly TicketLine[] {
  if (layout.paper !== '80mm') throw new Error(`${layout.title} is not made for a roll`);
  return layout.content.flatMap((node) => linesOf(node, usual));
}

interface Look {
  readonly bold: boolean;
  readonly fontSize: number;
  readonly align: 'left' | 'center' | 'right';
}

const usual: Look = { bold: false, fontSize: 9, align: 'left' };

/** From this size on letters are twice as high and wide; from 11 on they are at least bold. */
const doubleFromPt = 15;
const boldFromPt = 11;
/** More room than this above a line becomes an empty line. */
const gapFromPt = 8;

function linesOf(node: unknown, before: Look): readonly TicketLine[] {
  if (typeof node === 'string') return textLines(node, before);
  if (typeof node !== 'object' || node === null) throw new Error(`A roll cannot hold ${typeof node}`);
  const look = lookOf(node, before);
  return [...gapAbove(node), ...contentOf(node, look)];
}

function contentOf(node: object, look: Look): readonly TicketLine[] {
  if ('text' in node) return textLines(plainText(node.text), look);
  if ('columns' in node && Array.isArray(node.columns)) return [pairOf(node.columns, look)];
  if ('stack' in node && Array.isArray(node.stack)) return node.stack.flatMap((one: unknown) => linesOf(one, look));
  if ('qr' in node && typeof node.qr === 'string') return [{ kind: 'qr', text: node.qr }];
  if ('canvas' in node) return [{ kind: 'rule' }];
  if ('table' in node) return [{ kind: 'box', lines: cellsOf(node.table).flatMap((cell) => linesOf(cell, { ...look, align: 'left' })) }];
  throw new Error(`A roll cannot hold ${Object.keys(node).join(', ')}`);
}

function cellsOf(table: unknown): readonly unknown[] {
  if (typeof table !== 'object' || table === null || !('body' in table) || !Array.isArray(table.body))
    throw new Error('A table without body');
  return table.body.flat() as unknown[];
}

function lookOf(node: object, before: Look): Look {
  const given = node as Partial<{ bold: boolean; fontSize: number; alignment: Look['align'] }>;
  return {
    bold: given.bold ?? before.bold,
    fontSize: given.fontSize ?? before.fontSize,
    align: given.alignment ?? before.align,
  };
}

function gapAbove(node: object): readonly TicketLine[] {
  const margin: unknown = 'margin' in node ? node.margin : undefined;
  const above = Array.isArray(margin) && margin.length === 4 ? Number(margin[1]) : 0;
  return above > gapFromPt && !('canvas' in node) ? [{ kind: 'gap' }] : [];
}

/** A run of text may be in pieces of several looks; a receipt printer's line has one. */
function plainText(text: unknown): string {
  if (Array.isArray(text)) return text.map(plainText).join('');
  if (typeof text === 'object' && text !== null && 'text' in text) return plainText(text.text);
  return String(text);
}

function textLines(text: string, { bold, fontSize, align }: Look): readonly TicketLine[] {
  const size = fontSize >= doubleFromPt ? 2 : 1;
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'text', text: line, size, bold: bold && fontSize >= usual.fontSize ? true : fontSize >= boldFromPt, align }));
}

/** A label and what stands at the other end of its line. */
function pairOf(columns: readonly unknown[], look: Look): TicketLine {
  if (columns.length !== 2) throw new Error(`A roll has lines of two columns, not ${columns.length}`);
  const [left, right] = columns.map((column) => {
    if (typeof column !== 'object' || column === null || !('text' in column)) throw new Error('A column of a roll holds text');
    return { text: plainText(column.text), look: lookOf(column, look) };
  });
  if (!left || !right) throw new Error('A roll has lines of two columns');
  const fontSize = Math.max(left.look.fontSize, right.look.fontSize);
  return {
    kind: 'pair',
    left: left.text,
    right: right.text,
    bold: left.look.bold || right.look.bold,
    size: fontSize >= doubleFromPt ? 2 : 1,
  };
}
