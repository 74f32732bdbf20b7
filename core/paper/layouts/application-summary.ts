import type { Content } from 'pdfmake/interfaces.js';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printDay, printInstant } from '../dates.ts';
import type { ApplicationSummaryData, AttachedPaper, LegalClocks, PaperParty, VehicleFact } from '../paper.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { bulletList, feeTable, paperHead, plateRow, sheetNotes, standingTone } from './parts.ts';
import { callout, code, colour, factGrid, heading, small, type Fact } from './style.ts';

export function applicationSummary(data: ApplicationSummaryData, words: PaperWords): LayoutDocument {
  return a4Paper(data, words, {
    title: `${words.title.application} ${data.reference}`,
    content: [
      paperHead(data, { title: words.title.application, number: data.reference, underline: data.serviceName }),
      ...sheetNotes(data, words),
      callout(words.standing[data.standing], [data.stateWords, data.sentence], standingTone[data.standing]),
      ...permissions(data, words),
      ...plateRow(data.plate, [data.vehicleLine ?? '', words.label.vehicle]),
      { stack: [factGrid(caseFacts(data, words), 4)], margin: [0, 18, 0, 0] },
      ...section(words.section.parties, data.parties, (parties) => partyTable(parties, words)),
      ...section(words.section.vehicle, data.vehicle, (facts) => vehicleTable(facts, words)),
      ...section(words.section.fees, data.feeLines, (lines) => feeTable(lines, data.totalCents, words)),
      ...section(words.section.attached, data.attached, (papers) => attachedTable(papers, words)),
      ...clockLines(data.clocks, words),
      ...section(words.section.timeline, data.timeline, (lines) => timelineTable(lines, words)),
    ],
  });
}

/** A heading never stands at the foot of a page without its first rows, so each section is kept whole. */
function section<Item>(title: string, items: readonly Item[], body: (items: readonly Item[]) => Content): Content[] {
  return items.length === 0 ? [] : [{ stack: [heading(title), body(items)], unbreakable: items.length < 12 }];
}

function permissions(data: ApplicationSummaryData, words: PaperWords): Content[] {
  if (data.standing !== 'provisional') return [];
  const use = data.clocks === null ? [] : [words.mayNotUseAfter(printDay(data.clocks.notUsedAfter, words))];
  return [
    {
      columns: [
        { stack: [{ text: words.mayTitle, bold: true }, bulletList(words.may)] },
        { stack: [{ text: words.mayNotTitle, bold: true }, bulletList([...data.mayNot, ...use])] },
      ],
      columnGap: 24,
      margin: [0, 12, 0, 0],
    },
  ];
}

function caseFacts(data: ApplicationSummaryData, words: PaperWords): readonly Fact[] {
  const { label } = words;
  const facts: Fact[] = [...data.facts];
  if (data.dueDay !== null) facts.push({ label: label.dueDay, value: printDay(data.dueDay, words), look: 'strong' });
  if (data.collectionOffice !== null)
    facts.push({ label: label.collection, value: `${data.collectionOffice.name} (${data.collectionOffice.code})` });
  if (data.receiptNumber !== null) facts.push({ label: label.receiptNumber, value: data.receiptNumber, look: 'code' });
  return facts;
}

function partyTable(parties: readonly PaperParty[], words: PaperWords): Content {
  const { label } = words;
  return {
    layout: 'rows',
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [74, '*', 'auto', 186],
      body: [
        [small(label.role), small(label.name), small(label.idNumber), small(label.confirmation)],
        ...parties.map((party): Content[] => [
          words.role[party.role],
          { text: party.name, bold: true },
          code(party.maskedId, 9.5),
          party.confirmation === null
            ? { text: words.notConfirmed, color: colour.quiet }
            : words.confirmedBy[party.confirmation.method](printInstant(party.confirmation.at, words)),
        ]),
      ],
    },
  };
}

function vehicleTable(facts: readonly VehicleFact[], words: PaperWords): Content {
  const { label } = words;
  return {
    layout: 'rows',
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [128, '*', 184],
      body: [
        [small(label.fact), small(label.value), small(label.source)],
        ...facts.map(({ field, value, source }): Content[] => [
          { text: words.field[field], color: colour.quiet },
          field === 'chassis' || field === 'engineNumber' ? code(value, 9.5) : value,
          {
            text: source.from === 'registry' ? words.source.registry(printInstant(source.asOf, words)) : words.source.paper,
            color: colour.quiet,
            fontSize: 8.5,
          },
        ]),
      ],
    },
  };
}

function attachedTable(papers: readonly AttachedPaper[], words: PaperWords): Content {
  const { label } = words;
  return {
    layout: 'rows',
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', 50, 'auto'],
      body: [
        [small(label.paper), { ...small(label.pages), alignment: 'right' }, small(label.fingerprint)],
        ...papers.map((paper): Content[] => [
          paper.name,
          { text: String(paper.pages), alignment: 'right' },
          { ...code(paper.sha256Short, 8.5), color: colour.quiet },
        ]),
      ],
    },
  };
}

function clockLines(clocks: LegalClocks | null, words: PaperWords): Content[] {
  if (clocks === null) return [];
  const { clock } = words;
  const lines = [clock.inform(printDay(clocks.informRegistrarBy, words)), clock.use(printDay(clocks.notUsedAfter, words))];
  return [{ stack: [heading(words.section.clocks), bulletList(lines), { ...small(clock.law), margin: [0, 4, 0, 0] }], unbreakable: true }];
}

function timelineTable(lines: ApplicationSummaryData['timeline'], words: PaperWords): Content {
  return {
    layout: 'timeline',
    table: {
      widths: [165, '*'],
      body: lines.map(({ at, text }): Content[] => [{ text: printInstant(at, words), color: colour.quiet }, text]),
    },
  };
}
