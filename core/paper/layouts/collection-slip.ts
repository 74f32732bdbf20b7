import type { PaperWords } from '#shared/text/en/paper.ts';
import { printInstant } from '../dates.ts';
import type { CollectionSlipData } from '../collection-paper.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { paperHead, plateRow, sheetNotes } from './parts.ts';
import { factLine, framed, rollPaper, rollVehicle, rule } from './roll.ts';
import { callout, factGrid, heading, tone, type Fact } from './style.ts';
import { signatures } from './table.ts';

/** Who took what, when, and by whose word. */
export function collectionSlipA4(data: CollectionSlipData, words: PaperWords): LayoutDocument {
  const { collection } = words;
  return a4Paper(data, words, {
    title: `${collection.title} ${data.number}`,
    content: [
      paperHead(data, { title: collection.title, number: data.number, underline: collection.kind[data.itemKind] }),
      ...sheetNotes(data, words),
      callout(collection.word, [collection.sentence, ...(data.isOldBookIn ? [collection.oldBook] : [])], tone.green),
      ...plateRow(data.plate, [data.vehicleLine ?? '', words.label.vehicle]),
      heading(collection.what),
      factGrid(itemFacts(data, words), 3),
      heading(collection.who),
      factGrid(collectorFacts(data, words), 3),
      signatures([
        `${collection.collectorSign}: ${data.signedOnScreen ? collection.onScreen : data.collectorName}`,
        `${collection.clerkSign}: ${data.clerkName}`,
      ]),
    ],
  });
}

/** The same slip on a roll. */
export function collectionSlip80mm(data: CollectionSlipData, words: PaperWords): LayoutDocument {
  const { collection } = words;
  return rollPaper(data, words, {
    title: collection.title,
    number: data.number,
    underline: collection.kind[data.itemKind],
    content: [
      framed(collection.word, [collection.sentence, ...(data.isOldBookIn ? [collection.oldBook] : [])]),
      ...rollVehicle(data.plate, data.vehicleLine),
      rule(),
      ...itemFacts(data, words).map(factLine),
      rule(),
      ...collectorFacts(data, words).map(factLine),
    ],
  });
}

function itemFacts({ itemKind, itemNumber, reference }: CollectionSlipData, { collection, label }: PaperWords): readonly Fact[] {
  return [
    { label: collection.item, value: collection.kind[itemKind], look: 'strong' },
    ...(itemNumber === '' ? [] : [{ label: collection.itemNumber, value: itemNumber, look: 'code' } as const]),
    ...(reference === '' ? [] : [{ label: label.reference, value: reference, look: 'code' } as const]),
  ];
}

function collectorFacts(data: CollectionSlipData, words: PaperWords): readonly Fact[] {
  const { collection, label } = words;
  const { letter } = data;
  return [
    { label: collection.collector, value: data.collectorName, look: 'strong' },
    { label: label.idNumber, value: data.collectorMaskedId, look: 'code' },
    { label: collection.as, value: collection.role[data.collectedAs] },
    ...(letter === null ? [] : [{ label: collection.letter, value: letterLine(letter, collection) } as const]),
    { label: collection.at, value: printInstant(data.at, words) },
    { label: label.clerk, value: data.clerkName },
  ];
}

function letterLine({ signedBy, day, isScanned }: NonNullable<CollectionSlipData['letter']>, words: PaperWords['collection']): string {
  return [words.signedBy(signedBy, day), ...(isScanned ? [words.scanned] : [])].join('; ');
}
