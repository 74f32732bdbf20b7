import { dayOf } from '#shared/base/instant.ts';
import type { LogbookEnd } from '#shared/contract/logbook-end.ts';
import { maskIdentityNumber, maskPhone } from '#shared/domain/mask.ts';
import { normalisePlate } from '#shared/domain/plate.ts';
import type { ScanKind } from '#shared/domain/scan-kind.ts';
import { shelfDays } from '#shared/domain/shelf.ts';
import type { QueryContext } from '../context.ts';
import { pdfFile, type ScanDeps } from '../documents/service.ts';
import type { FeatureHandlers } from '../handler.ts';
import { listLogbooksByCode } from '../logbooks/service.ts';
import { AppError } from '../refusal.ts';
import { notePlates } from '../stock/service.ts';
import { findVehicle } from '../vehicles/service.ts';
import { countByAge, listByAge, periodOf } from './ageing.ts';
import { ageingCsv } from './ageing-file.ts';
import { handingOver } from './hand-over.ts';
import type { ShelfLine } from './item.ts';
import { replacingLetter } from './replace-letter.ts';
import { putPlates } from './put-plates.ts';
import { getItemHere, knownPlace, putOnShelf, subjectOf } from './shelve.ts';
import { changeItem, countItems, findItemOfApplication, listItems, listItemsByCode } from './store.ts';
import { takeStock } from './take-stock.ts';

const longestList = 500;
const longestFile = 50_000;

export interface ShelfDeps extends ScanDeps {
  /** A made-up letter for the practice office. */
  readonly sampleScan: (vehicle: { plate: string; chassis: string }, kind: ScanKind) => Uint8Array;
}

/** Logbooks and plates that wait for their owners at this office. */
export const shelfHandlers = (deps: ShelfDeps): FeatureHandlers<'shelf'> => ({
  list: (cx, { text, state, band }) => {
    const filter = { text, state, ...periodOf(band, cx.now) };
    return { items: listItems(cx.db, filter, longestList).map(shownTo(cx)), total: countItems(cx.db, filter) };
  },
  look: (cx, { code: typed }) => {
    const code = typed.trim().toUpperCase();
    const vehicle = findVehicle(cx.db, normalisePlate(code));
    const [owner] = vehicle?.owners ?? [];
    return {
      items: listItemsByCode(cx.db, code).map(shownTo(cx)),
      logbooks: listLogbooksByCode(cx.db, cx.office.officeCode, code)
        .filter(({ applicationId }) => !findItemOfApplication(cx.db, applicationId))
        .map(({ applicationId, number, reference, vehicle: { plate, owners }, copies }) => ({
          applicationId,
          number,
          reference,
          plate,
          owner: owners.map(({ name }) => name).join(' & '),
          copies,
        })),
      vehicle: vehicle && owner ? { plate: vehicle.plate, owner: owner.name, maskedPhone: maskPhone(owner.phone) } : null,
    };
  },
  put: putOnShelf,
  putPlates,
  move: (cx, { id, place: typed }) => {
    const item = getItemHere(cx, id);
    const place = knownPlace(typed);
    changeItem(cx.db, item, { id, state: 'waiting', place, at: cx.now, clerkName: cx.actor.name });
    cx.setSubject(subjectOf(item));
    cx.setPayload({ itemId: id, from: item.place, place });
    cx.announce('shelf');
    return {};
  },
  sendBack: (cx, { id, reason, note }) => {
    const item = getItemHere(cx, id);
    changeItem(cx.db, item, {
      id,
      state: 'sent-back',
      place: item.place,
      at: cx.now,
      clerkName: cx.actor.name,
      sendBackReason: reason,
      note,
    });
    cx.setSubject(subjectOf(item));
    const plates = item.kind === 'plates' ? { plate: item.plate, serial: item.number } : null;
    if (plates) notePlates(cx, plates.plate, 'registered');
    cx.setPayload({ itemId: id, reason, note, at: cx.now, plates });
    cx.announce('shelf', 'stock');
    return {};
  },
  takeStock,
  handOver: handingOver(deps),
  replaceLetter: replacingLetter(deps),
  practiceLetter: (cx, { plate }) => {
    if (!cx.office.practice) throw new AppError('practice.only');
    const chassis = findVehicle(cx.db, normalisePlate(plate))?.chassis ?? '';
    return pdfFile(deps.sampleScan({ plate, chassis }, 'delegate-letter'), 'practice-letter.pdf');
  },
  ageing: (cx) => {
    const { bands, total } = countByAge(cx.db, cx.now);
    return { bands: [...bands], total };
  },
  ageingFile: (cx, { band, locale }) => {
    const items = listByAge(cx.db, { band, now: cx.now }, longestFile);
    return new File([ageingCsv(items, { now: cx.now, locale })], `shelf-${dayOf(cx.now)}.csv`, { type: 'text/csv' });
  },
});

/** An item as a list shows it: no number of a person in full. */
function shownTo({ now }: QueryContext) {
  return (item: ShelfLine) => ({
    id: item.id,
    kind: item.kind,
    plate: item.plate,
    owner: item.owner,
    maskedIdNumber: maskIdentityNumber(item.idNumber),
    maskedPhone: maskPhone(item.phone),
    number: item.number,
    reference: item.reference,
    applicationId: item.applicationId,
    place: item.place,
    state: item.state,
    shelvedAt: item.shelvedAt,
    changedAt: item.changedAt,
    days: shelfDays(item.shelvedAt, now),
    surrender: item.surrender,
    endedBy: item.endedBy === null ? null : (JSON.parse(item.endedBy) as LogbookEnd),
    slipNumber: item.slipNumber,
    letterSha256: item.letterSha256,
    notice:
      item.noticeState === null || item.noticeAt === null
        ? null
        : { state: item.noticeState, at: item.noticeAt, reason: item.noticeReason },
  });
}
