import type { Content } from 'pdfmake/interfaces.js';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printDay, printInstant } from '../dates.ts';
import type { DayListData } from '../test-papers.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { paperHead, sheetNotes } from './parts.ts';
import { callout, code, small, tone } from './style.ts';
import { right, rowTable, signatures } from './table.ts';

/** Whom the examiner expects, with a box for each part of the test to fill in by hand. */
export function dayList(data: DayListData, words: PaperWords): LayoutDocument {
  const { tests } = words;
  const sitting = `${printDay(data.day, words)} · ${data.startsAt}`;
  const heard = data.heardAt === null ? tests.listNeverHeard : tests.listHeard(printInstant(data.heardAt, words));
  return a4Paper(data, words, {
    title: `${tests.listTitle} ${data.centre.code} ${data.day}`,
    content: [
      paperHead(data, {
        title: tests.listTitle,
        number: `${data.centre.code} · ${data.day}`,
        underline: `${data.centre.name} (${data.centre.code})`,
      }),
      ...sheetNotes(data, words),
      callout(sitting, [`${tests.seats(data.candidates.length)}. ${tests.listWord(printInstant(data.madeAt, words))}`, heard], tone.grey),
      { stack: [candidateTable(data, words)], margin: [0, 16, 0, 0] },
      { stack: [signatures([tests.examiner, tests.supervisor])], unbreakable: true },
    ],
  });
}

function candidateTable({ candidates, stages }: DayListData, { tests, label }: PaperWords): Content {
  const box = 40;
  return rowTable(
    [
      { title: tests.seat, width: 26, isRight: true },
      { title: tests.candidate, width: '*' },
      { title: label.idNumber, width: 58 },
      { title: tests.licenceClass, width: 28 },
      ...stages.map((title) => ({ title, width: box })),
      { title: tests.result, width: box },
    ],
    candidates.map((one): Content[] => [
      { ...right(one.seat), bold: true, fontSize: 12 },
      { stack: [{ text: one.name, bold: true }, small(`${one.bookingNumber} · ${tests.attempt(one.attempt)}`)] },
      code(one.maskedId, 9.5),
      one.licenceClass,
      ...stages.map(() => ''),
      '',
    ]),
    'boxes',
  );
}
