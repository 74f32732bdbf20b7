import type { PaperWords } from '#shared/text/en/paper.ts';
import type { PaperDataByKind, PaperKind } from '../paper.ts';
import { applicationSummary } from './application-summary.ts';
import { batchCover, batchReceipt } from './batch.ts';
import { batchReceipt80mm } from './batch-80mm.ts';
import { unitSlips80mm, unitSlipsA4 } from './unit-slips.ts';
import { cashUp80mm, cashUpA4 } from './cash-up.ts';
import { collectionSlip80mm, collectionSlipA4 } from './collection-slip.ts';
import { conflictSlip80mm, conflictSlipA4 } from './conflict-slip.ts';
import { dayList } from './day-list.ts';
import { elogbookCopy } from './elogbook-copy.ts';
import { interimLicence } from './interim-licence.ts';
import type { LayoutDocument } from './layout-document.ts';
import { seriesReport, sheetReport, voidForm } from './office-papers.ts';
import { shelfReport } from './shelf-report.ts';
import { tradeRegister } from './trade-register.ts';
import { receipt80mm } from './receipt-80mm.ts';
import { receiptA4 } from './receipt.ts';
import { recordCopy } from './record-copy.ts';
import { testPage80mm, testPageA4 } from './test-page.ts';
import { certificate, resultSlip80mm, resultSlipA4 } from './test-result.ts';
import { listSlips80mm, listSlipsA4, schoolSlip } from './school-slip.ts';
import { testSlip80mm, testSlipA4 } from './test-slip.ts';

type Layouts = { readonly [Kind in PaperKind]: (data: PaperDataByKind[Kind], words: PaperWords) => LayoutDocument };

/** One layout a kind of paper: a new kind breaks the build here until it has one. */
const layouts: Layouts = {
  'receipt-a4': receiptA4,
  'receipt-80mm': receipt80mm,
  'application-summary': applicationSummary,
  'elogbook-copy': elogbookCopy,
  'conflict-slip-a4': conflictSlipA4,
  'conflict-slip-80mm': conflictSlip80mm,
  'void-form': voidForm,
  'collection-slip-a4': collectionSlipA4,
  'collection-slip-80mm': collectionSlip80mm,
  'series-report': seriesReport,
  'sheet-report': sheetReport,
  'shelf-report': shelfReport,
  'trade-register': tradeRegister,
  'record-copy': recordCopy,
  'batch-cover': batchCover,
  'batch-receipt': batchReceipt,
  'batch-receipt-80mm': batchReceipt80mm,
  'unit-slips-a4': unitSlipsA4,
  'unit-slips-80mm': unitSlips80mm,
  'school-slip': schoolSlip,
  'list-slips-a4': listSlipsA4,
  'list-slips-80mm': listSlips80mm,
  'test-slip-a4': testSlipA4,
  'test-slip-80mm': testSlip80mm,
  'day-list': dayList,
  'competence-certificate': certificate,
  'interim-licence': interimLicence,
  'result-slip-a4': resultSlipA4,
  'result-slip-80mm': resultSlip80mm,
  'cash-up-a4': cashUpA4,
  'cash-up-80mm': cashUp80mm,
  'test-page-a4': testPageA4,
  'test-page-80mm': testPage80mm,
};

export function layoutOf<Kind extends PaperKind>(kind: Kind, data: PaperDataByKind[Kind], words: PaperWords): LayoutDocument {
  return layouts[kind](data, words);
}
