import type { Content } from 'pdfmake/interfaces.js';
import { formatKes } from '#shared/base/money.ts';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printDay } from '../dates.ts';
import type { PaperFrame } from '../paper.ts';
import type { ListedCandidate, ListSlipsData, SchoolSlipData } from '../school-papers.ts';
import type { TestSlipData } from '../test-papers.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { paperHead, sheetNotes } from './parts.ts';
import { callout, code, factGrid, tone, type Fact } from './style.ts';
import { right, rowTable } from './table.ts';
import { testSlip80mm, testSlipA4 } from './test-slip.ts';

/** Who of a school's list has a seat, and who has none: nobody can take the one for the other. */
export function schoolSlip(data: SchoolSlipData, words: PaperWords): LayoutDocument {
  const { tests } = words;
  const { booked, waiting } = data;
  return a4Paper(data, words, {
    title: `${tests.schoolTitle} ${data.listNumber}`,
    content: [
      paperHead(data, { title: tests.schoolTitle, number: data.listNumber, underline: data.licenceClass }),
      ...sheetNotes(data, words),
      { text: printDay(data.day, words), bold: true, fontSize: 17, margin: [0, 16, 0, 0] },
      { text: `${tests.start} ${data.startsAt} · ${tests.session[data.session]}`, fontSize: 12, margin: [0, 4, 0, 0] },
      { text: `${data.centre.name} (${data.centre.code})`, fontSize: 12, margin: [0, 4, 0, 12] },
      factGrid(listFacts(data, words), 3),
      ...(booked.length === 0
        ? []
        : [
            {
              stack: [callout(`${tests.final} · ${tests.seats(booked.length)}`, [tests.schoolFinal], tone.green)],
              margin: [0, 16, 0, 10],
            } as Content,
            candidateTable(booked, tests.seat, words, ({ seat }) => seat),
          ]),
      ...(waiting.length === 0
        ? []
        : [
            {
              stack: [callout(`${tests.notABooking} · ${tests.seats(waiting.length)}`, [tests.schoolWaiting], tone.red)],
              margin: [0, 20, 0, 10],
            } as Content,
            candidateTable(waiting, tests.place, words, ({ place }) => place),
          ]),
    ],
  });
}

function listFacts(data: SchoolSlipData, { tests, label }: PaperWords): readonly Fact[] {
  const money: readonly Fact[] =
    data.receiptNumber === null
      ? []
      : [
          { label: label.receiptNumber, value: data.receiptNumber, look: 'code' },
          { label: label.total, value: formatKes(data.totalCents), look: 'strong' },
        ];
  return [
    { label: tests.school, value: data.schoolName, look: 'strong' },
    { label: tests.schoolContact, value: data.contactName },
    ...money,
  ];
}

function candidateTable<One extends ListedCandidate>(
  candidates: readonly One[],
  title: string,
  { tests, label }: PaperWords,
  numberOf: (candidate: One) => number,
): Content {
  return rowTable(
    [
      { title, width: 60, isRight: true },
      { title: tests.candidate, width: '*' },
      { title: label.idNumber, width: 80 },
      { title: tests.bookingNumber, width: 130 },
    ],
    candidates.map((one): Content[] => [
      { ...right(numberOf(one)), bold: true, fontSize: 12 },
      { text: one.name, bold: true },
      code(one.maskedId, 9.5),
      code(one.bookingNumber, 9.5),
    ]),
  );
}

/** The slip of each candidate on a page of its own, with its own code. */
export function listSlipsA4({ slips, ...data }: ListSlipsData, words: PaperWords): LayoutDocument {
  return a4Paper(data, words, {
    title: `${words.tests.schoolTitle} ${data.listNumber}`,
    content: slips.map((slip, index): Content => ({
      stack: testSlipA4(asPage(slip, data), words).content,
      ...(index === 0 ? {} : { pageBreak: 'before' as const }),
    })),
  });
}

/** The same slips on a roll, one under the other. */
export function listSlips80mm({ slips, ...data }: ListSlipsData, words: PaperWords): LayoutDocument {
  const made = slips.map((slip) => testSlip80mm(asPage(slip, data), words));
  const cut: Content = { text: '', margin: [0, 26, 0, 0] };
  return {
    ...(made[0] ?? a4Paper(data, words, { title: data.listNumber, content: [] })),
    title: `${words.tests.schoolTitle} ${data.listNumber}`,
    content: made.flatMap(({ content }, index) => (index === 0 ? content : [cut, ...content])),
  };
}

/** Each slip bears its own code; what is said of the run, such as a reprint, is said on each. */
function asPage(slip: TestSlipData, run: PaperFrame): TestSlipData {
  return { ...slip, practice: run.practice, reprint: run.reprint, void: run.void, qr: slip.qr ?? run.qr };
}
