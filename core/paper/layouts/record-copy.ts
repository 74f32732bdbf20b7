import type { Content } from 'pdfmake/interfaces.js';
import { msOf } from '#shared/base/instant.ts';
import type { FactSource } from '#shared/domain/vehicle.ts';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printDay, printInstant } from '../dates.ts';
import type { RecordCopyData } from '../record-paper.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { paperHead, plateRow, sheetNotes } from './parts.ts';
import { callout, code, colour, factGrid, heading, tone, type Fact } from './style.ts';
import { right, rowTable } from './table.ts';

/** "Particulars of Vehicle": what the hub's record says, each fact with its source and its age on the day of printing. */
export function recordCopy(data: RecordCopyData, words: PaperWords): LayoutDocument {
  const { record } = words;
  return a4Paper(data, words, {
    title: `${record.title} ${data.reference}`,
    content: [
      paperHead(data, { title: record.title, number: data.reference, underline: record.underline(printInstant(data.madeAt, words)) }),
      ...sheetNotes(data, words),
      callout(record.word, [`${record.sentence} ${words.notAboutPaper}`], tone.grey),
      ...plateRow(data.plate, [data.vehicleLine, `${words.label.plateClass}: ${data.plateClass}`]),
      { stack: [factGrid(applicantFacts(data, words), 3)], margin: [0, 14, 0, 0] },
      heading(words.section.vehicle),
      vehicleTable(data, words),
      { stack: [heading(record.owners), ownerTable(data, words)], unbreakable: true },
      { stack: [heading(record.marks), markTable(data, words)], unbreakable: true },
    ],
  });
}

function applicantFacts(data: RecordCopyData, words: PaperWords): readonly Fact[] {
  const { record, label } = words;
  const chassis = data.vehicle.find(({ field }) => field === 'chassis')?.value ?? '';
  const receipt: readonly Fact[] =
    data.receiptNumber === null ? [] : [{ label: label.receiptNumber, value: data.receiptNumber, look: 'code' }];
  return [
    { label: record.askedBy, value: `${data.applicantName} · ${data.applicantMaskedId}`, look: 'strong' },
    { label: record.searchedBy[data.searchedBy], value: data.searchedBy === 'plate' ? data.plate : chassis, look: 'code' },
    ...receipt,
  ];
}

const sourceWidth = 182;
const ageWidth = 46;

function vehicleTable(data: RecordCopyData, words: PaperWords): Content {
  const { label, record } = words;
  return rowTable(
    [
      { title: label.fact, width: 112 },
      { title: label.value, width: '*' },
      { title: label.source, width: sourceWidth },
      { title: record.age, width: ageWidth, isRight: true },
    ],
    data.vehicle.map(({ field, value, source }): Content[] => [
      { text: words.field[field], color: colour.quiet },
      field === 'chassis' || field === 'engineNumber' ? code(value, 9.5) : value,
      ...sourceCells(source, data, words),
    ]),
  );
}

function ownerTable(data: RecordCopyData, words: PaperWords): Content {
  const { label, record } = words;
  return rowTable(
    [
      { title: label.order, width: 18 },
      { title: label.name, width: '*' },
      { title: label.source, width: sourceWidth },
      { title: record.age, width: ageWidth, isRight: true },
    ],
    data.owners.map(({ name, maskedId, source }, index): Content[] => [
      String(index + 1),
      {
        stack: [
          { text: name, bold: true },
          { ...code(`${label.idNumber} ${maskedId}`, 8.5), color: colour.quiet },
        ],
      },
      ...sourceCells(source, data, words),
    ]),
  );
}

/** That there are none is a fact too, and as old as any. */
function markTable(data: RecordCopyData, words: PaperWords): Content {
  const { label, record } = words;
  const rows =
    data.marks.length === 0
      ? [[{ text: words.note.none }, '', ...sourceCells(data.marksSource, data, words)]]
      : data.marks.map(({ kind, by, since }): Content[] => [
          { text: [{ text: `${record.mark[kind]} · `, bold: true }, by] },
          printDay(since, words),
          ...sourceCells(data.marksSource, data, words),
        ]);
  return rowTable(
    [
      { title: record.by, width: '*' },
      { title: record.since, width: 94 },
      { title: label.source, width: sourceWidth },
      { title: record.age, width: ageWidth, isRight: true },
    ],
    rows,
  );
}

function sourceCells(source: FactSource, { madeAt }: RecordCopyData, words: PaperWords): Content[] {
  const from = source.from === 'registry' ? words.source.registry(printInstant(source.asOf, words)) : words.source.paper;
  const age = ageWords(msOf(madeAt) - msOf(source.asOf), words);
  return [
    { text: from, color: colour.quiet, fontSize: 8 },
    { ...right(age), fontSize: 8.5 },
  ];
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Rounded down, in the largest unit that has one; what is newer than the paper is 0 minutes old. */
function ageWords(ms: number, { record }: PaperWords): string {
  if (ms >= dayMs) return record.daysOld(Math.floor(ms / dayMs));
  if (ms >= hourMs) return record.hoursOld(Math.floor(ms / hourMs));
  return record.minutesOld(Math.max(0, Math.floor(ms / minuteMs)));
}
