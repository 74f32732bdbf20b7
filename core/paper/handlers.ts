import type { Reference } from '#shared/domain/reference.ts';
import { getApplication } from '../applications/service.ts';
import type { CommandContext } from '../context.ts';
import { pdfFile } from '../documents/service.ts';
import type { FeatureHandlers } from '../handler.ts';
import { countCopies, findLogbook, insertCopy } from '../logbooks/service.ts';
import { AppError } from '../refusal.ts';
import { applicationData, conflictData, logbookData, receiptData } from './data.ts';
import type { PaperPrinter } from './printer.ts';

/** Papers as PDF. Nothing is made of what is not stored, and no logbook of what is not approved. */
export function paperHandlers(printer: PaperPrinter, reference: Reference): FeatureHandlers<'paper'> {
  return {
    receipt: async (cx, { receiptNumber, width, locale }) => {
      const data = receiptData({ cx, reference, locale }, receiptNumber);
      return pdfFile(await printer.render(width === 'a4' ? 'receipt-a4' : 'receipt-80mm', data, locale), `${receiptNumber}.pdf`);
    },
    application: async (cx, { id, locale }) => {
      const data = applicationData({ cx, reference, locale }, id);
      return pdfFile(await printer.render('application-summary', data, locale), `${data.reference}.pdf`);
    },
    conflictSlip: async (cx, { id, width, locale }) => {
      const data = conflictData({ cx, reference, locale }, id);
      const kind = width === 'a4' ? 'conflict-slip-a4' : 'conflict-slip-80mm';
      return pdfFile(await printer.render(kind, data, locale), `${data.reference}-conflict.pdf`);
    },
    logbookPreview: async (cx, { id, locale }) => {
      const data = logbookData({ cx, reference, locale }, id, null);
      return pdfFile(await printer.render('elogbook-copy', data, locale), `${data.logbookNumber}-preview.pdf`);
    },
    issueLogbookCopy: (cx, { id }) => {
      const logbook = findLogbook(cx.db, id);
      if (!logbook) throw notApproved(cx, id);
      if (logbook.collectionOffice !== cx.office.officeCode) throw new AppError('paper.not-here', { office: logbook.collectionOffice });
      const copy = countCopies(cx.db, logbook.number) + 1;
      insertCopy(cx.db, { logbookNumber: logbook.number, copy, at: cx.now, clerkName: cx.actor.name });
      cx.setSubject(`application:${id}`);
      cx.setPayload({ applicationId: id, logbookNumber: logbook.number, copy });
      cx.announce('logbooks', 'applications');
      return { copy };
    },
    logbookCopy: async (cx, { id, copy, locale }) => {
      const logbook = findLogbook(cx.db, id);
      if (!logbook || copy > countCopies(cx.db, logbook.number))
        throw new AppError('paper.not-approved', { reference: logbook?.reference ?? '' });
      const data = logbookData({ cx, reference, locale }, id, copy);
      return pdfFile(await printer.render('elogbook-copy', data, locale), `${logbook.number}-${copy}.pdf`);
    },
  };
}

/** An application of this office says its state; one that is not here says only that it is not. */
function notApproved(cx: CommandContext, id: string): AppError {
  const { reference, state } = getApplication(cx.db, id);
  return new AppError('paper.not-approved', { reference, state });
}
