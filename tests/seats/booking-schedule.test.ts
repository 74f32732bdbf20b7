import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { trials } from '../support/tier.ts';
import { saySeed } from '../sync/seed.ts';
import { seatBugs, withSeatBug, type SeatBug } from './seat-bugs.ts';
import { playSchedule } from './seat-schedule.ts';

const bookings = trials(40, 1_000);
const mostSchedulesForBug = 10;
const seed = saySeed(import.meta.filename);

describe('driving tests booked at three counters whose lines and clocks fail at random', () => {
  let test: TestHub;
  let bug: SeatBug | null = null;
  beforeAll(async () => {
    test = await openTestHub('pglite', {}, (database) => withSeatBug(database, () => bug));
  });
  afterAll(() => test.close());

  it(`lose no seat of ${bookings}, change none and give none twice`, { timeout: 0 }, async () => {
    const { faults, ...outcome } = await playSchedule(test, { seed, wanted: bookings, bug: null });
    console.info(outcome);
    expect(faults).toEqual([]);
    expect(outcome.booked).toBe(bookings);
  });

  it.skipIf(trials(1, 0) === 1).each(Object.entries(seatBugs) as [SeatBug, string][])(
    'are found out by night where %s: %s',
    { timeout: 0 },
    async (planted) => {
      bug = planted;
      let found: readonly string[] = [];
      let schedules = 0;
      for (; schedules < mostSchedulesForBug && found.length === 0; schedules += 1)
        ({ faults: found } = await playSchedule(test, { seed: seed + schedules, wanted: 60, bug }));
      bug = null;
      console.info(`${planted} was found by schedule ${schedules}: ${found[0]}`);
      expect(found.length).toBeGreaterThan(0);
    },
  );
});
