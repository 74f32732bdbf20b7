import { v7 as newId } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#shared/base/instant.ts';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import type { Database } from '#hub/db/sql.ts';
import type { Hub } from '#hub/start-hub.ts';
import { isHere, skipNote } from '#tests/support/hub.ts';
import { instead, now, openLoadStage, pushTo, type LoadStage } from './stage.ts';

interface Crowd {
  readonly claims: number;
  readonly seats: number;
}

describe.skipIf(!isHere('postgres'))(`seats that twice as many devices claim in the same moment${skipNote('postgres')}`, () => {
  let stage: LoadStage;
  beforeAll(async () => {
    stage = await openLoadStage(0);
  });

  /** Each device asks for one seat of this session, all at once and through either hub. The seats of all leases, as the hub wrote them. */
  const claimAll = async (hubs: readonly Hub[], { claims, seats }: Crowd): Promise<readonly number[]> => {
    const session = `crowd-${claims}`;
    const place: SeatPlace = { centre: 'TC-CROWD', day: addDays(dayOf(now()), 10), session, class: 'B' };
    await hubs[0]?.operate({ name: 'seats', sessions: [{ ...place, seats }] });
    const devices = await stage.offices(claims);
    const asks = devices.map((device) =>
      device.write({ kind: 'seats.ask', payload: { asks: [{ ...place, leaseId: newId(), count: 1 }] } }),
    );
    const answers = await Promise.all(
      devices.map((device, index) => pushTo(hubs[index % hubs.length]?.url ?? '', device, asks.slice(index, index + 1))),
    );
    expect(answers.flat().map(({ outcome }) => outcome)).toEqual(Array.from({ length: claims }, () => 'applied'));
    const leases = await stage.read<{ seats: readonly number[] }>(
      `SELECT body -> 'seats' AS seats FROM seat_lease WHERE body ->> 'session' = $1`,
      session,
    );
    expect(leases).toHaveLength(claims);
    return leases.flatMap((lease) => lease.seats);
  };

  it('are lent once each, 100 of them to 200 devices at two hubs over one database', async () => {
    const lent = await claimAll([await stage.openHub(), await stage.openHub()], { claims: 200, seats: 100 });
    expect(lent.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });

  it('are found out where a hub looks for a free seat without locking it', async () => {
    const naive = [await stage.openHub(looksOnly), await stage.openHub(looksOnly)];
    const lent = await claimAll(naive, { claims: 40, seats: 20 });
    expect(new Set(lent).size).toBeLessThan(lent.length);
  });
});

function looksOnly(database: Database): Database {
  return instead(database, (sql, text, values) =>
    text.includes('FOR UPDATE SKIP LOCKED') ? sql.query(text.replace('FOR UPDATE SKIP LOCKED', ''), ...values) : undefined,
  );
}
