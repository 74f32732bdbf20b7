import type { PaperWords } from '#shared/text/en/paper.ts';
import { printDay } from '../dates.ts';
import type { TestSlipData } from '../test-papers.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { bulletList, paperHead, sheetNotes } from './parts.ts';
import { centred, factLine, framed, rollPaper, rule } from './roll.ts';
import { callout, factGrid, heading, tone, type Fact } from './style.ts';

/** A seat that is the candidate's own, or plainly none. */
export function testSlipA4(data: TestSlipData, words: PaperWords): LayoutDocument {
  const { tests } = words;
  const { word, sentence, place, time } = outcomeWords(data, words);
  return a4Paper(data, words, {
    title: `${tests.slipTitle} ${data.bookingNumber}`,
    content: [
      paperHead(data, { title: tests.slipTitle, number: data.bookingNumber, underline: data.licenceClass }),
      ...sheetNotes(data, words),
      callout(word, [sentence], data.outcome.kind === 'final' ? tone.green : tone.red),
      {
        columns: [
          {
            width: 150,
            stack: [
              { text: place.label, fontSize: 9 },
              { text: place.value, bold: true, fontSize: 40 },
            ],
          },
          {
            width: '*',
            stack: [
              { text: printDay(data.day, words), bold: true, fontSize: 17 },
              { text: time, fontSize: 12, margin: [0, 4, 0, 0] },
              { text: `${data.centre.name} (${data.centre.code})`, fontSize: 12, margin: [0, 4, 0, 0] },
            ],
          },
        ],
        columnGap: 18,
        margin: [0, 20, 0, 6],
      },
      factGrid(candidateFacts(data, words), 3),
      ...(data.outcome.kind === 'final' ? [heading(tests.bringTitle), bulletList(tests.bring)] : []),
    ],
  });
}

/** The same slip on a roll. */
export function testSlip80mm(data: TestSlipData, words: PaperWords): LayoutDocument {
  const { tests } = words;
  const { word, sentence, place, time } = outcomeWords(data, words);
  return rollPaper(data, words, {
    title: tests.slipTitle,
    number: data.bookingNumber,
    underline: data.licenceClass,
    content: [
      framed(word, [sentence]),
      { text: place.label, fontSize: 9, alignment: 'center', margin: [0, 9, 0, 0] },
      { text: place.value, bold: true, fontSize: 32, alignment: 'center' },
      { text: printDay(data.day, words), bold: true, fontSize: 13, alignment: 'center' },
      { text: time, alignment: 'center', margin: [0, 3, 0, 0] },
      { text: `${data.centre.name} (${data.centre.code})`, alignment: 'center', margin: [0, 2, 0, 0] },
      rule(),
      ...candidateFacts(data, words).map(factLine),
      ...(data.outcome.kind === 'final'
        ? [rule(), { text: tests.bringTitle, bold: true }, ...tests.bring.map((line) => centred(line))]
        : []),
    ],
  });
}

/** Whoever waits is told no time to be there. */
function outcomeWords({ outcome, session, startsAt }: TestSlipData, { tests }: PaperWords) {
  return outcome.kind === 'final'
    ? {
        word: tests.final,
        sentence: tests.finalSentence,
        place: { label: tests.seat, value: String(outcome.seat) },
        time: `${tests.start} ${startsAt} · ${tests.session[session]}`,
      }
    : {
        word: tests.notABooking,
        sentence: tests.notABookingSentence,
        place: { label: tests.place, value: String(outcome.place) },
        time: tests.askedFor(tests.session[session]),
      };
}

function candidateFacts(data: TestSlipData, { tests, label }: PaperWords): readonly Fact[] {
  const receipt: readonly Fact[] =
    data.receiptNumber === null ? [] : [{ label: label.receiptNumber, value: data.receiptNumber, look: 'code' }];
  return [
    { label: tests.candidate, value: data.candidateName, look: 'strong' },
    { label: label.idNumber, value: data.maskedId, look: 'code' },
    { label: tests.provisional, value: data.provisionalLicence, look: 'code' },
    ...receipt,
  ];
}
