import type { VehicleOwner } from '#shared/domain/vehicle.ts';
import type { Person } from '../register/person-store.ts';
import { communities, postTowns } from './names.ts';
import type { Random } from './random.ts';

/** IDs of the register run from here: eight digits, far above any that was issued, so that none is a real person's. */
const firstIdNumber = 91_000_001;

export interface PersonFacts {
  readonly name: string;
  readonly idNumber: number;
  readonly postalAddress: string;
}

/**
 * A made-up person. PIN and phone follow from the ID, so that they cannot meet by chance; the phones begin 019, which no network is
 * known to use (UNSOURCED).
 */
export function personOf({ name, idNumber, postalAddress }: PersonFacts): Person {
  const checkLetter = 'ABCDEFGHJKLMNPQRSTUVWXYZ'[idNumber % 24] ?? 'A';
  return {
    idKind: 'national-id',
    idNumber: String(idNumber),
    name,
    kraPin: `A0${idNumber}${checkLetter}`,
    phone: `+25419${String(idNumber).slice(-7)}`,
    postalAddress,
  };
}

export function makePeople(random: Random, count: number): readonly Person[] {
  return Array.from({ length: count }, (_, index) => {
    const { first, middle, last } = random.pick(communities);
    return personOf({
      name: `${random.pick(first)} ${random.pick(middle)} ${random.pick(last)}`,
      idNumber: firstIdNumber + index,
      postalAddress: `P.O. Box ${random.int(1, 9_999)}-${random.pick(postTowns)}`,
    });
  });
}

export function ownerOf({ name, idKind, idNumber, kraPin, phone }: Person): VehicleOwner {
  return { name, idKind, idNumber, kraPin, phone };
}
