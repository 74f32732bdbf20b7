import type { Content } from 'pdfmake/interfaces.js';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printDay, printInstant } from '../dates.ts';
import type { CertificateData, PaperStage, ResultSlipData } from '../result-papers.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { bulletList, paperHead, sheetNotes } from './parts.ts';
import { factLine, framed, rollPaper, rule } from './roll.ts';
import { callout, factGrid, heading, tone, type Fact } from './style.ts';
import { right, rowTable, signatures } from './table.ts';

type Tested = CertificateData | ResultSlipData;

/** Who passed, in what, and until when that is good. It says plainly that it is no licence. */
export function certificate(data: CertificateData, words: PaperWords): LayoutDocument {
  const { certificate: own, whatItIs } = words.results;
  const isGood = data.standing !== 'ended';
  return a4Paper(data, words, {
    title: `${own.title} ${data.number}`,
    content: [
      paperHead(data, { title: own.title, number: data.number, underline: data.licenceClass }),
      ...sheetNotes(data, words),
      ...(isGood ? [callout(own.word, [own.sentence(data.centre.name, printDay(data.day, words))], tone.green)] : []),
      ...standingNote(data, words),
      { text: data.candidateName, bold: true, fontSize: 24, margin: [0, 22, 0, 12] },
      factGrid(testFacts(data, words), 3),
      heading(words.results.stages),
      stageTable(data.stages, words),
      ...(isGood
        ? [
            { text: own.validUntil(printDay(data.validUntil, words)), bold: true, fontSize: 15, margin: [0, 20, 0, 3] } as Content,
            { text: own.validSentence },
          ]
        : []),
      heading(whatItIs),
      bulletList(own.isNot),
      { stack: [signatures([words.tests.examiner, words.tests.supervisor])], unbreakable: true },
    ],
  });
}

/** What was not passed, and from when the candidate may come again. */
export function resultSlipA4(data: ResultSlipData, words: PaperWords): LayoutDocument {
  const { slip } = words.results;
  return a4Paper(data, words, {
    title: `${slip.title} ${data.number}`,
    content: [
      paperHead(data, { title: slip.title, number: data.number, underline: data.licenceClass }),
      ...sheetNotes(data, words),
      callout(slip.word, [slip.sentence], tone.red),
      ...standingNote(data, words),
      { text: resitWords(data, words), bold: true, fontSize: 17, margin: [0, 20, 0, 3] },
      ...(data.resitFrom === null ? [] : [{ text: slip.resitSentence }]),
      heading(words.results.stages),
      stageTable(data.stages, words),
      heading(words.results.candidate),
      factGrid([{ label: words.results.candidate, value: data.candidateName, look: 'strong' }, ...testFacts(data, words)], 3),
    ],
  });
}

/** The same slip on a roll. */
export function resultSlip80mm(data: ResultSlipData, words: PaperWords): LayoutDocument {
  const { slip, candidate } = words.results;
  const state = standingWords(data, words);
  return rollPaper(data, words, {
    title: slip.title,
    number: data.number,
    underline: data.licenceClass,
    content: [
      framed(slip.word, [slip.sentence]),
      ...(state === null ? [] : [framed(state.word, [state.sentence])]),
      { text: resitWords(data, words), bold: true, fontSize: 13, alignment: 'center', margin: [0, 10, 0, 0] },
      ...(data.resitFrom === null ? [] : [{ text: slip.resitSentence, fontSize: 8, alignment: 'center' } as Content]),
      rule(),
      ...data.stages.map((stage) => factLine({ label: stage.name, value: stageWords(stage, words), look: 'strong' })),
      rule(),
      factLine({ label: candidate, value: data.candidateName, look: 'strong' }),
      ...testFacts(data, words).map(factLine),
    ],
  });
}

function resitWords({ resitFrom }: ResultSlipData, words: PaperWords): string {
  const { slip } = words.results;
  return resitFrom === null ? slip.noResit : slip.resit(printDay(resitFrom, words));
}

/** What the paper is worth beside what it says; nothing where the hub has confirmed it. */
function standingNote(data: Tested, words: PaperWords): Content[] {
  const state = standingWords(data, words);
  const note = state === null ? [] : [callout(state.word, [state.sentence], data.standing === 'ended' ? tone.red : tone.amber)];
  const { corrected } = data;
  if (corrected === null) return note;
  return [...note, { text: words.results.corrected(printInstant(corrected.at, words), corrected.reason), margin: [0, 8, 0, 0] }];
}

function standingWords({ standing }: Tested, { results, standing: names }: PaperWords) {
  if (standing === 'confirmed') return null;
  return standing === 'ended'
    ? { word: results.ended, sentence: results.endedSentence }
    : { word: names[standing], sentence: results.provisional };
}

function testFacts(data: Tested, words: PaperWords): readonly Fact[] {
  const { results, label, tests } = words;
  return [
    { label: label.idNumber, value: data.maskedId, look: 'code' },
    { label: tests.provisional, value: data.provisionalLicence, look: 'code' },
    { label: results.booking, value: data.bookingNumber, look: 'code' },
    { label: results.tested, value: printDay(data.day, words), look: 'strong' },
    { label: results.centre, value: `${data.centre.name} (${data.centre.code})` },
    { label: results.recordedBy, value: data.clerkName },
    { label: results.recordedAt, value: printInstant(data.at, words) },
  ];
}

function stageTable(stages: readonly PaperStage[], words: PaperWords): Content {
  const { results } = words;
  return rowTable(
    [
      { title: results.stage, width: '*' },
      { title: results.marks, width: 90, isRight: true },
      { title: results.needed, width: 70, isRight: true },
      { title: words.tests.result, width: 100, isRight: true },
    ],
    stages.map((stage): Content[] => [
      { text: stage.name, bold: true },
      right(stage.marks === null ? results.notTaken : results.of(stage.marks, stage.fullMarks)),
      right(stage.passMarks),
      right(stage.marks === null ? '' : stage.marks >= stage.passMarks ? results.stagePassed : results.stageFailed),
    ]),
  );
}

function stageWords({ marks, fullMarks, passMarks }: PaperStage, { results }: PaperWords): string {
  if (marks === null) return results.notTaken;
  return `${results.of(marks, fullMarks)} · ${marks >= passMarks ? results.stagePassed : results.stageFailed}`;
}
