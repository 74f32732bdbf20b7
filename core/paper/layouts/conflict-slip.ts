import type { PaperWords } from '#shared/text/en/paper.ts';
import { formatKes } from '#shared/base/money.ts';
import { printInstant } from '../dates.ts';
import type { ConflictSlipData } from '../paper.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { bulletList, paperHead, plateRow, sheetNotes } from './parts.ts';
import { centred, factLine, framed, rollPaper, rollVehicle, rule } from './roll.ts';
import { callout, factGrid, heading, tone, type Fact } from './style.ts';

/** What the customer takes along when another act came first: both acts, what they hold, and what they may do now. */
export function conflictSlipA4(data: ConflictSlipData, words: PaperWords): LayoutDocument {
  const { conflict } = words;
  const acts = conflictFacts(data, words);
  return a4Paper(data, words, {
    title: `${words.title.conflictSlip} ${data.reference}`,
    content: [
      paperHead(data, { title: words.title.conflictSlip, number: data.reference, underline: data.serviceName }),
      ...sheetNotes(data, words),
      callout(conflict.word, [conflict.sentence, conflict.keep], tone.red),
      ...plateRow(data.plate, [data.vehicleLine ?? '', words.label.vehicle]),
      heading(conflict.mine),
      factGrid(acts.mine, 3),
      heading(conflict.other),
      factGrid(acts.other, 3),
      heading(conflict.holds),
      factGrid(acts.holds, 3),
      heading(conflict.mayTitle),
      bulletList(conflict.may),
    ],
  });
}

/** The same slip on a roll. */
export function conflictSlip80mm(data: ConflictSlipData, words: PaperWords): LayoutDocument {
  const { conflict } = words;
  const acts = conflictFacts(data, words);
  const block = (title: string, facts: readonly Fact[]) => [
    rule(),
    { text: title, bold: true, margin: [0, 0, 0, 4] as [number, number, number, number] },
    ...facts.map(factLine),
  ];
  return rollPaper(data, words, {
    title: words.title.conflictSlip,
    number: data.reference,
    underline: data.serviceName,
    content: [
      framed(conflict.word, [conflict.sentence, conflict.keep]),
      ...rollVehicle(data.plate, data.vehicleLine),
      ...block(conflict.mine, acts.mine),
      ...block(conflict.other, acts.other),
      ...block(conflict.holds, acts.holds),
      rule(),
      { text: conflict.mayTitle, bold: true },
      ...conflict.may.map((line) => centred(line)),
    ],
  });
}

function conflictFacts({ mine, other, receipt }: ConflictSlipData, words: PaperWords) {
  const { label, conflict } = words;
  const act = ({ who, office, at }: ConflictSlipData['mine'], when: string): readonly Fact[] => [
    { label: label.clerk, value: who, look: 'strong' },
    { label: label.office, value: `${office.name} (${office.code})` },
    { label: when, value: printInstant(at, words) },
  ];
  const holds: readonly Fact[] =
    receipt === null
      ? [{ label: label.receiptNumber, value: conflict.noReceipt }]
      : [
          { label: label.receiptNumber, value: receipt.number, look: 'code' },
          { label: label.total, value: formatKes(receipt.amountCents), look: 'strong' },
          { label: label.payer, value: receipt.payerName },
        ];
  return {
    mine: act(mine, conflict.sentAt),
    other: act(other, conflict.firstAt),
    holds: [...holds, { label: label.state, value: words.standing.provisional, look: 'strong' } as const],
  };
}
