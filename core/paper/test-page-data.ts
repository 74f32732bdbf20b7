import { findPrinter } from '../printing/service.ts';
import { AppError } from '../refusal.ts';
import type { PaperSource } from './data.ts';
import type { TestPageData } from './paper.ts';

/** A page that speaks of a printer and of no case; its code is only for a scanner to try. */
export function testPageData({ cx }: PaperSource, printerId: string): TestPageData {
  const printer = findPrinter(cx.db, printerId);
  if (!printer) throw new AppError('act.not-found', { what: 'printer' });
  const { office } = cx;
  return {
    office: { code: office.officeCode, name: office.officeName },
    deviceNo: String(office.deviceNo),
    madeAt: cx.now,
    practice: office.practice,
    qr: 'KAUNTA TEST PAGE',
    printerName: printer.name,
    address: printer.address,
  };
}
