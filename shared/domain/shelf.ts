import { daysBetween, dayOf, type Instant } from '../base/instant.ts';
import { accept, decline, type Decision } from '../base/decision.ts';
import { isIdentityDocumentKind, normaliseIdentityNumber } from './identity-document.ts';
import type { VehicleOwner } from './vehicle.ts';

/** What waits for its owner at a collection office: the printed copy, an old paper book, or plates (DOMAIN §4.6). */
export const shelfItemKinds = ['elogbook-copy', 'paper-logbook', 'plates'] as const;
export type ShelfItemKind = (typeof shelfItemKinds)[number];

export const shelfStates = ['waiting', 'handed-over', 'sent-back', 'missing'] as const;
/** `missing`: it was not there when stock was taken; it waits again as soon as somebody finds it. */
export type ShelfState = (typeof shelfStates)[number];

export const sendBackReasons = ['unclaimed', 'wrong-office', 'damaged', 'recalled'] as const;
export type SendBackReason = (typeof sendBackReasons)[number];

/** Whose word the collector comes on: their own as owner, the application's that named them, or a letter's. */
export const collectorRoles = ['owner', 'named', 'letter'] as const;
export type CollectorRole = (typeof collectorRoles)[number];

/** What the hub knows of the message to the owner; `unknown` until it has said anything. */
export const shelfNoticeStates = ['off', 'waiting', 'sent', 'failed'] as const;
export type ShelfNoticeState = (typeof shelfNoticeStates)[number];

const longestPlace = 16;

/** `b 14 / 3` → `B-14-3`. Offices name their shelves themselves: letters and figures, parted by dashes. */
export function checkShelfPlace(text: string): Decision<string, 'shelf.place-shape'> {
  const place = text
    .toUpperCase()
    .replaceAll(/[\s/.,_-]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  const isPlace = place.length <= longestPlace && /^[A-Z0-9]+(-[A-Z0-9]+)*$/u.test(place);
  return isPlace ? accept(place) : decline('shelf.place-shape', { place: text.trim(), longest: longestPlace });
}

/** Ages of the report, by the day on which they begin. */
export const shelfBands = ['0-7', '8-30', '31-90', '91-180', 'over-180'] as const;
export type ShelfBand = (typeof shelfBands)[number];

const bandStarts: Readonly<Record<ShelfBand, number>> = { '0-7': 0, '8-30': 8, '31-90': 31, '91-180': 91, 'over-180': 181 };

/** The days of a band, counted from the day on which the item was put on the shelf; `to` is null where it has no end. */
export function daysOfBand(band: ShelfBand): { readonly from: number; readonly to: number | null } {
  const next = shelfBands[shelfBands.indexOf(band) + 1];
  return { from: bandStarts[band], to: next === undefined ? null : bandStarts[next] - 1 };
}

export function shelfDays(shelvedAt: Instant, now: Instant): number {
  return Math.max(0, daysBetween(dayOf(shelvedAt), dayOf(now)));
}

/** Whose the item is, as far as this office knows. */
export interface ShelfRights {
  readonly owners: readonly Pick<VehicleOwner, 'idKind' | 'idNumber'>[];
  /** Named in the application; empty where nobody was. */
  readonly collectorIdNumber: string;
}

/** What there is of a letter of authorisation: nothing, one that was only read, or one whose scan is kept. */
export type LetterStanding = 'none' | 'read' | 'scanned';

/**
 * Who may take an item away (DOMAIN §4.6): an owner by their own ID, or the collector whom the application names. For an organisation,
 * and for anybody else, a letter of authorisation has to say so, and its scan stays here.
 */
export function collectorRole(
  { owners, collectorIdNumber }: ShelfRights,
  shown: string,
  letter: LetterStanding,
): Decision<CollectorRole, 'shelf.letter-needed' | 'shelf.letter-not-scanned' | 'logbook.wrong-collector'> {
  const number = normaliseIdentityNumber(shown);
  const is = (other: string) => other !== '' && normaliseIdentityNumber(other) === number;
  const people = owners.filter(({ idKind }) => isIdentityDocumentKind(idKind));
  if (people.some(({ idNumber }) => is(idNumber))) return accept('owner');
  if (people.length > 0 && is(collectorIdNumber)) return accept('named');
  if (letter === 'scanned') return accept('letter');
  if (letter === 'read') return decline('shelf.letter-not-scanned');
  return decline(is(collectorIdNumber) ? 'shelf.letter-needed' : 'logbook.wrong-collector');
}
