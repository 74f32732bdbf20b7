import type * as z from 'zod';
import type { shelf } from '#shared/contract/shelf.ts';
import { displayPlate, normalisePlate } from '#shared/domain/plate.ts';
import { checkShelfPlace } from '#shared/domain/shelf.ts';
import type { CommandContext } from '../context.ts';
import { countCopies, getLogbook, refuseEnded } from '../logbooks/service.ts';
import { AppError } from '../refusal.ts';
import { keepsSheets, takePlate } from '../sheets/service.ts';
import { notePlates } from '../stock/service.ts';
import { findVehicle } from '../vehicles/service.ts';
import type { ShelfItem } from './item.ts';
import { findItem, findItemOfApplication, insertItem, wasSentBack } from './store.ts';

type Input<K extends keyof typeof shelf> = z.output<(typeof shelf)[K]['input']>;
type Whose = Pick<ShelfItem, 'applicationId' | 'plate' | 'owner' | 'idKind' | 'idNumber' | 'phone' | 'number' | 'reference'>;

type What = Input<'put'>['what'];
type Locale = Input<'put'>['locale'];

/** Puts a thing on the shelf and has its owner told. */
export function putOnShelf(cx: CommandContext, { what, place: typed, locale }: Input<'put'>): { readonly id: string } {
  const { item, payload } = shelve(cx, { what, place: knownPlace(typed), locale });
  cx.setSubject(subjectOf(item));
  cx.setPayload(payload);
  return { id: item.id };
}

/** The rows of one thing that is put down, and what the journal is to say of it. */
export function shelve(
  cx: CommandContext,
  { what, place, locale }: { readonly what: What; readonly place: string; readonly locale: Locale },
) {
  const whose = what.kind === 'elogbook-copy' ? ofApplication(cx, what.applicationId) : ofPaper(cx, what);
  const plateSerial = what.kind === 'plates' ? givenSerial(cx, whose) : null;
  const id = cx.newId();
  const { now: at, actor } = cx;
  const item: ShelfItem = {
    id,
    kind: what.kind,
    ...whose,
    number: plateSerial ?? whose.number,
    place,
    state: 'waiting',
    shelvedAt: at,
    changedAt: at,
    clerkName: actor.name,
    sendBackReason: null,
    note: '',
  };
  insertItem(cx.db, item);
  if (item.kind === 'plates') notePlates(cx, item.plate, 'plated');
  const { applicationId, plate, phone, owner } = whose;
  const notice = phone === '' ? null : { phone, locale, name: owner };
  cx.announce('shelf', 'stock');
  return { item, payload: { itemId: id, itemKind: what.kind, applicationId, plate, place, at, plateSerial, notice } };
}

/** Where packs of plates are kept, plates are put down with the serial read off them, and each serial once. */
function givenSerial(cx: CommandContext, { plate, number }: Whose): string | null {
  if (!keepsSheets(cx.db, 'plate')) return null;
  if (number === '') throw new AppError('plate.serial-needed', { plate: displayPlate(plate) });
  const serial = number.replaceAll(/\s/gu, '');
  // One that was sent back for its mark comes again for it.
  return wasSentBack(cx.db, { plate, serial }) ? serial : takePlate(cx, serial);
}

/** The case that the act belongs to, or the item where there is none. */
export function subjectOf({ id, applicationId }: Pick<ShelfItem, 'id' | 'applicationId'>): string {
  return applicationId === null ? `shelf:${id}` : `application:${applicationId}`;
}

export function knownPlace(text: string): string {
  const place = checkShelfPlace(text);
  if (!place.ok) throw new AppError(place.problem.code, place.problem.facts);
  return place.value;
}

/** An item that may still be moved, sent back or handed over. */
export function getItemHere(cx: Pick<CommandContext, 'db'>, id: string) {
  const item = findItem(cx.db, id);
  if (!item) throw new AppError('act.not-found', { what: 'shelf-item' });
  if (item.state === 'handed-over' || item.state === 'sent-back')
    throw new AppError('shelf.not-waiting', { plate: item.plate, state: item.state });
  return item;
}

function ofApplication(cx: CommandContext, applicationId: string): Whose {
  const logbook = getLogbook(cx.db, applicationId);
  const { reference, number, vehicle } = logbook;
  if (logbook.collectionOffice !== cx.office.officeCode) throw new AppError('paper.not-here', { office: logbook.collectionOffice });
  refuseEnded(logbook);
  if (logbook.handedOverAt) throw new AppError('act.wrong-state', { reference, state: 'collected' });
  if (countCopies(cx.db, number) === 0) throw new AppError('shelf.not-printed', { plate: vehicle.plate });
  const there = findItemOfApplication(cx.db, applicationId);
  if (there) throw new AppError('shelf.already-there', { plate: vehicle.plate, place: there.place });
  const [owner] = vehicle.owners;
  return {
    applicationId,
    plate: vehicle.plate,
    owner: vehicle.owners.map(({ name }) => name).join(' & '),
    idKind: owner?.idKind ?? '',
    idNumber: owner?.idNumber ?? '',
    phone: owner?.phone ?? '',
    number,
    reference,
  };
}

/** An old book or plates: whose they are stands in the vehicle's record, where this PC has it, else on the paper. */
function ofPaper(cx: CommandContext, typed: Exclude<Input<'put'>['what'], { kind: 'elogbook-copy' }>): Whose {
  const plate = normalisePlate(typed.plate);
  const known = findVehicle(cx.db, plate)?.owners[0];
  const owner = typed.owner.trim() || known?.name || '';
  if (owner === '') throw new AppError('shelf.owner-needed', { plate });
  const isSame = known !== undefined && (typed.owner.trim() === '' || typed.owner.trim().toUpperCase() === known.name.toUpperCase());
  return {
    applicationId: null,
    plate,
    owner,
    idKind: isSame ? known.idKind : 'national-id',
    idNumber: typed.idNumber.trim() || (isSame ? known.idNumber : ''),
    phone: typed.phone.trim() || (isSame ? known.phone : ''),
    number: typed.number.trim().toUpperCase(),
    reference: '',
  };
}
