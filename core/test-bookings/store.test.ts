import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDay, toInstant } from '#shared/base/instant.ts';
import { openOfficeFile } from '../start/open-file.ts';
import type { Storage } from '../storage.ts';
import { applyChanges } from '../sync/apply-changes.ts';
import { findBooking, listBookings, type Booking } from './service.ts';

const now = toInstant('2026-11-23T06:00:00.000Z');
const place = { centre: 'NRB', day: toDay('2026-12-03'), session: 's1', class: 'B' };
const driver = {
  idKind: 'national-id',
  idNumber: '31245678',
  name: 'Amina Mwangi',
  phone: '0712345676',
  dateOfBirth: toDay('2000-02-29'),
  provisionalNumber: 'PDL-00000001',
};

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaunta-bookings-'));
  storage = await openOfficeFile(folder, randomBytes(32));
});
afterAll(async () => {
  storage.close();
  await rm(folder, { recursive: true });
});

let made = 0;
function booking(facts: Partial<Booking> = {}): Booking {
  const number = `D-NYR01-1A-${String((made += 1)).padStart(6, '0')}`;
  return {
    ...place,
    applicationId: randomUUID(),
    number,
    officeCode: 'NYR01',
    seat: made,
    driver,
    attempt: 1,
    state: 'booked',
    at: now,
    ...facts,
  };
}

/** The hub tells this office. */
function told(...bookings: readonly Booking[]): void {
  const changes = bookings.map((body) => ({ kind: 'booking', key: body.applicationId, body }));
  const chain = { deviceId: randomUUID(), epoch: 1 };
  storage.transact((db) => applyChanges({ db, chain, now, newId: randomUUID, announce: () => undefined }, changes));
}

const seatsOf = (session: string | null, centre = place.centre) =>
  listBookings(storage.reader, { centre, day: place.day, session }).map(({ seat }) => seat);

describe('the bookings that the hub told of', () => {
  it('are listed by centre and day in the order of session, class and seat, with the candidate as they were booked', () => {
    const [first, second, third] = [booking({ seat: 7 }), booking({ seat: 2 }), booking({ seat: 1, session: 's2' })];
    told(first, second, third, booking({ centre: 'KSM' }), booking({ day: toDay('2026-12-04') }));
    expect([seatsOf(null), seatsOf('s1'), seatsOf('s2'), seatsOf('s3')]).toEqual([[2, 7, 1], [2, 7], [1], []]);
    expect(findBooking(storage.reader, first.number)).toEqual(first);
    expect(findBooking(storage.reader, 'D-NYR01-1A-999999')).toBeUndefined();
  });

  it('stand once, in their newest place, and leave the list when they are cancelled', () => {
    const moved = booking({ centre: 'MSA', seat: 3 });
    const seats = () => [seatsOf('s1', 'MSA'), seatsOf('s2', 'MSA')];
    told(moved);
    expect(seats()).toEqual([[3], []]);
    told({ ...moved, session: 's2', seat: 9 });
    expect(seats()).toEqual([[], [9]]);
    told({ ...moved, session: 's2', seat: 9, state: 'cancelled' });
    expect(seats()).toEqual([[], []]);
    expect(findBooking(storage.reader, moved.number)).toMatchObject({ state: 'cancelled', seat: 9 });
  });
});
