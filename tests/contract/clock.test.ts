import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openTestCore, type TestCore } from '#tests/support/core.ts';
import { letWorkAlone, whileClosed } from '#tests/support/hub-says.ts';
import { staffPassword } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { trials } from '#tests/support/tier.ts';
import { mpesaCode, numberedVehicle } from '#tests/support/transfer-body.ts';
import { openTransfer, pay, transferReadyToPay } from '#tests/support/transfer-case.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** RELIABILITY §3 C: −1 s, −1 h, −3 d, −5 y, +1 h, +400 d. */
const jumps = [-1000, -hourMs, -3 * dayMs, -5 * 365 * dayMs, hourMs, 400 * dayMs];
/** Moments at which calendars turn: midnight in Nairobi and in UTC, ends of months and years, and the day that most years lack. */
const turns = [
  '2026-11-30T20:59:59.999Z',
  '2026-12-31T20:59:59.999Z',
  '2027-12-31T23:59:59.999Z',
  '2028-02-28T20:59:59.999Z',
  '2028-02-29T20:59:59.999Z',
];

function setClock(core: TestCore, at: string): void {
  core.moveClock(Date.parse(at) - core.now());
}

function journalOf(core: TestCore): Promise<{ readonly seq: number; readonly at: string }[]> {
  return whileClosed(core, ({ reader }) => reader.all('SELECT seq, at FROM journal ORDER BY seq'));
}

function isRising(values: readonly string[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? ''));
}

describe('a clock that jumps between acts', () => {
  it('leaves numbers without a gap and times that only rise, in 200 combinations', { timeout: trials(60_000, 900_000) }, async () => {
    const core = await openTestCore();
    await letWorkAlone(core);
    const desk = await core.signedIn('clerk');
    const numbers: number[] = [];
    const jump = fc.oneof(fc.constantFrom(...jumps), fc.constantFrom(...turns));
    await fc.assert(
      fc.asyncProperty(fc.array(jump, { minLength: 1, maxLength: 3 }), async (combination) => {
        for (const to of combination) {
          if (typeof to === 'number') core.moveClock(to);
          else setClock(core, to);
          const { id, reference } = await openTransfer(desk);
          numbers.push(Number(reference.slice(-6)));
          await act(desk.client.applications.cancel, { id, reason: 'Only a try' });
          const { timeline } = await desk.client.applications.get({ id });
          expect(isRising(timeline.map(({ at }) => at).toSorted()) && timeline.length === 2).toBe(true);
        }
        setClock(core, new Date(mondayMorning).toISOString());
      }),
      { numRuns: trials(200, 2000) },
    );
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const rows = await journalOf(core);
    expect([isRising(rows.map(({ at }) => at)), rows.map(({ seq }) => seq)]).toEqual([true, rows.map((_, index) => index + 1)]);
    expect(await (await core.signedIn('auditor')).client.records.verify({})).toMatchObject({ faults: [] });
  });

  it('lets money be taken, with the next number and a later time', async () => {
    const core = await openTestCore();
    const desk = await core.signedIn('clerk');
    const [first, second] = [await transferReadyToPay(desk), await transferReadyToPay(desk, { vehicle: numberedVehicle(2) })];
    await pay(desk, first);
    core.moveClock(-3 * dayMs);
    await pay(desk, second, mpesaCode(2));
    const { lines } = await desk.client.payments.list({ text: '', limit: 10, offset: 0 });
    const paid = lines.toSorted((one, other) => (one.receiptNumber < other.receiptNumber ? -1 : 1));
    expect(paid.map(({ receiptNumber }) => Number(receiptNumber.slice(-6)))).toEqual([1, 2]);
    expect(isRising(paid.map(({ takenAt }) => takenAt))).toBe(true);
  });
});

describe('a clock set back', () => {
  it('does not end a lock-out, nor does it open a locked desk', async () => {
    const core = await openTestCore();
    const desk = await core.signedIn('auditor');
    await desk.client.people.lock({});
    const tryIn = (password: string) => refusalOf(act(core.desk().client.people.signIn, { login: 'clerk', password }));
    for (let tries = 0; tries < 5; tries += 1) await tryIn('not the password');
    const until = (await tryIn(staffPassword)).facts['until'];
    core.moveClock(-hourMs);
    expect((await refusalOf(desk.client.queue.list({}))).code).toBe('sign-in.required');
    for (const back of [0, -5 * 365 * dayMs]) {
      core.moveClock(back);
      expect(await tryIn(staffPassword)).toMatchObject({ code: 'sign-in.locked', facts: { until } });
      await core.restart();
    }
    setClock(core, String(until));
    expect((await act(core.desk().client.people.signIn, { login: 'clerk', password: staffPassword })).user?.login).toBe('clerk');
  });

  it('is shown as behind the last act from five minutes on, until it has caught up', async () => {
    const core = await openTestCore();
    const desk = await core.signedIn('clerk');
    const clock = async () => (await desk.client.system.status({})).clock;
    expect(await clock()).toMatchObject({ state: 'right', behindLastActMs: 0, hubAheadMs: null });
    core.moveClock(-4 * minuteMs);
    expect((await clock()).state).toBe('right');
    core.moveClock(-2 * minuteMs);
    const { state, behindLastActMs } = await clock();
    expect([state, behindLastActMs > 5 * minuteMs]).toEqual(['behind', true]);
    core.moveClock(6 * minuteMs);
    expect((await clock()).state).toBe('right');
  });
});

it('a clock that is more than two minutes from the hub’s is shown with the difference', async () => {
  const core = await openTestCore();
  const apart = async (hubAheadMs: number) => {
    const sql = `INSERT OR REPLACE INTO sync_state (one, pull_cursor, last_contact_at, hub_offset_ms) VALUES (1, '0:0', ?, ?)`;
    await whileClosed(core, (storage) => storage.transact((db) => db.run(sql, new Date(mondayMorning).toISOString(), hubAheadMs)));
    const { clock } = await (await core.signedIn('clerk')).client.system.status({});
    return [clock.state, clock.hubAheadMs];
  };
  expect([await apart(2 * minuteMs), await apart(-3 * dayMs)]).toEqual([
    ['right', 2 * minuteMs],
    ['apart', -3 * dayMs],
  ]);
});
