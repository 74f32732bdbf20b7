import { prepared, type FeatureHandlers } from '../handler.ts';
import { checkSupervisor } from '../people/service.ts';
import { listSheetsOfCopy } from '../sheets/service.ts';
import { issueCopy, printCopyAgain, standingOfCopy } from './copies.ts';
import { listCopies, listPrintsOfCopy } from './copy-store.ts';
import { getLogbook, listLogbooks } from './store.ts';

/** eLogbook copies at their collection office: what is ready, and every copy that was made. */
export const logbookHandlers: FeatureHandlers<'logbooks'> = {
  list: (cx, { text }) =>
    listLogbooks(cx.db, cx.office.officeCode, text).map((logbook) => ({
      number: logbook.number,
      applicationId: logbook.applicationId,
      reference: logbook.reference,
      plate: logbook.vehicle.plate,
      owner: logbook.vehicle.owners.map(({ name }) => name).join(' & '),
      collectionOffice: logbook.collectionOffice,
      approvedAt: logbook.issuedAt,
      copies: logbook.copies,
      surrender: logbook.surrender,
      endedBy: logbook.endedBy,
      state: logbook.state ?? (logbook.handedOverAt ? 'collected' : 'ready'),
    })),
  copies: (cx, { id }) => {
    const logbook = getLogbook(cx.db, id);
    return listCopies(cx.db, logbook.number).map(({ clerkName, ...copy }) => ({
      ...copy,
      clerk: clerkName,
      sheets: listSheetsOfCopy(cx.db, logbook.number, copy.copy).map(({ serial, state, spoilReason }) => ({
        serial,
        state,
        reason: spoilReason,
      })),
      prints: listPrintsOfCopy(cx.db, id, copy.copy),
      mayPrintAgain: logbook.endedBy === null && standingOfCopy(cx.db, logbook, copy.copy).mayPrintAgain,
    }));
  },
  issueCopy: prepared({
    prepare: (cx, { further }) => (further ? checkSupervisor(cx, further.supervisor) : Promise.resolve(null)),
    execute: (cx, wanted, checked) => issueCopy(cx, wanted, checked),
  }),
  printAgain: (cx, wanted) => printCopyAgain(cx, wanted),
};
