import type * as z from 'zod';
import type { PaperRef, paperWidth } from '#shared/contract/paper.ts';
import { getApplication } from '../applications/service.ts';
import { getReceipt } from '../payments/service.ts';
import { batchCoverData, batchReceiptData, unitSlipsData } from './batch-data.ts';
import { collectionSlipData } from './collection-data.ts';
import { countCopies, findLogbook, getLogbook, refuseEnded } from '../logbooks/service.ts';
import { AppError } from '../refusal.ts';
import { applicationData, conflictData, logbookData, receiptData, type PaperSource } from './data.ts';
import { seriesReportData, sheetReportData, voidFormData } from './office-data.ts';
import { interimLicenceData } from './interim-data.ts';
import { certificateData, dayListData, resultSlipData } from './result-data.ts';
import type { PaperDataByKind, PaperKind } from './paper.ts';
import { listReceiptLines, listSlipsData, schoolSlipData } from './school-data.ts';
import { shelfReportData } from './shelf-data.ts';
import { testSlipData } from './test-slip-data.ts';
import { testPageData } from './test-page-data.ts';
import { tradeRegisterData } from './trade-register-data.ts';

type Width = z.output<typeof paperWidth>;

/** What a paper says, and the layout it goes into: one member a layout, so that `kind` tells the type of `data`. */
export type MadePaper = {
  readonly [K in PaperKind]: { readonly kind: K; readonly data: PaperDataByKind[K]; readonly fileName: string };
}[PaperKind];

/** Gathers a paper from the office's rows. Nothing is made of what is not stored, and no logbook of what is not approved. */
export function makePaper(source: PaperSource, ref: PaperRef, width: Width): MadePaper {
  // The compiler cannot follow a union through the map of its own members.
  const make = makers[ref.kind] as (source: PaperSource, ref: PaperRef, width: Width) => MadePaper;
  return make(source, ref, width);
}

const makers: { readonly [K in PaperRef['kind']]: (source: PaperSource, ref: Extract<PaperRef, { kind: K }>, width: Width) => MadePaper } =
  {
    receipt: (source, { receiptNumber }, width) => receiptPaper(source, { receiptNumber, reprint: null, width }),
    'receipt-reprint': (source, { receiptNumber, reprint }, width) => receiptPaper(source, { receiptNumber, reprint, width }),
    'void-form': (source, { receiptNumber }) => ({
      kind: 'void-form',
      data: voidFormData(source, receiptNumber),
      fileName: `${receiptNumber}-void.pdf`,
    }),
    'collection-slip': (source, { number }, width) => ({
      kind: width === 'a4' ? 'collection-slip-a4' : 'collection-slip-80mm',
      data: collectionSlipData(source, number),
      fileName: `${number}.pdf`,
    }),
    'series-report': (source, { from, to }) => ({
      kind: 'series-report',
      data: seriesReportData(source, { from, to }),
      fileName: `receipts-${from}.pdf`,
    }),
    'sheet-report': (source, { from, to }) => ({
      kind: 'sheet-report',
      data: sheetReportData(source, { from, to }),
      fileName: `sheets-${from}.pdf`,
    }),
    'day-list': (source, { centre, day, session }) => ({
      kind: 'day-list',
      data: dayListData(source, { centre, day, session }),
      fileName: `day-list-${centre}-${day}-${session}.pdf`,
    }),
    'competence-certificate': (source, { number }) => ({
      kind: 'competence-certificate',
      data: certificateData(source, number),
      fileName: `${number}.pdf`,
    }),
    'result-slip': (source, { number }, width) => ({
      kind: width === 'a4' ? 'result-slip-a4' : 'result-slip-80mm',
      data: resultSlipData(source, number),
      fileName: `${number}.pdf`,
    }),
    'shelf-report': (source) => {
      const data = shelfReportData(source);
      return { kind: 'shelf-report', data, fileName: `shelf-${data.day}.pdf` };
    },
    'trade-register': (source, { dealerId, from, to }) => ({
      kind: 'trade-register',
      data: tradeRegisterData(source, { dealerId, from, to }),
      fileName: `kd-plates-${from}.pdf`,
    }),
    application: (source, { id }) => {
      const data = applicationData(source, id);
      return { kind: 'application-summary', data, fileName: `${data.reference}.pdf` };
    },
    'conflict-slip': (source, { id }, width) => {
      const data = conflictData(source, id);
      return { kind: width === 'a4' ? 'conflict-slip-a4' : 'conflict-slip-80mm', data, fileName: `${data.reference}-conflict.pdf` };
    },
    'interim-licence': (source, { id }) => {
      const data = interimLicenceData(source, id);
      return { kind: 'interim-licence', data, fileName: `${data.number}-licence.pdf` };
    },
    'test-slip': (source, { id }, width) => {
      const data = testSlipData(source, id);
      return { kind: width === 'a4' ? 'test-slip-a4' : 'test-slip-80mm', data, fileName: `${data.bookingNumber}-test.pdf` };
    },
    'batch-cover': (source, { id }) => {
      const data = batchCoverData(source, id);
      return { kind: 'batch-cover', data, fileName: `${data.batchNumber}.pdf` };
    },
    'unit-slips': (source, { id, position }, width) => {
      const data = unitSlipsData(source, id, position);
      return { kind: width === 'a4' ? 'unit-slips-a4' : 'unit-slips-80mm', data, fileName: `${data.batchNumber}-slips.pdf` };
    },
    'school-slip': (source, { id }) => {
      const data = schoolSlipData(source, id);
      return { kind: 'school-slip', data, fileName: `${data.listNumber}.pdf` };
    },
    'list-slips': (source, { id }, width) => {
      const data = listSlipsData(source, id);
      return { kind: width === 'a4' ? 'list-slips-a4' : 'list-slips-80mm', data, fileName: `${data.listNumber}-slips.pdf` };
    },
    'logbook-preview': (source, { id }) => {
      refuseEnded(getLogbook(source.cx.db, id));
      const data = logbookData(source, id, null);
      return { kind: 'elogbook-copy', data, fileName: `${data.logbookNumber}-preview.pdf` };
    },
    'logbook-copy': (source, { id, copy }) => {
      refuseUncounted(source, id, copy);
      const data = logbookData(source, id, copy);
      return { kind: 'elogbook-copy', data, fileName: `${data.logbookNumber}-${copy}.pdf` };
    },
    'test-page': (source, { printerId }, width) => ({
      kind: width === 'a4' ? 'test-page-a4' : 'test-page-80mm',
      data: testPageData(source, printerId),
      fileName: 'kaunta-test-page.pdf',
    }),
  };

interface ReceiptWanted {
  readonly receiptNumber: string;
  readonly reprint: number | null;
  readonly width: Width;
}

/** A batch's receipt names every motorcycle, and a school list's every candidate, in either width. */
function receiptPaper(source: PaperSource, { receiptNumber, reprint, width }: ReceiptWanted): MadePaper {
  const fileName = reprint === null ? `${receiptNumber}.pdf` : `${receiptNumber}-reprint-${reprint}.pdf`;
  const { applicationId } = getReceipt(source.cx.db, receiptNumber);
  const { service } = getApplication(source.cx.db, applicationId);
  if (service === 'batch-registration') {
    const data = batchReceiptData(source, receiptNumber, reprint);
    return { kind: width === 'a4' ? 'batch-receipt' : 'batch-receipt-80mm', data, fileName };
  }
  const data = receiptData(source, receiptNumber, reprint);
  const ofList = service === 'school-list' ? { payerMaskedId: '–', lines: listReceiptLines(source, applicationId, receiptNumber) } : {};
  return { kind: width === 'a4' ? 'receipt-a4' : 'receipt-80mm', data: { ...data, ...ofList }, fileName };
}

const mayHoldCopies: readonly string[] = ['clerk', 'supervisor', 'registrar'];

/** A copy exists once it is counted in the journal, for those who work with logbooks. */
function refuseUncounted({ cx }: PaperSource, id: string, copy: number): void {
  if (!cx.actor.roles.some((role) => mayHoldCopies.includes(role)))
    throw new AppError('act.forbidden', { needs: mayHoldCopies.join(', ') });
  const logbook = findLogbook(cx.db, id);
  if (!logbook || copy > countCopies(cx.db, logbook.number))
    throw new AppError('paper.not-approved', { reference: logbook?.reference ?? '' });
  refuseEnded(logbook);
}
