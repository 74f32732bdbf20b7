import type { Content } from 'pdfmake/interfaces.js';
import { dayOf, type Instant } from '#shared/base/instant.ts';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printDate, printDay, printInstant } from '../dates.ts';
import type { TradeRegisterData, TradeRegisterLine } from '../trade-register-paper.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { paperHead, sheetNotes } from './parts.ts';
import { callout, code, small, tone } from './style.ts';
import { right, rowTable, signatures } from './table.ts';

/** The register as it is shown to whoever asks for it: each journey with its plate, its driver and both its times. */
export function tradeRegister(data: TradeRegisterData, words: PaperWords): LayoutDocument {
  const { tradeRegister: own } = words;
  const out = data.movements.filter(({ backAt }) => backAt === null).length;
  const days = data.from === data.to ? printDay(data.from, words) : `${printDate(data.from, words)} – ${printDate(data.to, words)}`;
  return a4Paper(data, words, {
    title: `${own.title} ${data.from}`,
    content: [
      paperHead(data, { title: own.title, number: days, underline: own.of(data.dealerName, data.dealerPin) }),
      ...sheetNotes(data, words),
      callout(own.total(data.movements.length), [out === 0 ? own.allBack : own.out(out), own.rule], out === 0 ? tone.green : tone.amber),
      { stack: [data.movements.length === 0 ? own.empty : movementTable(data, words)], margin: [0, 14, 0, 0] },
      { stack: [signatures([own.dealerSign, own.inspectorSign])], unbreakable: true },
    ],
  });
}

function movementTable({ movements }: TradeRegisterData, words: PaperWords): Content {
  const { tradeRegister: own } = words;
  return rowTable(
    [
      { title: own.number, width: 16, isRight: true },
      { title: own.plate, width: 44 },
      { title: own.left, width: 52 },
      { title: own.back, width: 56 },
      { title: own.vehicle, width: 100 },
      { title: own.journey, width: '*' },
      { title: own.driver, width: 76 },
    ],
    movements.map((one, index): Content[] => [
      right(index + 1),
      code(one.plate, 9),
      { stack: [...moment(one.outAt, words), small(one.outBy)] },
      { stack: backOf(one, words) },
      { stack: [code(one.chassis, 8.5), small(one.vehicle)] },
      { stack: [one.purpose, small(one.destination)] },
      { stack: [one.driverName, small(one.driverMaskedId)] },
    ]),
  );
}

function backOf({ backAt, isLate, isDoubled, note }: TradeRegisterLine, words: PaperWords): Content[] {
  const { tradeRegister: own } = words;
  const marks = [isLate ? own.isLate : '', isDoubled ? own.isDoubled : ''].filter((mark) => mark !== '');
  return [
    ...(backAt === null ? [{ text: own.isOut, bold: true }] : moment(backAt, words)),
    ...marks.map((text): Content => ({ text, bold: true, fontSize: 7.5, color: tone.red.ink })),
    ...(note === '' ? [] : [small(note)]),
  ];
}

/** Day over time, for narrow columns. */
function moment(at: Instant, words: PaperWords): Content[] {
  return [{ text: printInstant(at, words).slice(-5), bold: true }, small(printDate(dayOf(at), words))];
}
