import { isDay } from '#shared/base/instant.ts';
import { maskIdentityNumber } from '#shared/domain/mask.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { findLogbook } from '../logbooks/service.ts';
import { getFacts } from '../paper-seal/facts.ts';
import { AppError } from '../refusal.ts';
import { findHandOver, findItem } from '../shelf/service.ts';
import { findVehicle } from '../vehicles/service.ts';
import type { CollectionSlipData } from './collection-paper.ts';
import { frame, vehicleHead, type PaperSource } from './data.ts';
import { printDay } from './dates.ts';
import { paperWords } from './words.ts';

/** The slip of one hand-over, as it stands in the office's rows. */
export function collectionSlipData({ cx, locale }: PaperSource, number: string): CollectionSlipData {
  const given = findHandOver(cx.db, number);
  if (!given) throw new AppError('act.not-found', { what: 'hand-over' });
  const item = given.itemId === null ? undefined : findItem(cx.db, given.itemId);
  const logbook = given.applicationId === null ? undefined : findLogbook(cx.db, given.applicationId);
  const plate = item?.plate ?? logbook?.vehicle.plate ?? '';
  const { letterSignedBy: signedBy, letterDay: day, letterSha256 } = given;
  return {
    ...frame(cx, getFacts(cx.db, 'collection-slip', number), given.at),
    number,
    itemKind: item?.kind ?? 'elogbook-copy',
    plate: displayPlate(plate),
    vehicleLine: vehicleHead(logbook?.vehicle ?? findVehicle(cx.db, plate) ?? null).vehicleLine,
    itemNumber: item?.number ?? logbook?.number ?? '',
    reference: item?.reference ?? logbook?.reference ?? '',
    collectorName: given.collectorName,
    collectorMaskedId: maskIdentityNumber(given.collectorIdNumber),
    collectedAs: given.collectedAs,
    letter:
      signedBy !== null && day !== null && isDay(day)
        ? { signedBy, day: printDay(day, paperWords[locale]), isScanned: letterSha256 !== null }
        : null,
    isOldBookIn: given.isOldBookIn,
    signedOnScreen: given.method === 'signature',
    clerkName: given.clerkName,
    at: given.at,
  };
}
