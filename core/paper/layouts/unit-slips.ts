import type { Content } from 'pdfmake/interfaces.js';
import type { PaperWords } from '#shared/text/en/paper.ts';
import type { UnitSlip, UnitSlipsData } from '../batch-papers.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { paperHead, sheetNotes } from './parts.ts';
import { centred, factLine, rollPaper, rollVehicle, rule } from './roll.ts';
import { factGrid, tone, type Fact } from './style.ts';

/** The slips of a batch on A4, some on each page, to be cut apart. */
export function unitSlipsA4(data: UnitSlipsData, words: PaperWords): LayoutDocument {
  const { batch } = words;
  return a4Paper(data, words, {
    title: `${batch.slipTitle} ${data.batchNumber}`,
    content: [
      paperHead(data, { title: batch.slipTitle, number: data.batchNumber, underline: batch.underline(data.dealerName) }),
      ...sheetNotes(data, words),
      ...data.slips.map((slip) => slipA4(slip, data, words)),
    ],
  });
}

/** The same slips on a roll, one under the other. */
export function unitSlips80mm(data: UnitSlipsData, words: PaperWords): LayoutDocument {
  const { batch } = words;
  return rollPaper(data, words, {
    title: batch.slipTitle,
    number: data.batchNumber,
    underline: batch.underline(data.dealerName),
    content: data.slips.flatMap((slip) => [
      rule(),
      { text: batch.unitState[slip.state], bold: true, fontSize: 12, alignment: 'center' },
      ...rollVehicle(slip.plate, slip.model),
      { text: '', margin: [0, 4, 0, 0] },
      ...slipFacts(slip, words).map(factLine),
      centred(batch.slipIs),
    ]),
  });
}

const stateTone = {
  queued: tone.amber,
  'in-review': tone.amber,
  returned: tone.red,
  registered: tone.green,
  withdrawn: tone.grey,
} as const;

function slipA4(slip: UnitSlip, { batchNumber, dealerName }: UnitSlipsData, words: PaperWords): Content {
  const { batch } = words;
  return {
    unbreakable: true,
    margin: [0, 16, 0, 0],
    stack: [
      {
        columns: [
          { width: '*', text: batch.slipOf(slip.row, batchNumber), bold: true },
          { width: 'auto', text: batch.unitState[slip.state], bold: true, color: stateTone[slip.state].ink },
        ],
      },
      { text: dealerName, fontSize: 9 },
      { text: slip.plate ?? '–', bold: true, fontSize: 20, margin: [0, 6, 0, 6] },
      factGrid(slipFacts(slip, words), 3),
      { text: batch.slipIs, fontSize: 8, margin: [0, 4, 0, 8] },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 515, y2: 0, lineWidth: 0.6, dash: { length: 3, space: 3 } }] },
    ],
  };
}

function slipFacts(slip: UnitSlip, { batch, field }: PaperWords): readonly Fact[] {
  const { collectionOffice: office } = slip;
  return [
    { label: field.chassis, value: slip.chassis, look: 'code' },
    { label: field.engineNumber, value: slip.engineNumber, look: 'code' },
    { label: field.model, value: slip.model },
    { label: batch.owner, value: `${slip.ownerName} ${slip.ownerMaskedId}`, look: 'strong' },
    { label: batch.logbook, value: slip.logbookNumber ?? '–', look: 'code' },
    { label: batch.fetchedAt, value: `${office.name} (${office.code})` },
  ];
}
