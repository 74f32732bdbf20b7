import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { encodeQR } from 'qr';
import { assertNever } from '#shared/base/assert-never.ts';
import type { TicketLine } from './ticket.ts';

export interface TicketOptions {
  readonly opensDrawer: boolean;
}

/** Letters of font A on the 72 mm that an 80 mm head prints, at 8 dots a millimetre. */
export const ticketColumns = 48;
const dotsPerMm = 8;
/** As large as on the PDF: a phone reads it at arm's length, and the signed code's modules stay above a third of a millimetre. */
const qrSideMm = 30;
const boxPadding = 1;

/**
 * ESC/POS bytes of a ticket: text in the printer's own letters, the QR code by its own command, then cut, and the drawer where there is one.
 * The code page is one that every ESC/POS printer has; letters it lacks are written without their marks, because a wrong sign would be worse.
 */
export function encodeTicket(lines: readonly TicketLine[], { opensDrawer }: TicketOptions): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns: ticketColumns, feedBeforeCut: 4, newline: '\n' });
  encoder.initialize().codepage('cp850');
  for (const line of lines) write(encoder, line, ticketColumns);
  if (opensDrawer) encoder.pulse();
  encoder.cut('partial');
  return encoder.encode();
}

function write(encoder: ReceiptPrinterEncoder, line: TicketLine, columns: number): void {
  switch (line.kind) {
    case 'gap':
      encoder.newline();
      return;
    case 'rule':
      encoder.rule({ style: 'single', width: columns });
      return;
    case 'text':
      encoder.align(line.align).bold(line.bold).size(line.size, line.size);
      for (const part of wrap(plainLetters(line.text), Math.floor(columns / line.size))) encoder.line(part);
      encoder.size(1, 1).bold(false).align('left');
      return;
    case 'pair':
      encoder.bold(line.bold);
      for (const part of pairLines(line, columns)) encoder.line(part);
      encoder.bold(false);
      return;
    case 'box':
      encoder.rule({ style: 'double', width: columns });
      for (const inner of line.lines) write(encoder, inner, columns - 2 * boxPadding);
      encoder.rule({ style: 'double', width: columns });
      return;
    case 'qr':
      encoder
        .align('center')
        .qrcode(line.text, { model: 2, size: moduleDots(line.text), errorlevel: 'm' })
        .align('left');
      return;
    default:
      assertNever(line);
  }
}

/** The largest whole number of dots a module at which the code is no wider than its place. */
function moduleDots(text: string): number {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 1 }).length - 2;
  return Math.min(8, Math.max(2, Math.floor((qrSideMm * dotsPerMm) / modules)));
}

/** Label left, value right; a value that does not fit beside its label goes on under it. */
function pairLines({ left, right, size }: Extract<TicketLine, { kind: 'pair' }>, columns: number): readonly string[] {
  const [label, value] = [plainLetters(left), plainLetters(right)];
  // Two sizes on one line would not stand on one base: a large value is said by bold alone.
  const room = columns - label.length - 1;
  if (size === 1 && value.length > room && label.length + 1 < columns / 2) {
    const [first = '', ...rest] = wrap(value, room);
    return [beside(label, first, columns), ...rest.map((part) => part.padStart(columns))];
  }
  if (value.length <= room) return [beside(label, value, columns)];
  return [...wrap(label, columns), ...wrap(value, columns).map((part) => part.padStart(columns))];
}

function beside(label: string, value: string, columns: number): string {
  return `${label}${' '.repeat(Math.max(1, columns - label.length - value.length))}${value}`;
}

/** At spaces; a word that is longer than the line is broken, never cut off. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (joined.length <= columns) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    let rest = word;
    for (; rest.length > columns; rest = rest.slice(columns)) lines.push(rest.slice(0, columns));
    line = rest;
  }
  return line === '' ? lines : [...lines, line];
}

const byHand: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"', '–': '-', '—': '-', '•': '*', '…': '...' };

/** Letters of code page 850 as they are, others without their marks (as in Mũgo), typographic signs as those of a typewriter. */
function plainLetters(text: string): string {
  return [...text.normalize('NFC')].map((sign) => byHand[sign] ?? (isWestern(sign) ? sign : bare(sign))).join('');
}

function isWestern(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff);
}

function bare(sign: string): string {
  const base = sign.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return [...base].every(isWestern) ? base : '?';
}
