import { describe, expect, it } from 'vitest';
import { toDay, toInstant } from '#shared/base/instant.ts';
import type { Driver } from '#shared/domain/driver.ts';
import { completeBooking } from '#tests/support/booking-body.ts';
import { withToldRecord } from './fresh-problems.ts';

const place = { centre: 'NRB', class: 'A2', session: 's1', day: toDay('2026-11-26') };
const one: Driver = {
  idKind: 'national-id',
  idNumber: '30000001',
  name: 'Njoki Wambui Kamau',
  phone: '+254190000001',
  kraPin: 'A030000001K',
  dateOfBirth: toDay('2001-04-30'),
  provisional: null,
  licences: [],
  tests: [],
  source: { from: 'registry', asOf: toInstant('2026-11-20T06:00:00.000Z') },
};

const seenAt = (driver: Driver, asOf: Driver['source']['asOf']): Driver => ({ ...driver, source: { ...driver.source, asOf } });

describe('the record by which a step is judged', () => {
  const [old, newer] = [one, seenAt(one, toInstant('2026-11-23T06:00:00.000Z'))];

  it('is the newest of the same person that the host has told', () => {
    expect(withToldRecord({ body: completeBooking(newer, place) }, completeBooking(old, place))).toMatchObject({ driver: newer });
    expect(withToldRecord({ body: completeBooking(old, place) }, completeBooking(newer, place))).toMatchObject({ driver: newer });
  });

  it('is never another person’s', () => {
    const theirs = { ...newer, idNumber: '30000002' };
    expect(withToldRecord({ body: completeBooking(theirs, place) }, completeBooking(old, place))).toMatchObject({ driver: old });
  });
});
