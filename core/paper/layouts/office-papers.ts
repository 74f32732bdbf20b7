import type { Content } from 'pdfmake/interfaces.js';
import type { Day } from '#shared/base/instant.ts';
import { formatKes } from '#shared/base/money.ts';
import { unaccounted, type SheetCount } from '#shared/domain/sheet.ts';
import type { PaperWords } from '#shared/text/en/paper.ts';
import { printDay, printInstant } from '../dates.ts';
import type { SeriesReportData, SheetReportData, VoidFormData } from '../office-papers.ts';
import { a4Paper } from './a4.ts';
import type { LayoutDocument } from './layout-document.ts';
import { bulletList, paperHead, plateRow, sheetNotes } from './parts.ts';
import { callout, code, factGrid, heading, tone } from './style.ts';
import { amount, right, rowTable, signatures } from './table.ts';

/** The void form: the receipt's facts, the reason, and two places to sign. */
export function voidForm(data: VoidFormData, words: PaperWords): LayoutDocument {
  const { office, label } = words;
  return a4Paper(data, words, {
    title: `${office.voidTitle} ${data.receiptNumber}`,
    content: [
      paperHead(data, { title: office.voidTitle, number: data.receiptNumber, underline: data.serviceName }),
      ...sheetNotes(data, words),
      ...plateRow(data.plate, [data.vehicleLine ?? '', label.vehicle]),
      heading(office.receipt),
      factGrid(
        [
          { label: label.payer, value: data.payerName, look: 'strong' },
          { label: label.idNumber, value: data.payerMaskedId, look: 'code' },
          { label: label.total, value: formatKes(data.amountCents), look: 'strong' },
          { label: label.method, value: data.method },
          { label: label.code, value: data.code, look: 'code' },
          { label: label.takenAt, value: printInstant(data.takenAt, words) },
          { label: label.clerk, value: data.takenBy },
          { label: label.reference, value: data.applicationReference, look: 'code' },
        ],
        3,
      ),
      heading(office.voided),
      factGrid(
        [
          { label: office.reason, value: data.reason, look: 'strong' },
          { label: office.voidedAt, value: printInstant(data.voidedAt, words) },
          { label: office.voidedBy, value: data.voidedBy },
          { label: office.supervisor, value: data.supervisorName },
          { label: office.note, value: data.note === '' ? office.noNote : data.note },
        ],
        3,
      ),
      { text: [data.caseWords, ' ', office.numberKept], margin: [0, 4, 0, 0] },
      signatures([`${office.clerkSign}: ${data.voidedBy}`, `${office.supervisorSign}: ${data.supervisorName}`, office.customerSign]),
    ],
  });
}

/** The series report: per letter the first number, the last, how many, and each one that is missing. */
export function seriesReport(data: SeriesReportData, words: PaperWords): LayoutDocument {
  const { office } = words;
  const missing = data.series.flatMap((series) => series.missing);
  const title = office.seriesTitle;
  return a4Paper(data, words, {
    title: `${title} ${data.from}`,
    content: [
      paperHead(data, { title, number: `${data.office.code} · PC ${data.deviceNo}`, underline: daysText(data, words) }),
      ...sheetNotes(data, words),
      missing.length === 0
        ? callout(office.noneMissing, [office.noneMissingSentence], tone.green)
        : callout(office.missing(missing.length), [office.missingSentence], tone.red),
      heading(office.seriesHeading),
      rowTable(
        [
          { title: office.letter, width: 30 },
          { title: office.first, width: '*' },
          { title: office.last, width: '*' },
          { title: office.count, width: 34, isRight: true },
          { title: office.void, width: 30, isRight: true },
          { title: office.missingHead, width: 40, isRight: true },
          { title: office.goodCents, width: 56, isRight: true },
        ],
        data.series.map((one): Content[] => [
          code(one.letter, 9.5),
          code(one.first, 9),
          code(one.last, 9),
          right(one.count),
          right(one.voided),
          right(one.missing.length),
          amount(one.goodCents),
        ]),
      ),
      ...(data.series.length === 0 ? [{ text: office.noReceipts, margin: [0, 6, 0, 0] } satisfies Content] : []),
      ...(missing.length === 0 ? [] : [heading(office.missingHead), bulletList(missing)]),
      { text: office.letterNote, fontSize: 9, margin: [0, 12, 0, 0] },
      signatures([office.supervisorSign]),
    ],
  });
}

const counted = ['opening', 'received', 'used', 'spoiled', 'returned', 'left'] as const satisfies readonly (keyof SheetCount)[];

/** The sheet report: what was there or came, where each sheet went, and that nothing is left over. */
export function sheetReport(data: SheetReportData, words: PaperWords): LayoutDocument {
  const { office } = words;
  const open = unaccounted(data.total);
  return a4Paper(data, words, {
    title: `${office.sheetTitle} ${data.from}`,
    content: [
      paperHead(data, { title: office.sheetTitle, number: `${data.office.code} · PC ${data.deviceNo}`, underline: daysText(data, words) }),
      ...sheetNotes(data, words),
      open === 0
        ? callout(office.balanced, [office.balancedSentence(data.total)], tone.green)
        : callout(office.unbalanced, [office.unbalancedSentence(open)], tone.red),
      heading(office.byRange),
      rowTable(
        [{ title: office.range, width: '*' }, ...counted.map((key) => ({ title: office.sheets[key], width: 42, isRight: true }))],
        [
          ...data.ranges.map(({ from, to, count }): Content[] => [code(`${from} – ${to}`, 9), ...counted.map((key) => right(count[key]))]),
          [{ text: words.label.total, bold: true }, ...counted.map((key) => ({ ...right(data.total[key]), bold: true }))],
        ],
      ),
      ...(data.total.spoiledLater === 0
        ? []
        : [{ text: office.spoiledLater(data.total.spoiledLater), fontSize: 9, margin: [0, 8, 0, 0] } satisfies Content]),
      ...(data.spoiled.length === 0
        ? []
        : [
            heading(office.spoiledSheets),
            rowTable(
              [
                { title: office.serial, width: 120 },
                { title: office.when, width: 150 },
                { title: office.reason, width: '*' },
              ],
              data.spoiled.map(({ serial, at, reason }): Content[] => [code(serial, 9.5), printInstant(at, words), reason]),
            ),
          ]),
      signatures([office.clerkSign, office.supervisorSign]),
    ],
  });
}

function daysText({ from, to }: { readonly from: Day; readonly to: Day }, words: PaperWords): string {
  return from === to ? printDay(from, words) : `${printDay(from, words)} – ${printDay(to, words)}`;
}
