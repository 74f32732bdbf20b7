import { normaliseIdentityNumber } from '#shared/domain/identity-document.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { findApplication, updateApplication } from '../applications/service.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import { checkSupervisor } from '../people/service.ts';
import { AppError } from '../refusal.ts';
import { listSheetsOfCopy } from '../sheets/service.ts';
import { issueCopy, printCopyAgain, standingOfCopy } from './copies.ts';
import { listCopies, listPrintsOfCopy } from './copy-store.ts';
import { findLogbook, getLogbook, listLogbooks, noteHandedOver, type Logbook } from './store.ts';

/** eLogbook copies at their collection office: what is ready, every copy that was made, and who took it. */
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
      mayPrintAgain: standingOfCopy(cx.db, logbook, copy.copy).mayPrintAgain,
    }));
  },
  issueCopy: prepared({
    prepare: (cx, { further }) => (further ? checkSupervisor(cx, further.supervisor) : Promise.resolve(null)),
    execute: (cx, wanted, checked) => issueCopy(cx, wanted, checked),
  }),
  printAgain: (cx, wanted) => printCopyAgain(cx, wanted),
  handOver: (cx, { id, collectorIdNumber }) => {
    const logbook = findLogbook(cx.db, id);
    if (!logbook) throw new AppError('paper.not-approved', {});
    if (logbook.collectionOffice !== cx.office.officeCode) throw new AppError('paper.not-here', { office: logbook.collectionOffice });
    const application = findApplication(cx.db, id);
    if (logbook.handedOverAt) throw new AppError('act.wrong-state', { reference: logbook.reference, state: 'collected' });
    refuseStranger(logbook, collectorIdNumber);
    noteHandedOver(cx.db, logbook.number, cx.now);
    if (application) updateApplication(cx.db, id, { state: 'collected', at: cx.now });
    cx.setSubject(`application:${id}`);
    cx.setPayload({ applicationId: id, logbookNumber: logbook.number, at: cx.now });
    cx.announce('logbooks', 'applications');
    return {};
  },
};

/** Only an owner, or the collector named in the application, takes it away (DOMAIN §4.6). */
function refuseStranger({ vehicle, reference, collectorIdNumber }: Logbook, shown: string): void {
  const allowed = [...vehicle.owners.map(({ idNumber }) => idNumber), collectorIdNumber]
    .filter((number) => number !== '')
    .map(normaliseIdentityNumber);
  if (!allowed.includes(normaliseIdentityNumber(shown)))
    throw new AppError('logbook.wrong-collector', { reference, plate: displayPlate(vehicle.plate) });
}
