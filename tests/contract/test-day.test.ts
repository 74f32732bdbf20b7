import { describe, expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { addDays, dayOf, instantOf, toDay, type Day } from '#shared/base/instant.ts';
import { putBooking } from '#core/test-bookings/service.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openTestCore, type Desk } from '#tests/support/core.ts';
import { letWorkAlone, whileClosed } from '#tests/support/hub-says.ts';
import { staffPassword } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';

const today = dayOf(instantOf(mondayMorning));
const here = { centre: 'NRB', day: today, session: 's1' } as const;

interface Booked {
  readonly number: string;
  readonly idNumber: string;
  readonly bookingId: string;
}

const numbers = ['A', 'B', 'C', 'D'] as const;

/** An office that runs Nairobi’s centre: three candidates this morning, one in the afternoon, whose bookings the clerk did not take. */
async function centre() {
  const core = await openTestCore({ printsPaper: true });
  const booked = await whileClosed(core, (storage) =>
    storage.transact((db) =>
      numbers.map((_letter, at): Booked => {
        const one = { bookingId: newId(), number: `B-KSM01-1A-00000${at + 1}`, idNumber: `2345678${at}` };
        putBooking(db, {
          applicationId: one.bookingId,
          number: one.number,
          officeCode: 'KSM01',
          centre: here.centre,
          day: today,
          session: at === 3 ? 's4' : 's1',
          class: 'A2',
          seat: at + 1,
          driver: {
            idKind: 'national-id',
            idNumber: one.idNumber,
            name: `Candidate ${at}`,
            phone: '',
            dateOfBirth: toDay('2000-02-29'),
            provisionalNumber: 'PDL-0000219',
          },
          attempt: 1,
          state: 'booked',
          at: instantOf(mondayMorning),
        });
        return one;
      }),
    ),
  );
  return { core, clerk: await core.signedIn('clerk'), booked };
}

const list = ({ client }: Desk, sitting: { centre: string; day: Day; session: string } = here) => client.testDay.list(sitting);
const checkIn = ({ client }: Desk, code: string, sitting: { centre: string; day: Day; session: string } = here) =>
  act(client.testDay.checkIn, { ...sitting, code });

const parts = ['board', 'yard', 'road'] as const;

function give({ client }: Desk, bookingId: string, marks: readonly (number | null)[] | null, reason: string | null = null) {
  return act(client.testDay.giveResult, {
    bookingId,
    marks: marks?.map((one, at) => ({ stage: parts[at] ?? '', marks: one })) ?? null,
    correction: reason === null ? null : { reason, supervisor: { login: 'supervisor', password: staffPassword } },
  });
}

describe('check-in at the office that runs the centre', () => {
  it('finds a candidate by ID or booking number, once, and says whose seat is at another sitting', async () => {
    const { clerk, booked } = await centre();
    const [first, second, , afternoon] = booked;
    expect(await checkIn(clerk, ` ${first?.idNumber} `)).toMatchObject({ bookingId: first?.bookingId, state: 'checked-in', seat: 1 });
    expect(await checkIn(clerk, (second?.number ?? '').toLowerCase())).toMatchObject({ bookingId: second?.bookingId });
    expect((await refusalOf(checkIn(clerk, first?.number ?? ''))).code).toBe('test.checked-in');
    expect((await refusalOf(checkIn(clerk, '99999999'))).code).toBe('test.not-listed');
    for (const code of [afternoon?.idNumber ?? '', afternoon?.number ?? ''])
      expect(await refusalOf(checkIn(clerk, code))).toMatchObject({ code: 'test.other-sitting', facts: { startsAt: '14:00', seat: 4 } });
    expect((await list(clerk)).candidates.map(({ seat, state }) => [seat, state])).toEqual([
      [1, 'checked-in'],
      [2, 'checked-in'],
      [3, 'booked'],
    ]);
  });

  it('is on the day of the test only, and at no other office’s centre, whose list may be read', async () => {
    const { clerk, booked } = await centre();
    const tomorrow = { ...here, day: addDays(today, 1) };
    expect((await refusalOf(checkIn(clerk, booked[0]?.number ?? '', tomorrow))).code).toBe('test.not-today');
    const elsewhere = { ...here, centre: 'KSM' };
    expect((await refusalOf(checkIn(clerk, booked[0]?.number ?? '', elsewhere))).code).toBe('test.not-our-centre');
    expect(await list(clerk, elsewhere)).toMatchObject({ isOurs: false, runBy: { code: 'KSM01' }, candidates: [] });
  });

  it('takes no code that is altered, and shows no ID number in full', async () => {
    const { clerk, booked } = await centre();
    expect((await refusalOf(checkIn(clerk, 'KAUNTA1:6BF5:ABC'))).code).toBe('test.code-not-valid');
    const shown = JSON.stringify(await list(clerk));
    for (const { idNumber } of booked) expect(shown).not.toContain(idNumber);
  });
});

describe('a result', () => {
  it('is given once, to who came, by the marks of each part, with what follows from data', async () => {
    const { clerk, booked } = await centre();
    const [first, second, third] = booked.map(({ bookingId }) => bookingId) as [string, string, string];
    expect((await refusalOf(give(clerk, first, [100, 90, 80]))).code).toBe('test.not-checked-in');
    for (const { number } of booked.slice(0, 2)) await checkIn(clerk, number);
    expect((await refusalOf(give(clerk, first, null))).code).toBe('test.checked-in');
    expect((await refusalOf(give(clerk, first, [100, 90, null]))).code).toBe('test.marks-missing');
    expect((await refusalOf(give(clerk, first, [100, 101, 80]))).code).toBe('test.marks-range');
    expect(await give(clerk, first, [80, 80, 80])).toMatchObject({ outcome: 'passed', resitFrom: null, validUntil: '2027-02-23' });
    expect(await give(clerk, second, [79, null, null])).toMatchObject({
      outcome: 'failed',
      resitFrom: addDays(today, 21),
      validUntil: null,
    });
    expect(await give(clerk, third, null)).toMatchObject({ outcome: 'absent', resitFrom: null, validUntil: null });
    expect((await refusalOf(give(clerk, first, [1, 1, 1]))).code).toBe('test.has-result');
    const { candidates } = await list(clerk);
    expect(candidates.map(({ state, result }) => [state, result?.standing, result?.number.slice(-6)])).toEqual([
      ['passed', 'provisional', '000001'],
      ['failed', 'provisional', '000002'],
      ['absent', 'provisional', '000003'],
    ]);
  });

  it('is not given before its day', async () => {
    const { core, booked } = await centre();
    await whileClosed(core, (storage) =>
      storage.transact((db) => db.run('UPDATE test_booking SET day = ? WHERE seat = 2', addDays(today, 1))),
    );
    const clerk = await core.signedIn('clerk');
    expect((await refusalOf(give(clerk, booked[1]?.bookingId ?? '', null))).code).toBe('test.not-today');
  });

  it('is corrected only with a reason and a supervisor who did not give it, and what stood before stays', async () => {
    const { core, clerk, booked } = await centre();
    const [{ bookingId, number } = { bookingId: '', number: '' }] = booked;
    expect((await refusalOf(give(clerk, bookingId, [100, 90, 80], 'Wrong row'))).code).toBe('test.no-result');
    await checkIn(clerk, number);
    const failed = await give(clerk, bookingId, [90, 90, 10]);
    const supervisor = await core.signedIn('supervisor');
    expect((await refusalOf(give(supervisor, bookingId, [100, 90, 80], 'Wrong row'))).code).toBe('supervisor.own-work');
    expect((await list(clerk)).candidates[0]?.result).toMatchObject({ number: failed.number, standing: 'provisional' });
    const passed = await give(clerk, bookingId, [100, 90, 80], 'Marks of the next row');
    expect((await list(clerk)).candidates[0]).toMatchObject({
      state: 'passed',
      result: { number: passed.number, reason: 'Marks of the next row' },
    });
    const paper = (kind: 'result-slip' | 'competence-certificate', of: string) =>
      clerk.client.paper.get({ paper: { kind, number: of }, width: 'a4', locale: 'en' });
    expect((await paper('result-slip', failed.number)).type).toBe('application/pdf');
    expect((await paper('competence-certificate', passed.number)).type).toBe('application/pdf');
    expect((await refusalOf(paper('competence-certificate', failed.number))).code).toBe('act.not-found');
  });
});

it('the list of a day is there a week ahead with the line down, and prints', async () => {
  const { core, clerk } = await centre();
  const { days, counts, centres, today: known } = await clerk.client.testDay.choices({});
  expect([known, days.at(0), days.at(-1)]).toEqual([today, addDays(today, -7), addDays(today, 7)]);
  expect(counts).toEqual([
    { centre: 'NRB', day: today, session: 's1', count: 3 },
    { centre: 'NRB', day: today, session: 's4', count: 1 },
  ]);
  expect(centres[0]).toMatchObject({ code: 'NRB', isOurs: true });
  await letWorkAlone(core);
  core.moveClock(-6 * 24 * 60 * 60_000);
  const early = await core.signedIn('clerk');
  const file = await early.client.paper.get({ paper: { kind: 'day-list', ...here }, width: 'a4', locale: 'sw' });
  expect(file.name).toBe(`day-list-NRB-${today}-s1.pdf`);
});
