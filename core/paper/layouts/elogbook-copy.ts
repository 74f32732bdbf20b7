import type { Content } from 'pdfmake/interfaces.js';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printDay, printInstant } from '../dates.ts';
import type { LogbookCopyData, LogbookOwner, VehicleField } from '../paper.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { bulletList, paperHead, plateRow, sheetNotes } from './parts.ts';
import { callout, code, factGrid, heading, small, tone, type Fact } from './style.ts';

/** The record in our own layout: no mark of NTSA or the Republic, and no word on whether any paper logbook is genuine. */
export function elogbookCopy(data: LogbookCopyData, words: PaperWords): LayoutDocument {
  const asOf = printInstant(data.recordAsOf, words);
  return a4Paper(data, words, {
    title: `${words.title.logbookCopy} ${data.logbookNumber}`,
    preview: data.preview,
    content: [
      // A preview carries no code, so that no scanner ever takes it for a copy.
      paperHead(data.preview ? { ...data, qr: null } : data, {
        title: words.title.logbookCopy,
        number: data.logbookNumber,
        underline: words.copyOfRecord(asOf),
      }),
      ...previewBox(data, words),
      ...sheetNotes(data, words),
      ...plateRow(data.plate, [vehicleName(data), `${words.label.plateClass}: ${data.plateClass}`]),
      {
        stack: [
          heading(words.section.vehicle),
          factGrid(vehicleFacts(data, words, true), 3),
          factGrid(vehicleFacts(data, words, false), 4),
        ],
      },
      { stack: [heading(words.section.owners), ownerTable(data.owners, words)], unbreakable: true },
      { stack: [heading(words.section.record), factGrid(recordFacts(data, words), 3)], unbreakable: true },
      { stack: [heading(words.section.notes), notes(data, words)] },
      verifyBox(data, words),
    ],
  });
}

function previewBox(data: LogbookCopyData, words: PaperWords): Content[] {
  return data.preview ? [callout(words.mark.notValid, [words.mark.notValidSentence], tone.red)] : [];
}

function vehicleName(data: LogbookCopyData): string {
  const valueOf = (field: string): string => data.vehicle.find((fact) => fact.field === field)?.value ?? '';
  return `${valueOf('make')} ${valueOf('model')}`.trim();
}

const codeFields: readonly VehicleField[] = ['chassis', 'engineNumber', 'customsEntry'];

/** Long codes stand in a row of their own, where they have room; everything else follows in the order of the record. */
function vehicleFacts(data: LogbookCopyData, words: PaperWords, codes: boolean): readonly Fact[] {
  return data.vehicle
    .filter(({ field }) => codeFields.includes(field) === codes)
    .map(({ field, value }): Fact => ({ label: words.field[field], value, look: codes ? 'code' : 'plain' }));
}

function recordFacts(data: LogbookCopyData, words: PaperWords): readonly Fact[] {
  const { label } = words;
  const copy: readonly Fact[] = data.copy === null ? [] : [{ label: label.copy, value: String(data.copy) }];
  return [
    { label: label.ownership, value: words.ownership[data.ownershipType] },
    { label: label.previousOwners, value: String(data.previousOwners) },
    { label: label.issued, value: printDay(data.issuedDay, words) },
    { label: label.reference, value: data.applicationReference, look: 'code' },
    { label: label.collection, value: `${data.collectionOffice.name} (${data.collectionOffice.code})` },
    ...copy,
  ];
}

function ownerTable(owners: readonly LogbookOwner[], words: PaperWords): Content {
  const { label } = words;
  return {
    layout: 'rows',
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [18, '*', 80, 90],
      body: [
        [small(label.order), small(label.name), small(label.idNumber), small(label.pin)],
        ...owners.map((owner, index): Content[] => [
          String(index + 1),
          {
            stack: [
              { text: owner.name, bold: true },
              small([words.ownerRole[owner.role], owner.postalAddress].filter(Boolean).join(' · ')),
            ],
          },
          code(owner.maskedId, 9.5),
          code(owner.maskedPin, 9.5),
        ]),
      ],
    },
  };
}

function notes(data: LogbookCopyData, words: PaperWords): Content {
  const lines = [...data.marks.map((mark) => words.note[mark.kind](mark.by, printDay(mark.since, words))), ...data.conditions];
  return lines.length === 0 ? { text: words.note.none } : bulletList(lines);
}

function verifyBox(data: LogbookCopyData, words: PaperWords): Content {
  return {
    unbreakable: true,
    stack: [
      heading(words.section.verify),
      {
        columns: [
          { width: 172, stack: [small(words.label.verifyNumber), { ...code(data.verifyNumber, 15), margin: [0, 2, 0, 0] }] },
          { width: '*', stack: [{ text: words.verifySentence }, { text: words.notAboutPaper, margin: [0, 3, 0, 0] }] },
        ],
        columnGap: 18,
      },
    ],
  };
}
