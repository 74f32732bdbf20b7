import type * as z from 'zod';
import type { shelf } from '#shared/contract/shelf.ts';
import type { Surrender } from '#shared/domain/logbook.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { collectorRole, type ShelfRights } from '#shared/domain/shelf.ts';
import { findApplication, updateApplication } from '../applications/service.ts';
import type { CommandContext } from '../context.ts';
import { noteFound, storeChecked, type ScanDeps, type StoredScan } from '../documents/service.ts';
import { prepared } from '../handler.ts';
import { getLogbook, noteHandedOver, refuseEnded, type Logbook } from '../logbooks/service.ts';
import { AppError } from '../refusal.ts';
import { notePlates } from '../stock/service.ts';
import type { ShelfLine } from './item.ts';
import { getItemHere, subjectOf } from './shelve.ts';
import { changeItem, findItemOfApplication, insertHandOver } from './store.ts';

type Input = z.output<typeof shelf.handOver.input>;

/** What changes hands: an item of the shelf, the eLogbook behind it, or an eLogbook that never stood there. */
interface Given {
  readonly item: ShelfLine | undefined;
  readonly logbook: Logbook | undefined;
}

/** The scan of a letter is checked and on the disk before anything changes hands on its word. */
export function handingOver(deps: ScanDeps) {
  return prepared({
    prepare: async (_, { letter }: Input) => (letter?.scan ? storeChecked(deps, 'delegate-letter', letter.scan) : null),
    execute: handOver,
  });
}

/** Gives a thing to its owner, or to whom they sent, once, and finishes the application it came from. */
function handOver(cx: CommandContext, wanted: Input, scan: StoredScan | null) {
  const { collector, letter, proof, isOldBookIn } = wanted;
  const given = whatOf(cx, wanted.what);
  const { item, logbook } = given;
  const plate = item?.plate ?? logbook?.vehicle.plate ?? '';
  const reference = item?.reference ?? logbook?.reference ?? '';
  if (logbook?.handedOverAt) throw new AppError('act.wrong-state', { reference, state: 'collected' });
  if (logbook) refuseEnded(logbook);
  const role = collectorRole(rightsOf(given), collector.idNumber, letter === null ? 'none' : scan === null ? 'read' : 'scanned');
  if (!role.ok) throw new AppError(role.problem.code, { reference, plate: displayPlate(plate) });
  if (surrenderOf(given) === 'required' && !isOldBookIn) throw new AppError('shelf.surrender-missing', { plate: displayPlate(plate) });

  const applicationId = item?.applicationId ?? logbook?.applicationId ?? null;
  const { now: at, actor } = cx;
  const number = cx.takeNumber('H');
  insertHandOver(cx.db, {
    id: cx.newId(),
    number,
    itemId: item?.id ?? null,
    applicationId,
    at,
    collectorName: collector.name,
    collectorIdNumber: collector.idNumber,
    collectedAs: role.value,
    letterSignedBy: letter?.signedBy ?? null,
    letterDay: letter?.day ?? null,
    letterSha256: scan?.sha256 ?? null,
    letterBytes: scan?.bytes ?? null,
    letterPages: scan?.pages ?? null,
    method: proof.method,
    mark: proof.method === 'signature' ? proof.path : proof.typedName,
    isOldBookIn,
    clerkName: actor.name,
  });
  if (item) changeItem(cx.db, item, { id: item.id, state: 'handed-over', place: item.place, at, clerkName: actor.name });
  const plates = item?.kind === 'plates' ? item.plate : null;
  if (plates !== null) notePlates(cx, plates, 'handed-over');
  if (logbook) noteHandedOver(cx.db, logbook.number, { at, isOldBookIn });
  if (applicationId !== null && findApplication(cx.db, applicationId)) updateApplication(cx.db, applicationId, { state: 'collected', at });
  cx.setSubject(applicationId === null ? `shelf:${item?.id}` : subjectOf({ id: '', applicationId }));
  if (scan) noteFound(cx.db, scan.sha256);
  cx.setPayload({
    number,
    itemId: item?.id ?? null,
    applicationId,
    logbookNumber: logbook?.number ?? null,
    at,
    collectedAs: role.value,
    letter: letter && scan && { day: letter.day, ...scan },
    isOldBookIn,
    plates,
  });
  cx.announce('shelf', 'logbooks', 'applications', 'stock');
  return { collectedAs: role.value, slipNumber: number };
}

function whatOf(cx: CommandContext, what: Input['what']): Given {
  if ('itemId' in what) {
    const item = getItemHere(cx, what.itemId);
    return { item, logbook: item.applicationId === null ? undefined : getLogbook(cx.db, item.applicationId) };
  }
  const logbook = getLogbook(cx.db, what.applicationId);
  if (logbook.collectionOffice !== cx.office.officeCode) throw new AppError('paper.not-here', { office: logbook.collectionOffice });
  return { item: findItemOfApplication(cx.db, what.applicationId), logbook };
}

function rightsOf({ item, logbook }: Given): ShelfRights {
  if (logbook) return { owners: logbook.vehicle.owners, collectorIdNumber: logbook.collectorIdNumber };
  return { owners: item ? [{ idKind: item.idKind, idNumber: item.idNumber }] : [], collectorIdNumber: '' };
}

function surrenderOf({ logbook }: Given): Surrender {
  return logbook?.surrender ?? 'not-applicable';
}
