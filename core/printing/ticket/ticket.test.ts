import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layoutOf } from '../../paper/layouts/layout.ts';
import type { PaperDataByKind, PaperKind } from '../../paper/paper.ts';
import { samplesByKind } from '../../paper/samples-by-kind.ts';
import { sampleReceipt } from '../../paper/samples.ts';
import { paperWords } from '../../paper/words.ts';
import { encodeTicket, ticketColumns, wrap } from './encode-ticket.ts';
import { layoutTicket } from './layout-ticket.ts';

const rolls = (Object.keys(samplesByKind) as PaperKind[]).filter((kind) => kind.endsWith('80mm'));

function ticketOf<Kind extends PaperKind>(kind: Kind, data: PaperDataByKind[Kind], locale: 'en' | 'sw' = 'en') {
  return layoutTicket(layoutOf(kind, data, paperWords[locale]));
}

it.each(rolls)('every line of %s becomes ESC/POS in both languages, within the width of the paper', (kind) => {
  for (const locale of ['en', 'sw'] as const) {
    const bytes = encodeTicket(ticketOf(kind, samplesByKind[kind], locale), { opensDrawer: false });
    const lines = lettersOf(bytes).split('\n');
    expect(lines.filter((line) => line.length > ticketColumns)).toEqual([]);
    expect(Buffer.from(bytes).includes(Buffer.from([0x1d, 0x56]))).toBe(true);
  }
});

it('a receipt says every fact of the 80 mm PDF', () => {
  const text = Buffer.from(encodeTicket(ticketOf('receipt-80mm', sampleReceipt), { opensDrawer: false })).toString('latin1');
  const { receiptNumber, applicationReference, payerName, plate, clerkName, payment, qr } = sampleReceipt;
  const facts = [
    receiptNumber,
    applicationReference,
    payerName,
    plate,
    clerkName,
    payment.code,
    qr,
    'KES 2,250',
    'TO MATCH',
    'PROVISIONAL',
  ];
  expect(facts.filter((fact) => !text.includes(String(fact)))).toEqual([]);
});

it('the drawer opens only where there is one', () => {
  const kick = Buffer.from([0x1b, 0x70]);
  const has = (opensDrawer: boolean) => Buffer.from(encodeTicket([{ kind: 'gap' }], { opensDrawer })).includes(kick);
  expect([has(true), has(false)]).toEqual([true, false]);
});

it('a letter that no code page has is written without its mark, never as another sign', () => {
  const line = { kind: 'text', text: 'Wanjikũ Mũgo’s – “é”', size: 1, bold: false, align: 'left' } as const;
  expect(Buffer.from(encodeTicket([line], { opensDrawer: false })).toString('latin1')).toContain('Wanjiku Mugo\'s - "\u0082"');
});

it('wrapping loses no letter and keeps every line within its width', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom('a', 'B', '1', '-') })),
      fc.integer({ min: 4, max: 48 }),
      (words, columns) => {
        const lines = wrap(words.join(' '), columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        expect(lines.every((line) => line.length <= columns)).toBe(true);
      },
    ),
  );
});

/** What stands on paper: the commands of ESC/POS that a ticket uses are no letters. */
function lettersOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\u001b', '⎋').replaceAll('\u001d', '⍐');
  return text.replaceAll(/⍐\(k[\s\S]{2}1[\s\S]*?(?=⎋|⍐|\n)/gu, '').replaceAll(/⎋@|⎋[tEMa!p2][\s\S]|⍐![\s\S]/gu, '');
}
