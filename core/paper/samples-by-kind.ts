import {
  sampleBatchCover,
  sampleBatchReceipt,
  sampleBatchReceipt80mm,
  sampleCashUp,
  sampleDayList,
  sampleListSlips,
  sampleRecordCopy,
  sampleSchoolSlip,
  sampleTestSlip,
  sampleUnitSlips,
} from './counter-samples.ts';
import { sampleCollectionSlip, sampleSeriesReport, sampleSheetReport, sampleShelfReport, sampleVoidForm } from './office-samples.ts';
import type { PaperDataByKind } from './paper.ts';
import { sampleCertificate, sampleInterimLicence, sampleResultSlip } from './result-samples.ts';
import { sampleApplication, sampleConflict, sampleLogbook, sampleReceipt, sampleTestPage } from './samples.ts';

/** One full paper of each kind: a new kind breaks the build here until it has one, and so gets its tests and its picture. */
export const samplesByKind: PaperDataByKind = {
  'receipt-a4': sampleReceipt,
  'receipt-80mm': sampleReceipt,
  'application-summary': sampleApplication,
  'elogbook-copy': sampleLogbook,
  'conflict-slip-a4': sampleConflict,
  'conflict-slip-80mm': sampleConflict,
  'void-form': sampleVoidForm,
  'collection-slip-a4': sampleCollectionSlip,
  'collection-slip-80mm': sampleCollectionSlip,
  'series-report': sampleSeriesReport,
  'sheet-report': sampleSheetReport,
  'shelf-report': sampleShelfReport,
  'record-copy': sampleRecordCopy,
  'batch-cover': sampleBatchCover,
  'batch-receipt': sampleBatchReceipt,
  'batch-receipt-80mm': sampleBatchReceipt80mm,
  'unit-slips-a4': sampleUnitSlips,
  'unit-slips-80mm': sampleUnitSlips,
  'school-slip': sampleSchoolSlip,
  'list-slips-a4': sampleListSlips,
  'list-slips-80mm': sampleListSlips,
  'test-slip-a4': sampleTestSlip,
  'test-slip-80mm': sampleTestSlip,
  'day-list': sampleDayList,
  'competence-certificate': sampleCertificate,
  'interim-licence': sampleInterimLicence,
  'result-slip-a4': sampleResultSlip,
  'result-slip-80mm': sampleResultSlip,
  'cash-up-a4': sampleCashUp,
  'cash-up-80mm': sampleCashUp,
  'test-page-a4': sampleTestPage,
  'test-page-80mm': sampleTestPage,
};
