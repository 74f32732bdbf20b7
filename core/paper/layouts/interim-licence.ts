import type { Content } from 'pdfmake/interfaces.js';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printDay } from '../dates.ts';
import type { InterimLicenceData } from '../result-papers.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { bulletList, paperHead, sheetNotes } from './parts.ts';
import { callout, factGrid, heading, tone, type Fact } from './style.ts';
import { rowTable } from './table.ts';

/** Who may drive what until when. Where the hub has not approved it, it is none and says so. */
export function interimLicence(data: InterimLicenceData, words: PaperWords): LayoutDocument {
  const { interim, whatItIs } = words.results;
  const isApproved = data.standing === 'confirmed';
  return a4Paper(data, words, {
    title: `${interim.title} ${data.number}`,
    preview: !isApproved,
    content: [
      paperHead(data, { title: interim.title, number: data.number, underline: data.holderName }),
      ...sheetNotes(data, words),
      isApproved ? callout(interim.word, [interim.sentence], tone.green) : callout(words.mark.notValid, [interim.notApproved], tone.red),
      { text: data.holderName, bold: true, fontSize: 24, margin: [0, 22, 0, 12] },
      factGrid(holderFacts(data, words), 3),
      heading(interim.classes),
      classTable(data, words),
      ...(isApproved
        ? [{ text: interim.validUntil(printDay(data.validUntil, words)), bold: true, fontSize: 17, margin: [0, 20, 0, 3] } as Content]
        : []),
      heading(whatItIs),
      bulletList(interim.isNot),
    ],
  });
}

function holderFacts(data: InterimLicenceData, { results, label }: PaperWords): readonly Fact[] {
  const receipt: readonly Fact[] =
    data.receiptNumber === null ? [] : [{ label: label.receiptNumber, value: data.receiptNumber, look: 'code' }];
  return [
    { label: label.idNumber, value: data.maskedId, look: 'code' },
    { label: results.interim.certificate, value: data.certificateNumber, look: 'code' },
    ...receipt,
  ];
}

function classTable({ classes }: InterimLicenceData, words: PaperWords): Content {
  const { interim } = words.results;
  return rowTable(
    [
      { title: interim.licenceClass, width: '*' },
      { title: interim.since, width: 120 },
      { title: interim.until, width: 120 },
    ],
    classes.map(({ licenceClass, since, until }): Content[] => [
      { text: licenceClass, bold: true },
      printDay(since, words),
      until === null ? '' : printDay(until, words),
    ]),
  );
}
