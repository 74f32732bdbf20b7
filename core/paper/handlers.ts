import type { Reference } from '#shared/domain/reference.ts';
import { getApplication } from '../applications/service.ts';
import type { CommandContext } from '../context.ts';
import { pdfFile } from '../documents/service.ts';
import type { FeatureHandlers } from '../handler.ts';
import { countCopies, findLogbook, insertCopy } from '../logbooks/service.ts';
import { AppError } from '../refusal.ts';
import { makePaper } from './papers.ts';
import type { PaperPrinter } from './printer.ts';

/** Papers as PDF, and the count of logbook copies. */
export function paperHandlers(printer: PaperPrinter, reference: Reference): FeatureHandlers<'paper'> {
  return {
    get: async (cx, { paper, width, locale }) => {
      const made = makePaper({ cx, reference, locale }, paper, width);
      return pdfFile(await printer.render(made.kind, made.data, locale), made.fileName);
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
  };
}

/** An application of this office says its state; one that is not here says only that it is not. */
function notApproved(cx: CommandContext, id: string): AppError {
  const { reference, state } = getApplication(cx.db, id);
  return new AppError('paper.not-approved', { reference, state });
}
